import { describe, expect, test } from 'vitest';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;

async function problems(before: AssemblySketch, after: AssemblySketch) {
  const { deployment } = await diffOf(before, after);
  return deployment.problems.map(({ kind, level, message }) => `${level} ${kind}: ${message}`);
}

function one(resources: Resources): AssemblySketch {
  return { stacks: { App: { region: 'us-east-1', resources } } };
}

const record = (Name: string, more: Resources = {}, attributes: Resources = {}) => ({
  Type: 'AWS::Route53::RecordSet',
  Properties: { HostedZoneId: 'Z123', Name, Type: 'CNAME', TTL: '60', ResourceRecords: ['a.example.net'], ...more },
  ...attributes,
});
const failover = (Failover: string, more: Resources = {}) => record('a.example.com', { SetIdentifier: Failover, Failover, ...more });
const latency = (Region: string, SetIdentifier: string) => record('a.example.com', { SetIdentifier, Region });
const rule = (Priority: number, more: Resources = {}) => ({
  Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  Properties: { ListenerArn: 'arn:aws:elasticloadbalancing:us-east-1:482731905566:listener/app/a/1/2', Priority, ...more },
});
const target = (StartingPosition: string, FunctionName: unknown = 'work') => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { FunctionName, EventSourceArn: 'arn:aws:kinesis:us-east-1:482731905566:stream/s', StartingPosition },
});
const policy = (Queue: string) => ({
  Type: 'AWS::SQS::QueuePolicy',
  Properties: { Queues: [`https://sqs.us-east-1.amazonaws.com/482731905566/${Queue}`], PolicyDocument: {} },
});
const TAKEN = /^blocked identity-taken: .* deletes that one only at the end of the update/;

describe('an identity that a deployed resource has', () => {
  test.each<[name: string, before: Resources, after: Resources, expected: readonly RegExp[]]>([
    ['a record under another logical id', { Old: record('a.example.com') }, { New: record('A.example.com.') }, [TAKEN]],
    ['another record', { Old: record('a.example.com') }, { New: record('b.example.com') }, []],
    [
      'a record that is retained',
      { Old: record('a.example.com', {}, { DeletionPolicy: 'Retain' }) },
      { New: record('a.example.com', { TTL: '30' }) },
      [/^blocked identity-taken: It is created with the record .* that the deployed Old has; that one stays/],
    ],
    [
      'a record that a custom resource deletes before',
      { Old: record('a.example.com') },
      {
        Delete: { Type: 'Custom::DeleteExistingRecordSet', Properties: { ServiceToken: 'x' } },
        New: record('a.example.com', {}, { DependsOn: 'Delete' }),
      },
      [],
    ],
    [
      'failover roles that are swapped',
      { East: failover('PRIMARY'), West: failover('SECONDARY') },
      { East: failover('SECONDARY', { SetIdentifier: 'PRIMARY' }), West: failover('PRIMARY', { SetIdentifier: 'SECONDARY' }) },
      [
        /^blocked identity-taken: It is changed to take the failover role .* that the deployed West has; that one takes what this one has, so that whichever is updated first is rejected/,
      ],
    ],
    ['a failover role that stays', { East: failover('PRIMARY') }, { East: failover('PRIMARY', { TTL: '30' }) }, []],
    ['failover roles of two names', { Old: failover('PRIMARY') }, { New: failover('PRIMARY', { Name: 'b.example.com' }) }, []],
    [
      'a primary record under another set identifier',
      { Old: failover('PRIMARY') },
      { New: failover('PRIMARY', { SetIdentifier: 'b' }) },
      [TAKEN],
    ],
    ['a latency record under another set identifier', { Old: latency('eu-west-1', 'a') }, { New: latency('eu-west-1', 'b') }, [TAKEN]],
    ['a latency record of another region', { Old: latency('eu-west-1', 'a') }, { New: latency('us-east-1', 'b') }, []],
    [
      'a CNAME in place of an address',
      { Old: record('a.example.com', { Type: 'A' }) },
      { New: record('A.example.com.') },
      [
        /^blocked identity-taken: It is created with the name, which a CNAME can have only alone, that the deployed Old has; CloudFormation deletes/,
      ],
    ],
    [
      'an address in place of a CNAME, in a group',
      { Old: record('a.example.com') },
      {
        New: {
          Type: 'AWS::Route53::RecordSetGroup',
          Properties: { HostedZoneId: 'Z123', RecordSets: [{ Name: 'a.example.com', Type: 'AAAA', TTL: '60', ResourceRecords: ['::1'] }] },
        },
      },
      [/^blocked identity-taken: .*a CNAME can have only alone/],
    ],
    ['two types, and no CNAME', { Old: record('a.example.com', { Type: 'A' }) }, { New: record('a.example.com', { Type: 'TXT' }) }, []],
    ['a CNAME of another name', { Old: record('a.example.com', { Type: 'A' }) }, { New: record('b.example.com') }, []],
    ['an address that becomes a CNAME itself', { Old: record('a.example.com', { Type: 'A' }) }, { Old: record('a.example.com') }, []],
    [
      'a replacement with the same key',
      { M: target('LATEST') },
      { M: target('TRIM_HORIZON') },
      [/^blocked identity-taken: It is replaced, and the new one takes/],
    ],
    [
      'an update that takes the priority of a removed rule',
      { A: rule(1), B: rule(2) },
      { A: rule(2) },
      [/^blocked identity-taken: It is changed to take/],
    ],
    [
      'a priority that both change',
      { A: rule(1), B: rule(2) },
      { A: rule(2), B: rule(3) },
      [/^careful identity-taken: .*may update this one before/],
    ],
    ['an update that changes nothing of the key', { A: rule(1) }, { A: rule(1, { Actions: [] }) }, []],
    [
      'a policy that the last one wins',
      { Old: policy('q') },
      { New: policy('q') },
      [/^careful identity-taken: .*deleting that one.* removes what this one has set/],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(await problems(one(before), one(after))).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test('what it belongs to is created as well', async () => {
    const sketch = (api: string, path: string) =>
      one({
        [api]: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: api } },
        [path]: {
          Type: 'AWS::ApiGateway::Resource',
          Properties: { RestApiId: { Ref: api }, ParentId: { 'Fn::GetAtt': [api, 'RootResourceId'] }, PathPart: 'x' },
        },
      });
    expect(await problems(sketch('One', 'A'), sketch('Two', 'A'))).toEqual([]);
    expect(await problems(sketch('One', 'A'), sketch('One', 'B'))).toEqual([expect.stringMatching(TAKEN)]);
  });

  test('what it belongs to is replaced', async () => {
    const sketch = (Scheme: string) =>
      one({
        Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Scheme } },
        Listener: {
          Type: 'AWS::ElasticLoadBalancingV2::Listener',
          Properties: { LoadBalancerArn: { Ref: 'Balancer' }, Port: 80, DefaultActions: [] },
        },
      });
    expect(await problems(sketch('internal'), sketch('internet-facing'))).toEqual([]);
  });
});

describe('across stacks', () => {
  const it = { R: record('a.example.com') };
  const sketch = (
    dns: Resources,
    web: Resources,
    dependencies: { readonly Dns?: readonly string[]; readonly Web?: readonly string[] } = {},
  ) => ({
    stacks: {
      Dns: { region: 'us-east-1', resources: { Topic: { Type: 'AWS::SNS::Topic' }, ...dns }, dependencies: dependencies.Dns ?? [] },
      Web: { region: 'us-east-1', resources: { Topic: { Type: 'AWS::SNS::Topic' }, ...web }, dependencies: dependencies.Web ?? [] },
    },
  });

  test.each<[name: string, dependencies: Parameters<typeof sketch>[2], expected: RegExp]>([
    ['in any order', {}, /^blocked identity-taken: .*Web may be deployed before Dns/],
    ['the one that creates first', { Dns: ['Web'] }, /^blocked identity-taken: .*Dns, which deletes that one, is deployed after Web/],
    ['the one that deletes first', { Web: ['Dns'] }, /^careful identity-taken: .*Dns is deployed first and deletes that one/],
  ])('%s', async (_, dependencies, expected) => {
    expect(await problems(sketch(it, {}, dependencies), sketch({}, it, dependencies))).toEqual([expect.stringMatching(expected)]);
  });

  test('from a stack that is no longer in the app', async () => {
    const { stacks } = sketch(it, {});
    expect(await problems({ stacks }, { stacks: { Web: { ...stacks.Web, resources: it } } })).toEqual([
      expect.stringMatching(/^blocked identity-taken: .*that one stays/),
    ]);
  });

  test('to a stack of another name', async () => {
    const stack = { region: 'us-east-1', resources: it };
    expect(await problems({ stacks: { App: { ...stack, name: 'one' } } }, { stacks: { App: { ...stack, name: 'two' } } })).toEqual([
      expect.stringMatching(/^blocked identity-taken: .*that one stays/),
    ]);
  });
});
