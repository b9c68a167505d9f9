import { expect, it } from 'vitest';
import check from '../../../checks/network/subnet-zones.js';
import type { Example } from '../../../src/check/example.js';
import { SUBNET_ZONES } from '../../../src/facts/subnet-zones.js';
import { findingsIn } from '../../support/findings-in.js';

const subnet = (AvailabilityZone: unknown) => ({ Type: 'AWS::EC2::Subnet', Properties: { VpcId: 'vpc-1', AvailabilityZone } });
const SUBNETS = {
  A: subnet('us-east-1a'),
  B: subnet('us-east-1b'),
  A2: subnet('us-east-1a'),
  First: subnet({ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }),
  First2: subnet({ 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }),
  Second: subnet({ 'Fn::Select': [1, { 'Fn::GetAZs': '' }] }),
  Local: subnet('us-west-2-lax-1a'),
};
const refs = (...names: readonly string[]) => names.map((Ref) => ({ Ref }));
const app = (Type: string, Properties: object, more: object = {}) =>
  ({ Network: { region: 'us-east-1', resources: { ...SUBNETS, Subject: { Type, Properties }, ...more } } }) as Example;
const given = (): Example => {
  const { Network } = app(BALANCER, { Subnets: refs('Given') }, { Given: subnet({ Ref: 'Zone' }) });
  return { Network: { ...Network, parameters: { Zone: { Type: 'String' } } } } as Example;
};
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const shown = (example: Example) => findingsIn(example, check).map(({ logicalId, propertyPath }) => `${logicalId}.${propertyPath}`);

it.each<[string, Example, readonly string[]]>([
  ['an application load balancer in two zones', app(BALANCER, { Subnets: refs('A', 'B') }), []],
  ['an application load balancer in one subnet', app(BALANCER, { Subnets: refs('A') }), ['Subject.Subnets.0']],
  ['a network load balancer in one subnet', app(BALANCER, { Type: 'network', Subnets: refs('A') }), []],
  [
    'a network load balancer with addresses',
    app(BALANCER, { Type: 'network', SubnetMappings: [{ SubnetId: { Ref: 'A' } }, { SubnetId: { Ref: 'A2' } }] }),
    ['Subject.SubnetMappings.1.SubnetId'],
  ],
  ['three subnets in two zones', app(BALANCER, { Subnets: refs('A', 'B', 'A2') }), ['Subject.Subnets.2']],
  ['zones that only the deployment knows, equal', app(BALANCER, { Subnets: refs('First', 'First2') }), ['Subject.Subnets.0']],
  ['zones that only the deployment knows, others', app(BALANCER, { Subnets: refs('First', 'Second') }), []],
  ['a local zone', app(BALANCER, { Subnets: refs('Local') }), []],
  ['a zone that a parameter gives', given(), []],
  ['subnets that are looked up', app(BALANCER, { Subnets: ['subnet-1'] }), []],
  ['a database in one zone', app('AWS::RDS::DBSubnetGroup', { SubnetIds: refs('A', 'A2') }), ['Subject.SubnetIds.0']],
  ['a database in two zones', app('AWS::RDS::DBSubnetGroup', { SubnetIds: refs('A', 'B', 'A2') }), []],
  [
    'Aurora Serverless',
    app(
      'AWS::RDS::DBCluster',
      { EngineMode: 'serverless', DBSubnetGroupName: { Ref: 'Group' } },
      { Group: { Type: 'AWS::RDS::DBSubnetGroup', Properties: { SubnetIds: refs('A', 'B', 'A2') } } },
    ),
    ['Subject.DBSubnetGroupName'],
  ],
])('looks at the zones of subnets: %s', (_, example, expected) => {
  expect(shown(example)).toEqual(expected);
});

it('quotes AWS and has a source for each row', () => {
  for (const { says, sources } of SUBNET_ZONES) {
    expect(says.length).toBeGreaterThan(10);
    for (const source of sources) expect(source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|github\.com)\//);
  }
});
