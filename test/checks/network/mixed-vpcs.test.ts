import { expect, it } from 'vitest';
import check from '../../../checks/network/mixed-vpcs.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const of = (Type: string, Properties: object) => ({ Type, Properties });
const VPCS = {
  Shop: of('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
  Tools: of('AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' }),
  ShopSubnet: of('AWS::EC2::Subnet', { VpcId: { Ref: 'Shop' }, CidrBlock: '10.0.0.0/24' }),
  ShopGroup: of('AWS::EC2::SecurityGroup', { GroupDescription: 'shop', VpcId: { Ref: 'Shop' } }),
  ShopTable: of('AWS::EC2::RouteTable', { VpcId: { Ref: 'Shop' } }),
  ToolsSubnet: of('AWS::EC2::Subnet', { VpcId: { Ref: 'Tools' }, CidrBlock: '10.1.0.0/24' }),
  ToolsGroup: of('AWS::EC2::SecurityGroup', { GroupDescription: 'tools', VpcId: { Ref: 'Tools' } }),
  ToolsSubnets: of('AWS::RDS::DBSubnetGroup', { DBSubnetGroupDescription: 'tools', SubnetIds: [{ Ref: 'ToolsSubnet' }] }),
};
const app = (type: string, properties: object, more: object = {}) =>
  ({ Network: { region: 'us-east-1', resources: { ...VPCS, Subject: of(type, properties), ...more } } }) as Example;
const group = { Ref: 'ShopGroup' };
const rule = {
  GroupId: { 'Fn::GetAtt': ['ToolsGroup', 'GroupId'] },
  IpProtocol: 'tcp',
  SourceSecurityGroupId: { 'Fn::GetAtt': ['ShopGroup', 'GroupId'] },
};

it.each<[string, Example, string | undefined]>([
  [
    'a function',
    app('AWS::Lambda::Function', { VpcConfig: { SubnetIds: [{ Ref: 'ToolsSubnet' }], SecurityGroupIds: [group] } }),
    'VpcConfig.SecurityGroupIds.0',
  ],
  ['subnets of two VPCs', app('AWS::RDS::DBSubnetGroup', { SubnetIds: [{ Ref: 'ShopSubnet' }, { Ref: 'ToolsSubnet' }] }), 'SubnetIds.1'],
  [
    'a database by its subnet group',
    app('AWS::RDS::DBInstance', { DBSubnetGroupName: { Ref: 'ToolsSubnets' }, VPCSecurityGroups: [group] }),
    'VPCSecurityGroups.0',
  ],
  [
    'a route table of another VPC',
    app('AWS::EC2::SubnetRouteTableAssociation', { SubnetId: { Ref: 'ToolsSubnet' }, RouteTableId: { Ref: 'ShopTable' } }),
    'RouteTableId',
  ],
  [
    'a group that is associated with the other VPC',
    app(
      'AWS::Lambda::Function',
      { VpcConfig: { SubnetIds: [{ Ref: 'ToolsSubnet' }], SecurityGroupIds: [group] } },
      { Shared: of('AWS::EC2::SecurityGroupVpcAssociation', { GroupId: group, VpcId: { Ref: 'Tools' } }) },
    ),
    undefined,
  ],
  ['a rule', app('AWS::EC2::SecurityGroupIngress', rule), 'SourceSecurityGroupId'],
  [
    'a rule between peered VPCs',
    app('AWS::EC2::SecurityGroupIngress', rule, {
      Peering: of('AWS::EC2::VPCPeeringConnection', { VpcId: { Ref: 'Shop' }, PeerVpcId: { Ref: 'Tools' } }),
    }),
    undefined,
  ],
  [
    'a VPC that is looked up',
    app('AWS::Lambda::Function', { VpcConfig: { SubnetIds: ['subnet-0a1b2c3d4e5f60718'], SecurityGroupIds: [group] } }),
    undefined,
  ],
  [
    'a listener with a target group of another VPC',
    app(
      'AWS::ElasticLoadBalancingV2::Listener',
      { LoadBalancerArn: { Ref: 'Balancer' }, DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'Targets' } }] },
      {
        Balancer: of('AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: [{ Ref: 'ShopSubnet' }] }),
        Targets: of('AWS::ElasticLoadBalancingV2::TargetGroup', { VpcId: { Ref: 'Tools' } }),
      },
    ),
    'DefaultActions.0.TargetGroupArn',
  ],
  [
    'a route to the internet gateway of another VPC',
    app(
      'AWS::EC2::Route',
      { RouteTableId: { Ref: 'ShopTable' }, GatewayId: { Ref: 'Gateway' } },
      {
        Gateway: of('AWS::EC2::InternetGateway', {}),
        Attachment: of('AWS::EC2::VPCGatewayAttachment', { VpcId: { Ref: 'Tools' }, InternetGatewayId: { Ref: 'Gateway' } }),
      },
    ),
    'GatewayId',
  ],
  ['one VPC', app('AWS::EC2::Instance', { SubnetId: { Ref: 'ShopSubnet' }, SecurityGroupIds: [group] }), undefined],
])('compares the VPCs of what one resource names: %s', (_, example, propertyPath) => {
  expect(findingsIn(example, check)).toMatchObject(
    propertyPath === undefined ? [] : [{ severity: 'error', logicalId: 'Subject', propertyPath }],
  );
});
