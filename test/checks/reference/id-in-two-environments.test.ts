import { expect, it } from 'vitest';
import check from '../../../checks/reference/id-in-two-environments.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const stack = (type: string, properties: object, region = 'us-east-1', account = '482731905566') => ({
  account,
  region,
  resources: { R: { Type: type, Properties: { ...properties } } },
});
const OTHER = '718820043961';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "reference/id-in-two-environments",
        "logicalId": "Firewall",
        "message": "vpc-0b1c2d3e4f5a60718 is used in stacks of us-east-1 and us-west-2: it exists in one region only, so at least one of the stacks cannot be deployed.",
        "propertyPath": "VpcId",
        "related": [
          {
            "logicalId": "Firewall",
            "message": "The same ID in us-east-1.",
            "propertyPath": "VpcId",
            "stack": "East",
          },
        ],
        "severity": "error",
        "stack": "West",
      },
    ]
  `);
});

it.each<[string, Example]>([
  [
    'an image in two regions',
    {
      A: stack('AWS::EC2::Instance', { ImageId: 'ami-0b1c2d3e4f5a60718' }),
      B: stack('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: 'ami-0b1c2d3e4f5a60718' } }, 'eu-west-1'),
    },
  ],
  [
    'subnets in two regions, once',
    {
      A: stack('AWS::RDS::DBSubnetGroup', { SubnetIds: ['subnet-0b1c2d3e4f5a60718', 'subnet-0b1c2d3e4f5a60719'] }),
      B: stack('AWS::RDS::DBSubnetGroup', { SubnetIds: ['subnet-0b1c2d3e4f5a60718', 'subnet-0b1c2d3e4f5a60719'] }, 'eu-west-1'),
    },
  ],
  [
    'a key in two regions',
    {
      A: stack('AWS::SQS::Queue', { KmsMasterKeyId: '0d9c7a52-4c1e-4a63-9d0b-6c1a2f7e8b34' }),
      B: stack('AWS::SNS::Topic', { KmsMasterKeyId: '0d9c7a52-4c1e-4a63-9d0b-6c1a2f7e8b34' }, 'eu-west-1'),
    },
  ],
  ...(
    [
      ['AWS::EFS::MountTarget', 'FileSystemId', 'fs-0b1c2d3e4f5a60718'],
      ['AWS::ApiGateway::Resource', 'RestApiId', 'a1b2c3d4e5'],
      ['AWS::AppSync::ApiKey', 'ApiId', 'aaaabbbbccccddddeeee22ffff'],
      ['AWS::GuardDuty::Filter', 'DetectorId', '12abc34d567e8fa901bc2d34e56789f0'],
      ['AWS::WorkSpaces::Workspace', 'DirectoryId', 'd-9067012345'],
      ['AWS::EC2::SecurityGroupIngress', 'SourcePrefixListId', 'pl-3b927c52'],
    ] as const
  ).map(([type, property, id]): [string, Example] => [
    `the id of ${type} ${property}`,
    { A: stack(type, { [property]: id }), B: stack(type, { [property]: id }, 'eu-west-1') },
  ]),
  [
    'a zone in two accounts',
    {
      A: stack('AWS::Route53::RecordSet', { HostedZoneId: 'Z08214331V7PTQ2M5KXYA', Name: 'a.altona.net', Type: 'A' }),
      B: stack('AWS::Route53::RecordSet', { HostedZoneId: 'Z08214331V7PTQ2M5KXYA', Name: 'b.altona.net', Type: 'A' }, 'us-east-1', OTHER),
    },
  ],
])('reports %s', (_, example) => {
  expect(findingsIn(example, check)).toHaveLength(1);
});

it.each<[string, Example]>([
  [
    'a multi-region key in two regions',
    {
      A: stack('AWS::SQS::Queue', { KmsMasterKeyId: 'mrk-0d9c7a524c1e4a639d0b6c1a2f7e8b34' }),
      B: stack('AWS::SNS::Topic', { KmsMasterKeyId: 'mrk-0d9c7a524c1e4a639d0b6c1a2f7e8b34' }, 'eu-west-1'),
    },
  ],
  [
    'a name that is no id',
    {
      A: stack('AWS::AppSync::ApiKey', { ApiId: 'orders' }),
      B: stack('AWS::AppSync::ApiKey', { ApiId: 'orders' }, 'eu-west-1'),
    },
  ],
  [
    'a shared subnet in two accounts',
    {
      A: stack('AWS::RDS::DBSubnetGroup', { SubnetIds: ['subnet-0b1c2d3e4f5a60718'] }),
      B: stack('AWS::RDS::DBSubnetGroup', { SubnetIds: ['subnet-0b1c2d3e4f5a60718'] }, 'us-east-1', OTHER),
    },
  ],
  [
    'a zone in two regions',
    {
      A: stack('AWS::Route53::RecordSet', { HostedZoneId: 'Z08214331V7PTQ2M5KXYA', Name: 'a.altona.net', Type: 'A' }),
      B: stack('AWS::Route53::RecordSet', { HostedZoneId: 'Z08214331V7PTQ2M5KXYA', Name: 'b.altona.net', Type: 'A' }, 'eu-west-1'),
    },
  ],
  [
    'the VPC of the other side of a peering',
    {
      A: stack('AWS::EC2::SecurityGroup', { VpcId: 'vpc-0b1c2d3e4f5a60718' }),
      B: stack(
        'AWS::EC2::VPCPeeringConnection',
        { VpcId: 'vpc-0b1c2d3e4f5a60719', PeerVpcId: 'vpc-0b1c2d3e4f5a60718', PeerRegion: 'us-east-1' },
        'eu-west-1',
      ),
    },
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
