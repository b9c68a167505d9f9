import { expect, it } from 'vitest';
import check from '../../../checks/network/subnet-range.js';
import zoneMismatch from '../../../checks/network/zone-mismatch.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const of = (Type: string, Properties: object) => ({ Type, Properties });
const subnet = (CidrBlock: unknown, VpcId: unknown = { Ref: 'Vpc' }) => of('AWS::EC2::Subnet', { VpcId, CidrBlock });
const Vpc = of('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' });
const one = (resources: object) => ({ Network: { region: 'us-east-1', resources: { Vpc, ...resources } } }) as Example;

it.each<[string, Example, readonly string[]]>([
  ['equal ranges', one({ A: subnet('10.0.0.0/24'), B: subnet('10.0.0.0/24') }), ['B']],
  ['a range in a range', one({ A: subnet('10.0.0.128/25'), B: subnet('10.0.0.0/24') }), ['B']],
  ['ranges beside each other', one({ A: subnet('10.0.0.0/24'), B: subnet('10.0.1.0/24') }), []],
  ['outside of the VPC', one({ A: subnet('10.1.0.0/24') }), ['A']],
  [
    'a VPC with another block',
    one({ A: subnet('10.1.0.0/24'), More: of('AWS::EC2::VPCCidrBlock', { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.1.0.0/16' }) }),
    [],
  ],
  ['another VPC', one({ A: subnet('10.0.0.0/24'), B: subnet('10.0.0.0/24', 'vpc-1') }), []],
  ['a range that is not known', one({ A: subnet({ 'Fn::ImportValue': 'range' }) }), []],
  [
    'stacks that import one VPC',
    {
      One: { region: 'us-east-1', resources: { A: subnet('10.0.0.0/24', 'vpc-1') } },
      Two: { region: 'us-east-1', resources: { B: subnet('10.0.0.0/24', 'vpc-1') } },
    } as Example,
    ['B'],
  ],
])('compares the ranges of subnets: %s', (_, example, expected) => {
  expect(findingsIn(example, check).map(({ logicalId }) => logicalId)).toEqual(expected);
});

it('compares the zone of a One Zone file system with that of its mount target', () => {
  const resources = {
    Files: of('AWS::EFS::FileSystem', { AvailabilityZoneName: 'us-east-1a' }),
    Subnet: of('AWS::EC2::Subnet', { VpcId: 'vpc-1', AvailabilityZone: 'us-east-1b' }),
    Target: of('AWS::EFS::MountTarget', { FileSystemId: { Ref: 'Files' }, SubnetId: { Ref: 'Subnet' }, SecurityGroups: [] }),
  };
  expect(findingsIn({ Data: { region: 'us-east-1', resources } } as Example, zoneMismatch)).toMatchObject([
    { logicalId: 'Target', propertyPath: 'SubnetId' },
  ]);
});
