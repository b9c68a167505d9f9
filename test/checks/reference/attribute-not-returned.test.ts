import { expect, it } from 'vitest';
import check from '../../../checks/reference/attribute-not-returned.js';
import { loadAssembly } from '../../../src/assembly/load.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { runChecks } from '../../../src/check/run.js';
import { NO_SETTINGS } from '../../../src/check/settings.js';
import { buildGraph } from '../../../src/graph/graph.js';
import { writeAssembly } from '../../support/assembly-builder.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (Type: string, Properties: JsonObject, attribute: string): Example => ({
  App: {
    region: 'eu-west-1',
    resources: {
      It: { Type, Properties },
      Use: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: { 'Fn::GetAtt': ['It', attribute] } } },
    },
  },
});
const call = (more: { readonly [key: string]: Json }): JsonObject => ({
  ServiceToken: 'arn:aws:lambda:eu-west-1:482731905566:function:sdk',
  Create: JSON.stringify({ service: 'SSM', action: 'getParameter', parameters: { Name: '/x' }, ...more }),
});

it('reports the stream of a table without one', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'reference/attribute-not-returned',
      severity: 'error',
      stack: 'Orders',
      logicalId: 'Source',
      propertyPath: 'EventSourceArn',
      message: 'Source reads StreamArn of Table, which has none without StreamSpecification.',
      related: [{ stack: 'Orders', logicalId: 'Table', message: 'StreamSpecification is not set here.' }],
    },
  ]);
});

it.each<[type: string, attribute: string, without: JsonObject, with_: JsonObject]>([
  ['AWS::RDS::DBCluster', 'MasterUserSecret.SecretArn', { ManageMasterUserPassword: false }, { ManageMasterUserPassword: true }],
  ['AWS::RDS::DBInstance', 'MasterUserSecret.SecretArn', {}, { ManageMasterUserPassword: { Ref: 'Open' } }],
  ['AWS::Cognito::UserPoolClient', 'ClientSecret', {}, { GenerateSecret: true }],
])('%s %s', (type, attribute, without, with_) => {
  expect(findingsIn(app(type, without, attribute), check)).toHaveLength(1);
  expect(findingsIn(app(type, with_, attribute), check)).toEqual([]);
});

it('reports a field that the paths of a call leave out', () => {
  const paths = { outputPaths: ['Parameter.Arn', 'Parameter.Version'] };
  expect(findingsIn(app('Custom::AWS', call(paths), 'Parameter.Value'), check)).toMatchObject([
    {
      logicalId: 'Use',
      propertyPath: 'Value',
      message:
        'Use reads Parameter.Value of It, whose outputPaths let through Parameter.Arn, Parameter.Version only: "Vendor response doesn\'t contain Parameter.Value key in object".',
    },
  ]);
  expect(findingsIn(app('Custom::AWS', call({ outputPath: 'Parameter.Arn' }), 'Parameter.Value'), check)).toHaveLength(1);
});

it.each<[string, Example]>([
  ['a field below a path', app('Custom::AWS', call({ outputPaths: ['Parameter'] }), 'Parameter.Value')],
  ['a call without paths', app('Custom::AWS', call({}), 'Parameter.Value')],
  ['a handler of the app', app('Custom::Thing', { outputPaths: ['a'] }, 'b')],
  ['another attribute', app('AWS::DynamoDB::Table', {}, 'Arn')],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('reports an output that the nested stack does not declare', () => {
  const network = (output: string) => {
    const stacks = {
      App: {
        region: 'eu-west-1',
        resources: { Use: { Type: 'AWS::SSM::Parameter', Properties: { Value: { 'Fn::GetAtt': ['Net', 'Outputs.VpcId'] } } } },
        nested: { Net: { resources: { Vpc: { Type: 'AWS::EC2::VPC' } }, outputs: { [output]: { Value: { Ref: 'Vpc' } } } } },
      },
    };
    return runChecks(buildGraph([loadAssembly(writeAssembly({ stacks }))]), [check], NO_SETTINGS).problems;
  };
  expect(network('VpcID').map(({ problem }) => problem.message)).toEqual([
    'Use reads the output VpcId of the nested stack Net, which declares no such output, but VpcID.',
  ]);
  expect(network('VpcId')).toEqual([]);
});
