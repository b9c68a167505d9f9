import { describe, expect, test } from 'vitest';
import { reportDiffTerminal } from '../../src/report/diff/terminal.js';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf, shortly } from './diff-of.js';

const data = (resources: object, id = 'Data'): AssemblySketch =>
  ({ stacks: { [id]: { region: 'us-east-1', resources } } }) as AssemblySketch;
const custom = (properties: object) => ({
  It: { Type: 'Custom::Thing', Properties: { ServiceToken: 'arn:aws:lambda:us-east-1:111122223333:function:f', ...properties } },
});

describe('what differs with each synth', () => {
  test.each<[what: string, before: object, after: object]>([
    ['a random string', { randomString: 'a' }, { randomString: 'b' }],
    ['a time', { Deployed: 1_764_000_000_000 }, { Deployed: 1_764_000_999_999 }],
    [
      'a time in a call',
      { Update: '{"physicalResourceId":{"id":"1764000000000"}}' },
      { Update: '{"physicalResourceId":{"id":"1764000999999"}}' },
    ],
    ['a date', { Version: '2026-11-29T06:56:23.123Z' }, { Version: '2026-11-30T06:56:23.000Z' }],
  ])('%s of a custom resource is no change', async (_, before, after) => {
    const { resources, summary, folded } = await diffOf(data(custom(before)), data(custom(after)));
    expect(resources).toEqual([]);
    expect(summary.hasChanges).toBe(false);
    expect(folded).toEqual([{ kind: 'trigger', count: 1, examples: ['Data/It'] }]);
  });

  test('another value is a change', async () => {
    const { resources } = await diffOf(data(custom({ Size: 1, randomString: 'a' })), data(custom({ Size: 2, randomString: 'b' })));
    expect(resources[0]?.properties.map(({ path }) => path)).toEqual([['Size']]);
  });
});

describe('what is replaced and holds nothing', () => {
  const permission = (action: string) => ({
    Permission: { Type: 'AWS::Lambda::Permission', Properties: { Action: action, FunctionName: 'f', Principal: 's3.amazonaws.com' } },
  });
  test('a permission is not destroyed', async () => {
    const { resources, summary } = await diffOf(data(permission('lambda:InvokeFunction')), data(permission('lambda:*')));
    expect(shortly(resources)).toEqual(['changed changed Data.Permission']);
    expect(summary.isDestructive).toBe(false);
  });

  test('what follows a parent stands with it', async () => {
    const network = (cidr: string) => ({
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: cidr } },
      ...Object.fromEntries(
        ['A', 'B'].map((name) => [name, { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' } }]),
      ),
    });
    const report = await diffOf(data(network('10.0.0.0/16')), data(network('10.0.0.0/8')));
    expect(report.summary.resources.replaced).toBe(3);
    const text = reportDiffTerminal(report, { colors: false, width: 120, showValues: false });
    expect(text).toContain('Lost, orphaned or replaced (1)');
    expect(text).toContain('replaced with it: Data/A, Data/B');
  });
});

describe('findings of what only has another name', () => {
  const broken = {
    Type: 'AWS::Route53::RecordSet',
    Properties: { HostedZoneId: 'Z1', Name: 'a.acme.io', Type: 'A', Weight: 1, TTL: '60', ResourceRecords: ['1.2.3.4'] },
  };
  test('under another logical id', async () => {
    const { findings } = await diffOf(data({ One: broken }), data({ Two: broken }));
    expect([findings.new, findings.fixed]).toEqual([[], []]);
    expect(findings.unchanged).toBeGreaterThan(0);
  });
  test('in a stack of another name', async () => {
    const { findings } = await diffOf(data({ One: broken }, 'Prod-Data'), data({ One: broken }, 'Live-Data'));
    expect([findings.new, findings.fixed]).toEqual([[], []]);
  });
  const group = (...records: readonly object[]) =>
    data({
      Group: {
        Type: 'AWS::Route53::RecordSetGroup',
        Properties: {
          HostedZoneId: 'Z1',
          RecordSets: records.map((record) => ({ ...broken.Properties, HostedZoneId: undefined, ...record })),
        },
      },
    });
  const [a, b, c] = [{ Name: 'a.acme.io' }, { Name: 'b.acme.io' }, { Name: 'c.acme.io' }];
  test('in a list of another order', async () => {
    const { findings } = await diffOf(group(a, b), group(b, a));
    expect([findings.new, findings.fixed]).toEqual([[], []]);
  });
  test('in a list with one more before it, which is new', async () => {
    const { findings } = await diffOf(group(a, b), group(c, a, b));
    expect([findings.new.map(({ propertyPath }) => propertyPath), findings.fixed]).toEqual([[['RecordSets', 0, 'Weight']], []]);
  });
  test('in an element that has another place and another value', async () => {
    const { findings } = await diffOf(group(a, b), group({ ...b, TTL: '61' }, { ...a, TTL: '61' }));
    expect([findings.new, findings.fixed]).toEqual([[], []]);
  });
  test('an element that is fixed while another one is broken', async () => {
    const { findings } = await diffOf(group(a, { ...b, SetIdentifier: 'b' }), group({ ...a, SetIdentifier: 'a' }, b));
    expect(findings.new.map(({ propertyPath }) => propertyPath)).toContainEqual(['RecordSets', 1, 'Weight']);
    expect(findings.fixed.map(({ propertyPath }) => propertyPath)).toContainEqual(['RecordSets', 0, 'Weight']);
  });
  test('a new one of its kind is new', async () => {
    const { findings } = await diffOf(
      data({ One: broken }),
      data({ One: broken, Two: { ...broken, Properties: { ...broken.Properties, Name: 'b.acme.io' } } }),
    );
    expect(findings.new.length).toBeGreaterThan(0);
  });
});

describe('what another version of the CDK brings along', () => {
  const paths = {
    Framework: 'Provider/framework-onEvent/Resource',
    Role: 'Provider/framework-onEvent/ServiceRole/Resource',
    Policy: 'Provider/framework-onEvent/ServiceRole/DefaultPolicy/Resource',
    Logs: 'Provider/waiter-state-machine/LogGroup/Resource',
  };
  const metadata = Object.fromEntries(
    Object.entries(paths).map(([id, path]) => [`/Data/${path}`, [{ type: 'aws:cdk:logicalId', data: id }]]),
  );
  const app = (resources: object): AssemblySketch =>
    ({
      stacks: { Data: { region: 'us-east-1', resources, artifact: { additionalMetadataFile: 'paths.json' } } },
      files: { 'paths.json': metadata },
    }) as AssemblySketch;
  const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] } } };
  const policy = (Role: string, Action: readonly string[]) => ({
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyName: 'p', Roles: [{ Ref: Role }], PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: '*' }] } },
  });
  const provider = (Runtime: string, actions: readonly string[], more: object = {}) => ({
    Framework: { Type: 'AWS::Lambda::Function', Properties: { Runtime, Handler: 'framework.onEvent' } },
    Role: role,
    Policy: policy('Role', actions),
    ...more,
  });
  const logs = { Logs: { Type: 'AWS::Logs::LogGroup', Properties: {} } };
  const before = provider('nodejs20.x', ['lambda:InvokeFunction'], logs);

  test('in the framework of a provider is no change', async () => {
    const after = provider('nodejs24.x', ['lambda:InvokeFunction', 'lambda:GetFunction']);
    const { resources, security, folded, summary } = await diffOf(app(before), app(after));
    expect([resources, security]).toEqual([[], []]);
    expect(summary.hasChanges).toBe(false);
    expect(folded).toMatchObject([{ kind: 'cdk-handler', count: 3 }]);
  });

  test('by the same version, a permission more is one', async () => {
    const after = provider('nodejs20.x', ['lambda:InvokeFunction', 'lambda:GetFunction'], logs);
    const { security } = await diffOf(app(before), app(after));
    expect(security.map(({ direction }) => direction)).toEqual(['broadened']);
  });

  test('a permission more of another role is one', async () => {
    const own = (actions: readonly string[]) => ({ Own: role, OwnPolicy: policy('Own', actions) });
    const after = provider('nodejs24.x', ['lambda:InvokeFunction'], { ...logs, ...own(['s3:*']) });
    const { security } = await diffOf(app({ ...before, ...own(['s3:GetObject']) }), app(after));
    expect(security.map(({ direction }) => direction)).toEqual(['broadened']);
  });
});
