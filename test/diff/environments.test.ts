import { describe, expect, test } from 'vitest';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf, shortly } from './diff-of.js';

const table = (key: string, TableName: unknown) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: { TableName, KeySchema: [{ AttributeName: key, KeyType: 'HASH' }] },
});
const topic = { Type: 'AWS::SNS::Topic', Properties: {} };
const OPEN = { account: null, region: null };
const DATA = { account: '111122223333', region: 'us-east-1' };
const app = (stacks: object): AssemblySketch => ({ stacks }) as AssemblySketch;

async function problems(before: object, after: object): Promise<readonly string[]> {
  const { deployment } = await diffOf(app(before), app(after));
  return deployment.problems.map(({ level, kind, message }) => `${level} ${kind}: ${message}`);
}

describe('environments that are not written down', () => {
  const name = { 'Fn::Sub': 'orders-${AWS::AccountId}' };
  test('a name with the account stays taken by what is replaced', async () => {
    const of = (key: string) => ({ Data: { ...OPEN, resources: { Orders: table(key, name) } } });
    expect(await problems(of('a'), of('b'))).toEqual([
      'blocked name-collision: It is replaced and keeps the name orders-${AWS::AccountId}: `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename orders-${AWS::AccountId} and update the stack again.`',
    ]);
  });

  test('a name with an unknown parameter may be another one', async () => {
    const of = (key: string) => ({
      Data: { ...OPEN, parameters: { Stage: { Type: 'String' } }, resources: { Orders: table(key, { 'Fn::Sub': 'orders-${Stage}' }) } },
    });
    expect(await problems(of('a'), of('b'))).toEqual([]);
  });

  test('a name with the stack is another one in another stack', async () => {
    const inStack = { 'Fn::Sub': '${AWS::StackName}-orders' };
    const of = (one: object, other: object) => ({
      A: { ...OPEN, resources: { T: topic, ...one } },
      B: { ...OPEN, resources: { T: topic, ...other } },
    });
    expect(await problems(of({ Orders: table('a', inStack) }, {}), of({}, { Orders: table('a', inStack) }))).toEqual([]);
  });

  test('written down while a table moves', async () => {
    const before = {
      A: { ...OPEN, resources: { Topic: topic, Orders: table('a', 'orders') } },
      B: { ...OPEN, resources: { Topic: topic } },
    };
    const after = {
      A: { ...DATA, resources: { Topic: topic } },
      B: { ...DATA, resources: { Topic: topic, Orders: table('a', 'orders') } },
    };
    const { resources, deployment } = await diffOf(app(before), app(after));
    expect(shortly(resources)).toEqual(['moved data-loss B.Orders']);
    expect(deployment.problems).toMatchObject([{ level: 'blocked', kind: 'name-collision' }]);
  });

  test('written down, and nothing else', async () => {
    const of = (environment: object) => app({ Data: { ...environment, resources: { Orders: table('a', 'orders') } } });
    expect((await diffOf(of(OPEN), of(DATA))).summary.hasChanges).toBe(false);
  });
});

describe('an export under a new owner', () => {
  const output = { Out: { Value: 'x', Export: { Name: 'orders' } } };
  const of = (a: object, b: object) => ({
    A: { ...DATA, resources: { Topic: topic }, ...a },
    B: { ...DATA, resources: { Topic: topic }, ...b },
  });
  const before = of({ outputs: output }, {});
  test.each<[what: string, after: object, expected: readonly string[]]>([
    [
      'whose stack is deployed first',
      of({ dependencies: ['B'] }, { outputs: output }),
      [
        'blocked identity-taken: It exports orders, which the deployed A exports; A, which drops it, is deployed after B: `Export with name orders is already exported by stack A`.',
      ],
    ],
    [
      'in no order',
      of({}, { outputs: output }),
      [
        'blocked identity-taken: It exports orders, which the deployed A exports; B may be deployed before A, which drops it: `Export with name orders is already exported by stack A`.',
      ],
    ],
    ['whose stack is deployed later', of({}, { dependencies: ['A'], outputs: output }), []],
    [
      'while the old one leaves the app',
      { B: { ...DATA, resources: { Topic: topic }, outputs: output } },
      [
        'blocked identity-taken: It exports orders, which the deployed A exports; A, which stays deployed, still has it: `Export with name orders is already exported by stack A`.',
      ],
    ],
    ['in another region', of({}, { region: 'eu-west-1', outputs: output }), []],
    ['that is the old one', before, []],
  ])('%s', async (_, after, expected) => {
    expect(await problems(before, after)).toEqual(expected);
  });
});

describe('a mount target', () => {
  const network = {
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
    Files: { Type: 'AWS::EFS::FileSystem', Properties: {} },
  };
  const subnet = (CidrBlock: string, AvailabilityZone: string) => ({
    Type: 'AWS::EC2::Subnet',
    Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock, AvailabilityZone },
  });
  const target = (SubnetId: string) => ({
    Type: 'AWS::EFS::MountTarget',
    Properties: { FileSystemId: { Ref: 'Files' }, SubnetId: { Ref: SubnetId }, SecurityGroups: ['sg-1'] },
  });
  const of = (resources: object) => ({ Data: { ...DATA, resources: { ...network, ...resources } } });
  const old = subnet('10.0.0.0/24', 'us-east-1a');
  test.each<[zone: string, expected: number]>([
    ['us-east-1a', 1],
    ['us-east-1b', 0],
  ])('that goes to a new subnet in %s', async (zone, expected) => {
    const after = of({ Old: old, New: subnet('10.0.1.0/24', zone), Target: target('New') });
    expect(await problems(of({ Old: old, Target: target('Old') }), after)).toHaveLength(expected);
  });
});

describe('`cdk refactor` as a way out', () => {
  const of = (id: string, more: object = {}) => app({ Data: { ...DATA, resources: { [id]: table('a', 'orders'), ...more } } });
  test.each<[what: string, more: object, isNamed: boolean]>([
    ['is named when nothing else changes', {}, true],
    ['is not named when something is added', { Topic: topic }, false],
  ])('%s', async (_, more, isNamed) => {
    const { deployment, resources } = await diffOf(of('One'), of('Two', more));
    const fixes = [...deployment.problems.map(({ fix }) => fix), ...resources.map(({ fix }) => fix ?? '')];
    expect(fixes.some((fix) => fix.includes('cdk refactor'))).toBe(isNamed);
    expect(deployment.problems.map(({ kind }) => kind)).toEqual(['name-collision']);
  });
});
