import { expect, test } from 'vitest';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;

const SIMPLE = { TTL: '60', ResourceRecords: ['203.0.114.10'] };
const latency = (Region: string) => ({ ...SIMPLE, SetIdentifier: Region, Region });
const weighted = (SetIdentifier: string, Weight = 1) => ({ ...SIMPLE, SetIdentifier, Weight });
const multivalue = (SetIdentifier: string) => ({ ...SIMPLE, SetIdentifier, MultiValueAnswer: true });
const record = (policy: object, attributes: object = {}, Name = 'shop.example.com') => ({
  Type: 'AWS::Route53::RecordSet',
  Properties: { HostedZoneId: 'Z123', Name, Type: 'A', ...policy },
  ...attributes,
});
const group = (...policies: readonly object[]) => ({
  Type: 'AWS::Route53::RecordSetGroup',
  Properties: { HostedZoneId: 'Z123', RecordSets: policies.map((policy) => ({ Name: 'shop.example.com', Type: 'A', ...policy })) },
});
const topic = { Type: 'AWS::SNS::Topic' };
const one = (resources: Resources): AssemblySketch => ({ stacks: { App: { region: 'us-east-1', resources } } });
const two = (east: Resources, west: Resources, after?: 'East' | 'West'): AssemblySketch => ({
  stacks: {
    East: { region: 'us-east-1', resources: east, ...(after === 'West' && { dependencies: ['West'] }) },
    West: { region: 'us-west-2', resources: west, ...(after === 'East' && { dependencies: ['East'] }) },
  },
});

test.each<[string, AssemblySketch, AssemblySketch, readonly RegExp[]]>([
  [
    'weighted to simple, and the other one removed',
    one({ A: record(weighted('a')), B: record(weighted('b')) }),
    one({ A: record(SIMPLE) }),
    [
      /^blocked App.A: Its routing policy changes from weighted to simple while the deployed B .* is still weighted: `RRSet .* as other RRSets exist/,
    ],
  ],
  [
    'latency to weighted, both',
    one({ A: record(latency('us-east-1')), B: record(latency('us-west-2')) }),
    one({ A: record(weighted('a')), B: record(weighted('b')) }),
    [/^blocked App.A: .* from latency to weighted .* as a non-weighted set exists/],
  ],
  [
    'weighted to multivalue, under new ids',
    one({ A: record(weighted('a')) }),
    one({ B: record(multivalue('b')), Keep: topic }),
    [/^blocked App.B: It is created as a multivalue answer record .* because a non multivalue answer rrset exists/],
  ],
  [
    'a second one beside one that is simple until now',
    one({ A: record(SIMPLE) }),
    one({ A: record(weighted('a')), B: record(weighted('b')) }),
    [/^careful App.B: It is created as a weighted record while the deployed A/],
  ],
  ['the same, in order', one({ A: record(SIMPLE) }), one({ A: record(weighted('a')), B: record(weighted('b'), { DependsOn: 'A' }) }), []],
  [
    'in another stack, which is deployed first',
    two({ A: record(SIMPLE) }, { T: topic }),
    two({ A: record(latency('us-east-1')) }, { T: topic, B: record(latency('us-west-2')) }, 'West'),
    [/^blocked West.B: /],
  ],
  [
    'in another stack, which is deployed later',
    two({ A: record(SIMPLE) }, { T: topic }),
    two({ A: record(latency('us-east-1')) }, { T: topic, B: record(latency('us-west-2')) }, 'East'),
    [],
  ],
  [
    'other weights',
    one({ A: record(weighted('a')), B: record(weighted('b')) }),
    one({ A: record(weighted('a', 2)), B: record(weighted('b', 3)) }),
    [],
  ],
  ['one alone', one({ A: record(SIMPLE) }), one({ A: record(weighted('a')) }), []],
  ['another name', one({ A: record(SIMPLE) }), one({ B: record(weighted('b'), {}, 'pay.example.com'), Keep: topic }), []],
  [
    'records of one group',
    one({ A: group(latency('us-east-1'), latency('us-west-2')) }),
    one({ A: group(weighted('a'), weighted('b')) }),
    [],
  ],
  [
    'a policy that is not known',
    one({ A: record(SIMPLE) }),
    one({
      A: record({ ...SIMPLE, SetIdentifier: 'a', Weight: { Ref: 'AWS::NoValue' }, Region: { 'Fn::ImportValue': 'r' } }),
      B: record(SIMPLE, {}, 'x.example.com'),
    }),
    [],
  ],
])('finds records of two routing policies while they change: %s', async (_, before, after, expected) => {
  const { deployment } = await diffOf(before, after);
  const found = deployment.problems
    .filter(({ kind }) => kind === 'update-refused')
    .map(({ level, place, message }) => `${level} ${place?.stack?.id}.${place?.resource?.logicalId}: ${message}`);
  expect(found).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
});

test('names that a stack keeps which is deployed under another name are taken', async () => {
  const queue = (QueueName?: string) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName } });
  const shop = (stackName: string, region: string, resources: Resources): AssemblySketch => ({
    stacks: { Shop: { name: stackName, region, account: '482731905566', resources } },
  });
  const role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'runtime' } };
  const found = async (before: AssemblySketch, after: AssemblySketch) =>
    (await diffOf(before, after)).deployment.problems.map(({ level, kind, message }) => `${level} ${kind}: ${message}`);
  expect(await found(shop('v1', 'us-east-1', { Q: queue('orders') }), shop('v2', 'us-east-1', { Q: queue('orders') }))).toEqual([
    'blocked name-collision: v2 creates it while v1 still owns a resource with the name orders: `orders already exists`.',
  ]);
  expect(await found(shop('v1', 'us-east-1', { Q: queue() }), shop('v2', 'us-east-1', { Q: queue() }))).toEqual([]);
  // Another region has queues of its own, and the same roles.
  expect(
    await found(shop('v1', 'us-east-1', { Q: queue('orders'), R: role }), shop('v1', 'eu-west-1', { Q: queue('orders'), R: role })),
  ).toEqual([expect.stringContaining('`runtime already exists`')]);
});
