import { expect, it } from 'vitest';
import { ssmParameterOtherRegion as check } from '../../../checks/reference/unresolved.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { using } from './imports.js';

const NAME = '/dr/key-arn';
const writer = (more: ExampleStack = {}, Name: JsonObject | string = NAME): ExampleStack => ({
  region: 'us-east-2',
  resources: { KeyArn: { Type: 'AWS::SSM::Parameter', Properties: { Name, Type: 'String', Value: 'key/1' } } },
  ...more,
});
const resolving = (name: string): ExampleStack => ({
  region: 'us-east-1',
  dependencies: ['Keys'],
  resources: { Table: using(`{{resolve:ssm:${name}:3}}`) },
});
const typed: ExampleStack = {
  region: 'us-east-1',
  dependencies: ['Keys'],
  parameters: { KeyArn: { Type: 'AWS::SSM::Parameter::Value<String>', Default: NAME } },
  resources: { Table: using({ Ref: 'KeyArn' }), Other: using({ Ref: 'KeyArn' }) },
};

const custom = (Create: string): ExampleStack => ({
  region: 'us-east-1',
  resources: { Copy: { Type: 'Custom::AWS', Properties: { Create } } },
});

it('reports beside a custom resource that only reads it', () => {
  const copy = custom(`{"service":"SSM","action":"getParameter","parameters":{"Name":"${NAME}"}}`);
  expect(findingsIn({ Keys: writer(), Storage: typed, Copy: copy }, check)).toHaveLength(1);
});

it.each([resolving(NAME), typed])('reports once, at the first place that reads it', (reader) => {
  expect(findingsIn({ Keys: writer(), Storage: reader }, check)).toEqual([
    {
      severity: 'error',
      checkId: 'reference/ssm-parameter-other-region',
      stack: 'Storage',
      logicalId: 'Table',
      propertyPath: 'VpcId',
      message:
        'Table reads the SSM parameter /dr/key-arn in us-east-1, but Keys writes it in us-east-2: "Unable to fetch parameters [/dr/key-arn] from parameter store for this account".',
      related: [{ stack: 'Keys', logicalId: 'KeyArn', message: 'The parameter is written here.' }],
    },
  ]);
});

const stage = { 'Fn::FindInMap': ['Stages', { Ref: 'AWS::Region' }, 'stage'] };

it.each<[string, JsonObject]>([
  ['Fn::Sub', { 'Fn::Sub': ['{{resolve:ssm:/${Stage}/key-arn:3}}', { Stage: stage }] }],
  ['Fn::Join', { 'Fn::Join': ['', ['{{resolve:ssm:/', stage, '/key-arn:3}}']] }],
  ['a piece of Fn::Join', { 'Fn::Join': ['/', ['{{resolve:ssm:/dr/key-arn:3}}', 'x']] }],
])('reports a name in %s once', (_, value) => {
  const mappings = { Stages: { 'us-east-1': { stage: 'dr' } } };
  const reader = { region: 'us-east-1', dependencies: ['Keys'], mappings, resources: { Table: using(value) } };
  expect(findingsIn({ Keys: writer(), Storage: reader }, check)).toMatchObject([{ severity: 'error', logicalId: 'Table' }]);
});

it('only warns of another account', () => {
  const elsewhere = writer({ account: '111122223333', region: 'us-east-1' });
  expect(findingsIn({ Keys: elsewhere, Storage: typed }, check)).toMatchObject([{ severity: 'warning' }]);
});

it('reports the one in the same account', () => {
  const elsewhere = writer({ account: '111122223333' });
  const [finding] = findingsIn({ Other: elsewhere, Keys: writer(), Storage: typed }, check);
  expect(finding).toMatchObject({
    severity: 'error',
    message: expect.stringContaining('reads the SSM parameter /dr/key-arn in us-east-1, but Keys writes it in us-east-2: '),
    related: [{ stack: 'Keys' }],
  });
});

it.each<[string, Example]>([
  ['written in the region', { Keys: writer({ region: 'us-east-1' }), Storage: typed }],
  ['written in both', { Keys: writer(), Here: writer({ region: 'us-east-1' }), Storage: typed }],
  ['not written here', { Storage: typed }],
  ['a reader without a region', { Keys: writer(), Storage: { ...typed, region: undefined } as never }],
  [
    'perhaps written by a custom resource',
    { Keys: writer(), Storage: typed, Copy: custom(`{"action":"putParameter","parameters":{"Name":"${NAME}"}}`) },
  ],
  ['of AWS', { Keys: writer({}, '/aws/service/ami'), Storage: resolving('/aws/service/ami') }],
  ['of the CDK', { Keys: writer({}, '/cdk-bootstrap/hnb659fds/version'), Storage: resolving('/cdk-bootstrap/hnb659fds/version') }],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('ignores names that the configuration knows', () => {
  expect(findingsIn({ Keys: writer(), Storage: typed }, check, { external: { ssm: ['/dr/*'] } })).toEqual([]);
});
