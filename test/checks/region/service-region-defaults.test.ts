import { expect, it } from 'vitest';
import check from '../../../checks/region/service-region.js';
import { findingsIn } from '../../support/findings-in.js';

const read = (output: string) => ({ 'Fn::GetStackOutput': { StackName: 'East', OutputName: output, Region: 'us-east-1' } });
const found = (producer: { Type: string; Properties: object }, consumer: { Type: string; Properties: object }) =>
  findingsIn(
    {
      East: {
        region: 'us-east-1',
        resources: { Named: { Type: producer.Type, Properties: { ...producer.Properties } } },
        outputs: { Id: { Value: { Ref: 'Named' } } },
      },
      West: {
        region: 'us-west-2',
        dependencies: ['East'],
        resources: { R: { Type: consumer.Type, Properties: { ...consumer.Properties } } },
      },
    },
    check,
  ).map(({ severity, propertyPath }) => `${severity} ${propertyPath}`);

it.each<[type: string, named: string, properties: (value: object) => object, expected: string]>([
  ['AWS::EC2::Subnet', 'AWS::EC2::VPC', (VpcId) => ({ VpcId }), 'error VpcId'],
  ['AWS::EC2::SubnetRouteTableAssociation', 'AWS::EC2::RouteTable', (RouteTableId) => ({ RouteTableId }), 'error RouteTableId'],
  ['AWS::RDS::DBSubnetGroup', 'AWS::EC2::Subnet', (subnet) => ({ SubnetIds: [subnet] }), 'error SubnetIds.0'],
  ['AWS::EFS::MountTarget', 'AWS::EFS::FileSystem', (FileSystemId) => ({ FileSystemId }), 'warning FileSystemId'],
  ['AWS::GuardDuty::Member', 'AWS::GuardDuty::Detector', (DetectorId) => ({ DetectorId }), 'warning DetectorId'],
  ['AWS::AppSync::Resolver', 'AWS::AppSync::GraphQLApi', (ApiId) => ({ ApiId }), 'warning ApiId'],
  ['AWS::ApiGateway::Deployment', 'AWS::ApiGateway::RestApi', (RestApiId) => ({ RestApiId }), 'warning RestApiId'],
  [
    'AWS::Bedrock::ApplicationInferenceProfile',
    'AWS::Bedrock::ApplicationInferenceProfile',
    (CopyFrom) => ({ ModelSource: { CopyFrom } }),
    'warning ModelSource.CopyFrom',
  ],
])('%s with a %s of another region', (type, named, properties, expected) => {
  expect(found({ Type: named, Properties: {} }, { Type: type, Properties: properties(read('Id')) })).toEqual([expected]);
});

it.each<[type: string, named: string, properties: (value: object) => object]>([
  // Known in several regions.
  ['AWS::DocDB::DBCluster', 'AWS::DocDB::GlobalCluster', (GlobalClusterIdentifier) => ({ GlobalClusterIdentifier })],
  [
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::GlobalReplicationGroup',
    (GlobalReplicationGroupId) => ({ GlobalReplicationGroupId }),
  ],
  // One id on both sides.
  ['AWS::EC2::Route', 'AWS::EC2::VPCPeeringConnection', (VpcPeeringConnectionId) => ({ VpcPeeringConnectionId })],
  [
    'AWS::EC2::TransitGatewayRoute',
    'AWS::EC2::TransitGatewayPeeringAttachment',
    (TransitGatewayAttachmentId) => ({ TransitGatewayAttachmentId }),
  ],
  ['AWS::EC2::VPC', 'AWS::EC2::IPAMPool', (Ipv4IpamPoolId) => ({ Ipv4IpamPoolId })],
  ['AWS::ApiGateway::Method', 'AWS::Lambda::Function', (Uri) => ({ Integration: { Uri } })],
])('%s may name a %s of another region', (type, named, properties) => {
  expect(found({ Type: named, Properties: {} }, { Type: type, Properties: properties(read('Id')) })).toEqual([]);
});

it('ignores a name that the region of the reader has, too', () => {
  const cluster = { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: 'apps' } };
  expect(found(cluster, { Type: 'AWS::ECS::Service', Properties: { Cluster: read('Id') } })).toEqual([]);
});
