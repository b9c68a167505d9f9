import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { resource, stackAfter } from '../../../src/check/example-parts.js';

/** What a VPC of one subnet is, with a way out or without. */
export function network(route?: JsonObject): JsonObject {
  return {
    Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
    Subnet: resource('AWS::EC2::Subnet', { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' }),
    RouteTable: resource('AWS::EC2::RouteTable', { VpcId: { Ref: 'Vpc' } }),
    Association: resource('AWS::EC2::SubnetRouteTableAssociation', { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'RouteTable' } }),
    ...(route && {
      Route: resource('AWS::EC2::Route', { RouteTableId: { Ref: 'RouteTable' }, DestinationCidrBlock: '0.0.0.0/0', ...route }),
    }),
  };
}

export function endpoint(service: string): JsonObject {
  return resource('AWS::EC2::VPCEndpoint', {
    VpcId: { Ref: 'Vpc' },
    ServiceName: `com.amazonaws.us-east-1.${service}`,
    VpcEndpointType: 'Interface',
  });
}

/** A function in the subnet of another stack, with a role that allows an action. */
export function functionInSubnet(action: string, subnet = 'subnet'): JsonObject {
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const policy = { PolicyName: 'calls', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] } };
  return {
    Role: resource('AWS::IAM::Role', {
      AssumeRolePolicyDocument: { Statement: [trust] },
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole'],
      Policies: [policy],
    }),
    Charge: resource('AWS::Lambda::Function', {
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      VpcConfig: { SubnetIds: [{ 'Fn::ImportValue': subnet }], SecurityGroupIds: [] },
    }),
  };
}

/** A function that reads a secret, in a VPC with nothing but the endpoint of one service. */
export function isolatedFunction(service: string): Example {
  return {
    Network: {
      region: 'us-east-1',
      resources: { ...network(), Endpoint: endpoint(service) },
      outputs: { Subnet: { Value: { Ref: 'Subnet' }, Export: { Name: 'subnet' } } },
    },
    Payments: stackAfter('Network', 'us-east-1', functionInSubnet('secretsmanager:GetSecretValue')),
  };
}

/** A function that reads a table, behind a NAT gateway. */
export function functionBehindNat(service?: string): Example {
  return {
    Network: {
      region: 'us-east-1',
      resources: { ...network({ NatGatewayId: 'nat-0f3b2c1d4e5f60718' }), ...(service !== undefined && { Endpoint: endpoint(service) }) },
      outputs: { Subnet: { Value: { Ref: 'Subnet' }, Export: { Name: 'subnet' } } },
    },
    Payments: stackAfter('Network', 'us-east-1', functionInSubnet('dynamodb:Query')),
  };
}
