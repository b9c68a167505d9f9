import { expect, it } from 'vitest';
import check from '../../../checks/network/lambda-without-egress.js';
import { endpoint, functionInSubnet, network } from '../../../checks/network/model/vpc-example.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const INTERNET = { GatewayId: { Ref: 'Internet' } };
const gateway = { Internet: { Type: 'AWS::EC2::InternetGateway', Properties: {} } };

interface App {
  readonly action?: string;
  readonly route?: JsonObject;
  readonly network?: JsonObject;
  readonly payments?: JsonObject;
  readonly charge?: JsonObject;
  readonly rest?: object;
}

function app({ action = 'sqs:SendMessage', route, network: more, payments, charge, rest }: App): Example {
  const resources = functionInSubnet(action);
  const { Properties } = resources.Charge as { Properties: JsonObject };
  return {
    Network: {
      region: 'us-east-1',
      resources: { ...network(route), ...more },
      outputs: { Subnet: { Value: { Ref: 'Subnet' }, Export: { Name: 'subnet' } } },
      ...rest,
    },
    Payments: {
      region: 'us-east-1',
      dependencies: ['Network'],
      resources: { ...resources, Charge: { Type: 'AWS::Lambda::Function', Properties: { ...Properties, ...charge } }, ...payments },
    },
  };
}

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'warning',
      checkId: 'network/lambda-without-egress',
      stack: 'Payments',
      logicalId: 'Charge',
      propertyPath: 'VpcConfig.SubnetIds',
      message:
        'Charge may call Secrets Manager, but its subnets have no route out of the VPC, and the VPC has no endpoint for "secretsmanager": the calls time out.',
      related: [{ stack: 'Network', logicalId: 'Vpc', message: 'The VPC is declared here.' }],
    },
  ]);
});

it.each<[string, Example, string]>([
  [
    'a public subnet',
    app({ route: INTERNET, network: gateway }),
    'the only way out of its subnets is an internet gateway, which a function cannot use',
  ],
  [
    'a policy in another place',
    app({
      action: 'logs:PutLogEvents',
      payments: {
        Policy: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            Roles: [{ Ref: 'Role' }],
            PolicyDocument: { Statement: { Effect: 'Allow', Action: ['dynamodb:GetItem'], Resource: '*' } },
          },
        },
      },
    }),
    'may call DynamoDB',
  ],
])('reports %s', (_, example, words) => {
  expect(findingsIn(example, check).map(({ message }) => message)).toEqual([expect.stringContaining(words)]);
});

it.each<[string, Example]>([
  ['a NAT gateway', app({ route: { NatGatewayId: 'nat-0f3b2c1d4e5f60718' } })],
  ['a transit gateway', app({ route: { DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw-0a1b2c3d' } })],
  [
    'a way out for IPv6',
    app({
      route: { DestinationCidrBlock: { Ref: 'AWS::NoValue' }, DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-0a1b' },
    }),
  ],
  [
    'routes that a virtual gateway brings',
    app({
      network: {
        Propagation: {
          Type: 'AWS::EC2::VPNGatewayRoutePropagation',
          Properties: { RouteTableIds: [{ Ref: 'RouteTable' }], VpnGatewayId: 'vgw-1' },
        },
      },
    }),
  ],
  [
    'a route into a table that is not known',
    app({
      network: { Route: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '0.0.0.0/0' } } },
      rest: { parameters: { Table: { Type: 'String' } } },
    }),
  ],
  ['an endpoint of the service', app({ network: { Endpoint: endpoint('sqs') } })],
  [
    'an endpoint whose region is a token',
    app({
      network: {
        Endpoint: {
          Type: 'AWS::EC2::VPCEndpoint',
          Properties: { VpcId: { Ref: 'Vpc' }, ServiceName: { 'Fn::Sub': 'com.amazonaws.${AWS::Region}.sqs' } },
        },
      },
    }),
  ],
  [
    'an endpoint of a service that is not known',
    app({
      network: { Endpoint: { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcId: { Ref: 'Vpc' }, ServiceName: { Ref: 'Service' } } } },
      rest: { parameters: { Service: { Type: 'String' } } },
    }),
  ],
  ['a queue that Lambda polls for the function', app({ action: 'sqs:ReceiveMessage' })],
  [
    'a dead-letter queue, which Lambda writes to',
    app({ charge: { DeadLetterConfig: { TargetArn: 'arn:aws:sqs:us-east-1:482731905566:failed' } } }),
  ],
  [
    'a destination, which Lambda calls',
    app({
      payments: {
        Destination: {
          Type: 'AWS::Lambda::EventInvokeConfig',
          Properties: {
            FunctionName: { Ref: 'Charge' },
            Qualifier: '$LATEST',
            DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:482731905566:failed' } },
          },
        },
      },
    }),
  ],
  [
    'a role that functions share',
    app({ payments: { Other: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } } } }),
  ],
  ['what only a role of everything may do', app({ action: '*' })],
  ['subnets that are not declared here', app({ charge: { VpcConfig: { SubnetIds: ['subnet-0a1b2c3d'], SecurityGroupIds: [] } } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

const peering = (destination: string): JsonObject => ({
  Other: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.2.0.0/16' } },
  Peering: { Type: 'AWS::EC2::VPCPeeringConnection', Properties: { VpcId: { Ref: 'Vpc' }, PeerVpcId: { Ref: 'Other' } } },
  Route: {
    Type: 'AWS::EC2::Route',
    Properties: { RouteTableId: { Ref: 'RouteTable' }, DestinationCidrBlock: destination, VpcPeeringConnectionId: { Ref: 'Peering' } },
  },
});
const hub = {
  Type: 'AWS::EC2::VPCEndpoint',
  Properties: { VpcId: { Ref: 'Other' }, VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.us-east-1.sqs' },
};

it('reports a subnet whose only route leads to a peer', () => {
  expect(findingsIn(app({ network: peering('10.2.0.0/16') }), check)).toHaveLength(1);
  expect(findingsIn(app({ network: peering('0.0.0.0/0') }), check)).toEqual([]);
  expect(findingsIn(app({ network: { ...peering('10.2.0.0/16'), Hub: hub } }), check)).toEqual([]);
});

it('reports a subnet that is left with the main route table of its VPC', () => {
  const { Network, Payments } = app({});
  const { Association: _, RouteTable: __, ...resources } = Network?.resources ?? {};
  expect(findingsIn({ Network: { ...Network, resources }, Payments: { ...Payments } }, check)).toHaveLength(1);
  const Setup = { Type: 'Custom::MainRoutes', Properties: { VpcId: { Ref: 'Vpc' } } };
  expect(findingsIn({ Network: { ...Network, resources: { ...resources, Setup } }, Payments: { ...Payments } }, check)).toEqual([]);
});

const nat = (subnet: string, more: JsonObject = {}): JsonObject => ({
  Nat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: { Ref: subnet }, ...more } },
});
const NAT = { NatGatewayId: { Ref: 'Nat' } };
const publicSubnet = {
  Public: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.1.0/24' } },
  PublicTable: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
  PublicAssociation: {
    Type: 'AWS::EC2::SubnetRouteTableAssociation',
    Properties: { SubnetId: { Ref: 'Public' }, RouteTableId: { Ref: 'PublicTable' } },
  },
};
const publicRoute = {
  Type: 'AWS::EC2::Route',
  Properties: { RouteTableId: { Ref: 'PublicTable' }, DestinationCidrBlock: '0.0.0.0/0', ...INTERNET },
};

it('reports a NAT gateway without a way out of its own', () => {
  const closed = { ...gateway, ...publicSubnet, ...nat('Public') };
  expect(findingsIn(app({ route: NAT, network: closed }), check)).toHaveLength(1);
  expect(findingsIn(app({ route: NAT, network: { ...gateway, ...nat('Subnet') } }), check)).toHaveLength(1);
  expect(findingsIn(app({ route: NAT, network: { ...closed, PublicRoute: publicRoute } }), check)).toEqual([]);
  expect(findingsIn(app({ route: NAT, network: { ...closed, ...nat('Public', { ConnectivityType: 'private' }) } }), check)).toEqual([]);
});

it('reports a gateway endpoint that is not in the route table of the subnet', () => {
  const s3 = (...tables: readonly string[]) => ({
    S3: {
      Type: 'AWS::EC2::VPCEndpoint',
      Properties: { VpcId: { Ref: 'Vpc' }, ServiceName: 'com.amazonaws.us-east-1.s3', RouteTableIds: tables.map((Ref) => ({ Ref })) },
    },
  });
  expect(findingsIn(app({ action: 's3:GetObject', network: { ...publicSubnet, ...s3('PublicTable') } }), check)).toHaveLength(1);
  expect(findingsIn(app({ action: 's3:GetObject', network: { ...publicSubnet, ...s3('PublicTable', 'RouteTable') } }), check)).toEqual([]);
});

it('reports security groups that let nothing out', () => {
  const group = (CidrIp: string) => ({
    Type: 'AWS::EC2::SecurityGroup',
    Properties: { GroupDescription: 'g', SecurityGroupEgress: [{ CidrIp, IpProtocol: 'icmp' }] },
  });
  const charge = {
    VpcConfig: { SubnetIds: [{ 'Fn::ImportValue': 'subnet' }], SecurityGroupIds: [{ 'Fn::GetAtt': ['Group', 'GroupId'] }] },
  };
  const found = findingsIn(app({ route: NAT, payments: { Group: group('255.255.255.255/32') }, charge }), check);
  expect(found.map(({ propertyPath, message }) => [propertyPath, message])).toEqual([
    ['VpcConfig.SecurityGroupIds', 'Charge may call SQS, but its security groups allow no outbound traffic: the calls time out.'],
  ]);
  expect(findingsIn(app({ route: { NatGatewayId: 'nat-1' }, payments: { Group: group('0.0.0.0/0') }, charge }), check)).toEqual([]);
  const rule = {
    Type: 'AWS::EC2::SecurityGroupEgress',
    Properties: { GroupId: { 'Fn::GetAtt': ['Group', 'GroupId'] }, CidrIp: '0.0.0.0/0' },
  };
  const opened = { Group: group('255.255.255.255/32'), Rule: rule };
  expect(findingsIn(app({ route: { NatGatewayId: 'nat-1' }, payments: opened, charge }), check)).toEqual([]);
});
