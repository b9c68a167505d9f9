import gatewayEndpointMissing from '../../checks/network/gateway-endpoint-missing.js';
import lambdaWithoutEgress from '../../checks/network/lambda-without-egress.js';
import natGatewayCost from '../../checks/network/nat-gateway-cost.js';
import quota from '../../checks/network/quota.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

export const mutations: readonly Mutation[] = [
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
];
