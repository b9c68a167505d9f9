import { describe, expect, test } from 'vitest';
import type { AssemblySketch } from '../support/assembly-builder.js';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;

async function problems(before: AssemblySketch, after: AssemblySketch) {
  const { deployment } = await diffOf(before, after);
  return deployment.problems.map(({ kind, level, message }) => `${level} ${kind}: ${message}`);
}

async function inOneStack(before: Resources, after: Resources) {
  const sketch = (resources: Resources) => ({ stacks: { App: { region: 'us-east-1', resources } } });
  return problems(sketch(before), sketch(after));
}

const ELB = 'AWS::ElasticLoadBalancingV2';
const balancer = (Scheme = 'internal') => ({ Type: `${ELB}::LoadBalancer`, Properties: { Scheme } });
const group = (Port = 80) => ({ Type: `${ELB}::TargetGroup`, Properties: { Port, Protocol: 'HTTP', VpcId: 'vpc-1' } });
const forwarding = (name: string) => [{ Type: 'forward', TargetGroupArn: { Ref: name } }];
const weighted = (name: string) => [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: { Ref: name } }] } }];
const listener = (lb: unknown, actions: unknown, Port = 80) => ({
  Type: `${ELB}::Listener`,
  Properties: { LoadBalancerArn: lb, Port, Protocol: 'HTTP', DefaultActions: actions },
});
const rule = (name: string, actions: unknown) => ({
  Type: `${ELB}::ListenerRule`,
  Properties: { ListenerArn: { Ref: name }, Priority: 1, Conditions: [], Actions: actions },
});
const fixed = [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }];
const web = (scheme: string, more: Resources = {}) => ({
  Lb: balancer(scheme),
  Group: group(),
  Listener: listener({ Ref: 'Lb' }, forwarding('Group')),
  ...more,
});
const imported = (path: string, id = '4444444444444444') => ({
  Type: `${ELB}::ListenerRule`,
  Properties: {
    ListenerArn: `arn:aws:elasticloadbalancing:us-east-1:482731905566:listener/${path}/${id}`,
    Priority: 1,
    Conditions: [],
    Actions: forwarding('Group'),
  },
});
const IMPORTED = 'arn:aws:elasticloadbalancing:us-east-1:482731905566:loadbalancer/app/shared/50dc6c495c0c9188';

const REJECTED = /^blocked identity-taken: .*target group Group, which is not replaced; .* at the end: `The following target groups/;

describe('a target group of another load balancer', () => {
  test.each<[name: string, before: Resources, after: Resources, expected: readonly RegExp[]]>([
    ['of one that is replaced', web('internal'), web('internet-facing'), [REJECTED]],
    [
      'of one that gets another logical id',
      web('internal'),
      { Lb2: balancer(), Group: group(), Listener2: listener({ Ref: 'Lb2' }, forwarding('Group')) },
      [REJECTED],
    ],
    [
      'of a listener that moves to another one',
      { ...web('internal'), Other: balancer() },
      { ...web('internal'), Other: balancer(), Listener: listener({ Ref: 'Other' }, forwarding('Group')) },
      [REJECTED],
    ],
    [
      'of a listener that moves to an imported one',
      web('internal'),
      { Lb: balancer(), Group: group(), Listener: listener(IMPORTED, forwarding('Group')) },
      [REJECTED],
    ],
    [
      'over a rule, with weights',
      { Lb: balancer(), Group: group(), Listener: listener({ Ref: 'Lb' }, fixed), Rule: rule('Listener', weighted('Group')) },
      {
        Lb: balancer('internet-facing'),
        Group: group(),
        Listener: listener({ Ref: 'Lb' }, fixed),
        Rule: rule('Listener', weighted('Group')),
      },
      [REJECTED],
    ],
    [
      'of a listener that lets go of it in the same update',
      { ...web('internal'), Other: balancer() },
      {
        ...web('internal', { Listener: listener({ Ref: 'Lb' }, fixed) }),
        Other: balancer(),
        Second: listener({ Ref: 'Other' }, forwarding('Group')),
      },
      [/^careful identity-taken: .*may update its listener later/],
    ],
    [
      'over rules of imported listeners',
      { Group: group(), Rule: imported('app/one/1111111111111111') },
      { Group: group(), Rule: imported('app/two/2222222222222222') },
      [REJECTED],
    ],
    [
      'over rules of two imported listeners of one',
      { Group: group(), Rule: imported('app/one/1111111111111111') },
      { Group: group(), Rule: imported('app/one/1111111111111111', '3333333333333333') },
      [],
    ],
    ['that is replaced as well', web('internal'), web('internet-facing', { Group: group(81) }), []],
    [
      'of a listener that lets go of it before',
      { ...web('internal'), Other: balancer() },
      {
        ...web('internal', { Listener: listener({ Ref: 'Lb' }, fixed) }),
        Other: balancer(),
        Second: { ...listener({ Ref: 'Other' }, forwarding('Group')), DependsOn: 'Listener' },
      },
      [],
    ],
    [
      'of another listener of the same one',
      web('internal'),
      web('internal', { Tls: listener({ Ref: 'Lb' }, forwarding('Group'), 81) }),
      [],
    ],
    ['that nothing forwarded to', { Lb: balancer(), Group: group() }, web('internet-facing'), []],
    [
      'of one that is not known',
      web('internal'),
      { Group: group(), Lb: balancer(), Listener: listener({ Ref: 'AWS::NotificationARNs' }, forwarding('Group')) },
      [],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(await inOneStack(before, after)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});

const VPC = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };
const subnet = (CidrBlock: unknown, AvailabilityZone = 'us-east-1a', VpcId: unknown = { Ref: 'Vpc' }) => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId, CidrBlock, AvailabilityZone },
});
const TAKEN = '`The CIDR … conflicts with another subnet`.';

describe('a range of a deployed subnet', () => {
  test.each<[name: string, before: Resources, after: Resources, expected: readonly string[]]>([
    [
      'of a subnet that moves to another zone',
      { Vpc: VPC, A: subnet('10.0.0.0/24') },
      { Vpc: VPC, A: subnet('10.0.0.0/24', 'us-east-1b') },
      [`blocked identity-taken: It is replaced, and the new subnet takes the range 10.0.0.0/24, which the old subnet still has: ${TAKEN}`],
    ],
    [
      'of a subnet of an imported VPC',
      { A: subnet('10.0.0.0/24', 'us-east-1a', 'vpc-1') },
      { A: subnet('10.0.0.0/24', 'us-east-1b', 'vpc-1') },
      [`blocked identity-taken: It is replaced, and the new subnet takes the range 10.0.0.0/24, which the old subnet still has: ${TAKEN}`],
    ],
    [
      'larger subnets',
      { Vpc: VPC, A: subnet('10.0.0.0/24'), B: subnet('10.0.1.0/24') },
      { Vpc: VPC, A: subnet('10.0.0.0/23') },
      [
        `blocked identity-taken: It is replaced, and the new subnet takes the range 10.0.0.0/23, and the old subnet still has 10.0.0.0/24: ${TAKEN}`,
      ],
    ],
    [
      'another logical id',
      { Vpc: VPC, A: subnet('10.0.0.0/24') },
      { Vpc: VPC, B: subnet('10.0.0.0/24') },
      [`blocked identity-taken: It is created with the range 10.0.0.0/24, which the deployed subnet A still has: ${TAKEN}`],
    ],
    [
      'a range that the next one moves away from',
      { Vpc: VPC, A: subnet('10.0.0.0/24'), B: subnet('10.0.1.0/24') },
      { Vpc: VPC, A: subnet('10.0.1.0/24'), B: subnet('10.0.2.0/24') },
      [`blocked identity-taken: It is created with the range 10.0.1.0/24, which the deployed subnet B still has: ${TAKEN}`],
    ],
    ['another range', { Vpc: VPC, A: subnet('10.0.0.0/24') }, { Vpc: VPC, A: subnet('10.0.9.0/24', 'us-east-1b') }, []],
    ['one more subnet', { Vpc: VPC, A: subnet('10.0.0.0/24') }, { Vpc: VPC, A: subnet('10.0.0.0/24'), B: subnet('10.0.1.0/24') }, []],
    [
      'a range of a new VPC',
      { Vpc: VPC, A: subnet('10.0.0.0/24') },
      { Vpc2: VPC, B: subnet('10.0.0.0/24', 'us-east-1a', { Ref: 'Vpc2' }) },
      [],
    ],
    [
      'a range that is not known',
      { Vpc: VPC, A: subnet({ 'Fn::Select': [0, { 'Fn::Cidr': [{ 'Fn::GetAtt': ['Vpc', 'CidrBlock'] }, 2, 8] }] }) },
      { Vpc: VPC, A: subnet({ 'Fn::Select': [0, { 'Fn::Cidr': [{ 'Fn::GetAtt': ['Vpc', 'CidrBlock'] }, 2, 9] }] }) },
      [],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(await inOneStack(before, after)).toEqual(expected);
  });
});

const record = (Name: string, more: Resources = {}) => ({
  Type: 'AWS::Route53::RecordSet',
  Properties: { HostedZoneId: 'Z123', Name, Type: 'A', TTL: '60', ResourceRecords: ['192.0.2.1'] },
  ...more,
});
const deletion = (RecordName: string, RecordType = 'A', HostedZoneId = 'Z123') => ({
  Type: 'Custom::DeleteExistingRecordSet',
  Properties: { ServiceToken: 'arn:aws:lambda:us-east-1:482731905566:function:x', HostedZoneId, RecordName, RecordType },
});

describe('`deleteExisting`', () => {
  test.each<[name: string, before: Resources, after: Resources, expected: readonly RegExp[]]>([
    [
      'of a record that is deployed',
      { R: record('www.example.com.') },
      { R: record('www.example.com.', { DependsOn: 'D' }), D: deletion('WWW.example.com') },
      [/^careful record-deleted: `deleteExisting` is new, and what it deletes is this record itself/],
    ],
    [
      'of a record of another type',
      { R: record('www.example.com.') },
      { R: record('www.example.com.'), D: deletion('www.example.com.', 'TXT') },
      [],
    ],
    [
      'in another zone',
      { R: record('www.example.com.') },
      { R: record('www.example.com.'), D: deletion('www.example.com.', 'A', 'Z9') },
      [],
    ],
    ['of a record that is new', {}, { R: record('www.example.com.', { DependsOn: 'D' }), D: deletion('www.example.com.') }, []],
    [
      'that was there before',
      { R: record('www.example.com.', { DependsOn: 'D' }), D: deletion('www.example.com.') },
      { R: record('www.example.com.', { DependsOn: 'D', Metadata: { a: 1 } }), D: deletion('www.example.com.') },
      [],
    ],
  ])('%s', async (_, before, after, expected) => {
    const topic = { Topic: { Type: 'AWS::SNS::Topic' } };
    expect(await inOneStack({ ...topic, ...before }, { ...topic, ...after })).toEqual(
      expected.map((pattern) => expect.stringMatching(pattern)),
    );
  });
});
