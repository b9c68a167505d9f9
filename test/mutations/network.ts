import zoneMissing from '../../checks/network/availability-zone-missing.js';
import gatewayEndpointMissing from '../../checks/network/gateway-endpoint-missing.js';
import lambdaWithoutEgress from '../../checks/network/lambda-without-egress.js';
import mixedVpcs from '../../checks/network/mixed-vpcs.js';
import natGatewayCost from '../../checks/network/nat-gateway-cost.js';
import peeringOneWay from '../../checks/network/peering-one-way.js';
import peeringRole from '../../checks/network/peering-role-missing.js';
import quota from '../../checks/network/quota.js';
import subnetRange from '../../checks/network/subnet-range.js';
import subnetZones from '../../checks/network/subnet-zones.js';
import targetGroupShared from '../../checks/network/target-group-shared.js';
import targetType from '../../checks/network/target-type.js';
import transitPeering from '../../checks/network/transit-gateway-peering-not-accepted.js';
import zoneMismatch from '../../checks/network/zone-mismatch.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
  {
    check: zoneMissing.id,
    name: 'take a fifth zone',
    from: zoneMissing.docs.good,
    apply: (app) => edit(app, 'Network', 'Subnet3', ['Properties', 'AvailabilityZone'], { 'Fn::Select': [4, { 'Fn::GetAZs': '' }] }),
    expect: { stack: 'Network', resource: 'Subnet3', property: 'AvailabilityZone' },
  },
  {
    check: lambdaWithoutEgress.id,
    name: 'make the endpoint one of another service',
    from: lambdaWithoutEgress.docs.good,
    apply: (app) => edit(app, 'Network', 'Endpoint', ['Properties', 'ServiceName'], 'com.amazonaws.us-east-1.kms'),
    expect: { stack: 'Payments', resource: 'Charge', property: 'VpcConfig.SubnetIds' },
  },
  {
    check: lambdaWithoutEgress.id,
    name: 'remove the route to the NAT gateway',
    from: gatewayEndpointMissing.docs.good,
    apply: (app) => {
      edit(app, 'Network', 'Route', []);
      edit(app, 'Network', 'Endpoint', []);
    },
    expect: { stack: 'Payments', resource: 'Charge', property: 'VpcConfig.SubnetIds' },
  },
  {
    check: gatewayEndpointMissing.id,
    name: 'remove the gateway endpoint',
    from: gatewayEndpointMissing.docs.good,
    apply: (app) => edit(app, 'Network', 'Endpoint', []),
    expect: { stack: 'Network', resource: 'Vpc', property: '' },
  },
  {
    check: natGatewayCost.id,
    name: 'add a NAT gateway to a test',
    from: natGatewayCost.docs.good,
    apply: (app) => edit(app, 'Network-test', 'Gateway', [], { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: { Ref: 'Subnet' } } }),
    expect: { stack: 'Network-test', resource: 'Gateway', property: '' },
  },
  {
    check: quota.id,
    name: 'deploy both stacks to one region',
    from: quota.docs.good,
    apply: (app) => {
      if (app.Green) app.Green.region = 'us-east-1';
    },
    expect: { stack: 'Green', resource: 'Address3', property: '' },
  },
  {
    check: mixedVpcs.id,
    name: 'put a security group into the other VPC',
    from: mixedVpcs.docs.good,
    apply: (app) => edit(app, 'Network', 'Web', ['Properties', 'VpcId'], { Ref: 'Tools' }),
    expect: { stack: 'Network', resource: 'FromWeb', property: 'SourceSecurityGroupId' },
  },
  {
    check: peeringOneWay.id,
    name: 'remove the route back',
    from: peeringOneWay.docs.good,
    apply: (app) => edit(app, 'Network', 'ToShop', []),
    expect: { stack: 'Network', resource: 'Peering', property: 'PeerVpcId' },
  },
  {
    check: peeringRole.id,
    name: 'leave out the role that accepts the peering',
    from: peeringRole.docs.good,
    apply: (app) => edit(app, 'Network', 'Peering', ['Properties', 'PeerRoleArn']),
    expect: { stack: 'Network', resource: 'Peering', property: 'PeerOwnerId' },
  },
  {
    check: transitPeering.id,
    name: 'route over the peering in the deployment that requests it',
    from: transitPeering.docs.good,
    apply: (app) => edit(app, 'East', 'ToWest', ['Properties', 'TransitGatewayAttachmentId'], { Ref: 'Peering' }),
    expect: { stack: 'East', resource: 'ToWest', property: 'TransitGatewayAttachmentId' },
  },
  {
    check: subnetZones.id,
    name: 'put both subnets into one zone',
    from: subnetZones.docs.good,
    apply: (app) => edit(app, 'Web', 'Second', ['Properties', 'AvailabilityZone'], 'us-east-1a'),
    expect: { stack: 'Web', resource: 'Balancer', property: 'Subnets.1' },
  },
  {
    check: subnetRange.id,
    name: 'leave the range of the VPC',
    from: subnetRange.docs.good,
    apply: (app) => edit(app, 'Network', 'Second', ['Properties', 'CidrBlock'], '10.1.0.0/24'),
    expect: { stack: 'Network', resource: 'Second', property: 'CidrBlock' },
  },
  {
    check: zoneMismatch.id,
    name: 'move the instance to another zone',
    from: zoneMismatch.docs.good,
    apply: (app) => edit(app, 'Data', 'Subnet', ['Properties', 'AvailabilityZone'], 'us-east-1c'),
    expect: { stack: 'Data', resource: 'Attachment', property: 'VolumeId' },
  },
  {
    check: targetType.id,
    name: 'leave the target type to the default',
    from: targetType.docs.good,
    apply: (app) => edit(app, 'Web', 'Group', ['Properties', 'TargetType']),
    expect: { stack: 'Web', resource: 'Service', property: 'LoadBalancers.0.TargetGroupArn' },
  },
  {
    check: targetGroupShared.id,
    name: 'forward to the target group of the other load balancer',
    from: targetGroupShared.docs.good,
    apply: (app) => edit(app, 'Web', 'FromInternal', ['Properties', 'DefaultActions', 0, 'TargetGroupArn'], { Ref: 'Group' }),
    expect: { stack: 'Web', resource: 'FromInternal', property: 'DefaultActions.0.TargetGroupArn' },
  },
];
