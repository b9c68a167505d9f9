import { expect, it } from 'vitest';
import check from '../../../checks/reference/dependency-missing.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const of = (Type: string, Properties: object = {}, more: object = {}) => ({ Type, Properties, ...more });
const app = (resources: object) => ({ Main: { region: 'us-east-1', resources } }) as Example;
const vpc = {
  Vpc: of('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
  Table: of('AWS::EC2::RouteTable', { VpcId: { Ref: 'Vpc' } }),
  Gateway: of('AWS::EC2::InternetGateway'),
};
const attached = (more: object = {}) => ({
  Attachment: of('AWS::EC2::VPCGatewayAttachment', { VpcId: { Ref: 'Vpc' }, InternetGatewayId: { Ref: 'Gateway' } }, more),
});
const route = (target: object, more: object = {}) => ({
  Route: of('AWS::EC2::Route', { RouteTableId: { Ref: 'Table' }, ...target }, more),
});
const toGateway = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Gateway' } };
const service = (more: object = {}) => ({
  Group: of('AWS::ElasticLoadBalancingV2::TargetGroup', { Port: 80 }),
  Service: of(
    'AWS::ECS::Service',
    { LoadBalancers: [{ ContainerName: 'web', ContainerPort: 80, TargetGroupArn: { Ref: 'Group' } }] },
    more,
  ),
});
const listener = (actions: object) => ({ Listener: of('AWS::ElasticLoadBalancingV2::Listener', { DefaultActions: [actions] }) });
const forward = { Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: { Ref: 'Group' } }] } };
const rule = (owner: string, more: object = {}) => ({
  Recorder: of('AWS::Config::ConfigurationRecorder', { RoleARN: 'arn:aws:iam::482731905566:role/config' }),
  Rule: of('AWS::Config::ConfigRule', { Source: { Owner: owner, SourceIdentifier: 'ENCRYPTED_VOLUMES' } }, more),
});

const after = (needed: object, beside: object, resource: (more: object) => object) => ({
  alone: { Needed: needed, ...beside, Subject: resource({}) },
  ordered: { Needed: needed, ...beside, Subject: resource({ DependsOn: 'Needed' }) },
});
const role = (more: object = {}) => ({ Role: of('AWS::IAM::Role', more) });
const balancer = (Scheme: string) => (more: object) =>
  of('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme, Subnets: [{ Ref: 'Subnet' }] }, more);
const search = (options: object) => (more: object) => of('AWS::OpenSearchService::Domain', options, more);
const network = { ...vpc, Subnet: of('AWS::EC2::Subnet', { VpcId: { Ref: 'Vpc' } }), ...role() };
const collection = (more: object) => of('AWS::OpenSearchServerless::Collection', { Name: 'orders-eu' }, more);
const encryption = (pattern: string, Type = 'encryption') =>
  of('AWS::OpenSearchServerless::SecurityPolicy', {
    Type,
    Policy: JSON.stringify({ Rules: [{ ResourceType: 'collection', Resource: [`collection/${pattern}`] }], AWSOwnedKey: true }),
  });
const linkedRole = (AWSServiceName: string) => of('AWS::IAM::ServiceLinkedRole', { AWSServiceName });
const dmsRole = of('AWS::IAM::Role', { RoleName: 'dms-vpc-role' });
const internet = of('AWS::EC2::VPCGatewayAttachment', { VpcId: { Ref: 'Vpc' }, InternetGatewayId: { Ref: 'Gateway' } });
const inVpc = { VPCOptions: { SubnetIds: [{ Ref: 'Subnet' }] } };

it.each<[string, object, (more: object) => object]>([
  ['a load balancer in the internet', internet, balancer('internet-facing')],
  [
    'a deployment without a method',
    of('AWS::ApiGateway::Method', { RestApiId: { Ref: 'Vpc' } }),
    (more) => of('AWS::ApiGateway::Deployment', { RestApiId: { Ref: 'Vpc' } }, more),
  ],
  [
    'a deployment without a route',
    of('AWS::ApiGatewayV2::Route', { ApiId: { Ref: 'Vpc' } }),
    (more) => of('AWS::ApiGatewayV2::Deployment', { ApiId: { Ref: 'Vpc' } }, more),
  ],
  [
    'a resolver before the schema',
    of('AWS::AppSync::GraphQLSchema', { ApiId: { Ref: 'Vpc' } }),
    (more) => of('AWS::AppSync::Resolver', { ApiId: { Ref: 'Vpc' } }, more),
  ],
  [
    'targets of a proxy before the instance',
    of('AWS::RDS::DBInstance', { DBClusterIdentifier: { Ref: 'Vpc' } }),
    (more) => of('AWS::RDS::DBProxyTargetGroup', { DBClusterIdentifiers: [{ Ref: 'Vpc' }] }, more),
  ],
  ['a capacity provider', linkedRole('ecs.amazonaws.com'), (more) => of('AWS::ECS::CapacityProvider', {}, more)],
  ['a search domain in a VPC', linkedRole('opensearchservice.amazonaws.com'), search(inVpc)],
  ['a search domain of old in a VPC', linkedRole('es.amazonaws.com'), (more) => of('AWS::Elasticsearch::Domain', inVpc, more)],
  ['a collection before its policy', encryption('orders-eu'), collection],
  ['a collection before the policy of several', encryption('orders-*'), collection],
  ['subnets of DMS before the role', dmsRole, (more) => of('AWS::DMS::ReplicationSubnetGroup', {}, more)],
  ['an instance of DMS before the role', dmsRole, (more) => of('AWS::DMS::ReplicationInstance', {}, more)],
  ['a standard before the hub', of('AWS::SecurityHub::Hub'), (more) => of('AWS::SecurityHub::Standard', {}, more)],
])('reports what waits for nothing: %s', (_, needed, resource) => {
  const { alone, ordered } = after(needed, network, resource);
  expect(findingsIn(app(alone), check)).toMatchObject([{ severity: 'warning', logicalId: 'Subject', related: [{ logicalId: 'Needed' }] }]);
  expect(findingsIn(app(ordered), check)).toEqual([]);
});

it.each<[string, object, (more: object) => object, object?]>([
  ['a load balancer inside the VPC', internet, balancer('internal')],
  [
    'an attachment of a VPN',
    of('AWS::EC2::VPCGatewayAttachment', { VpcId: { Ref: 'Vpc' }, VpnGatewayId: 'vgw-1' }),
    balancer('internet-facing'),
  ],
  [
    'subnets of another VPC',
    internet,
    (more) => of('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internet-facing', Subnets: ['subnet-0a1b2c3d4e5f60718'] }, more),
  ],
  ['a policy of another collection', encryption('payments-*'), collection],
  ['a policy for the network', encryption('orders-*', 'network'), collection],
  ['a domain outside of a VPC', linkedRole('es.amazonaws.com'), search({})],
  ['a role of another service', linkedRole('ecs.amazonaws.com'), search(inVpc)],
])('ignores %s', (_, needed, resource, more = {}) => {
  expect(findingsIn(app(after(needed, { ...network, ...more }, resource).alone), check)).toEqual([]);
});

it.each<[string, object, string | undefined]>([
  ['a route to a gateway', { ...vpc, ...attached(), ...route(toGateway) }, 'warning'],
  ['a route that waits', { ...vpc, ...attached(), ...route(toGateway, { DependsOn: 'Attachment' }) }, undefined],
  ['an attachment that waits for the route', { ...vpc, ...attached({ DependsOn: 'Route' }), ...route(toGateway) }, 'error'],
  [
    'a route of IPv6, as the CDK writes it',
    { ...vpc, ...attached(), ...route({ DestinationIpv6CidrBlock: '::/0', GatewayId: { Ref: 'Gateway' } }) },
    undefined,
  ],
  ['a gateway that is attached elsewhere', { ...vpc, ...route({ ...toGateway, GatewayId: 'igw-0a1b2c3d4e5f60718' }) }, undefined],
  ['a service without its listener', { ...service(), ...listener(forward) }, 'warning'],
  ['a service that waits', { ...service({ DependsOn: 'Listener' }), ...listener(forward) }, undefined],
  ['a listener of another group', { ...service(), ...listener({ Type: 'forward', TargetGroupArn: 'arn:aws:x' }) }, undefined],
  ['a managed rule', rule('AWS'), 'warning'],
  ['a managed rule that waits', rule('AWS', { DependsOn: 'Recorder' }), undefined],
  ['a rule with a function of its own', rule('CUSTOM_LAMBDA'), undefined],
])('compares the order with what a resource needs: %s', (_, resources, severity) => {
  expect(findingsIn(app(resources), check).map((finding) => finding.severity)).toEqual(severity === undefined ? [] : [severity]);
});

it('says what is needed, and what the service answers', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchObject([
    {
      severity: 'warning',
      logicalId: 'ToOffice',
      propertyPath: 'TransitGatewayId',
      message:
        'This needs the attachment of the transit gateway to the VPC, Attachment, and nothing makes CloudFormation create it first: the deployment can fail with "InvalidTransitGatewayID.NotFound: The transitGateway ID … does not exist".',
      related: [{ logicalId: 'Attachment' }],
    },
  ]);
});

it.each<[string, object, object, number]>([
  ['no order', { 'Fn::Select': [0, { 'Fn::GetAtt': ['Group', 'LoadBalancerArns'] }] }, {}, 1],
  ['a dependency', { 'Fn::Select': [0, { 'Fn::GetAtt': ['Group', 'LoadBalancerArns'] }] }, { DependsOn: 'Listener' }, 0],
  ['another attribute', { 'Fn::GetAtt': ['Group', 'TargetGroupFullName'] }, {}, 0],
])('selects the load balancer of a target group with %s', (_, Value, more, count) => {
  const alarm = of('AWS::CloudWatch::Alarm', { Dimensions: [{ Name: 'LoadBalancer', Value }] }, more);
  const group = of('AWS::ElasticLoadBalancingV2::TargetGroup', { Port: 80 });
  const found = findingsIn(app({ Group: group, ...listener(forward), Alarm: alarm }), check);
  expect(found.map(({ logicalId, propertyPath, related }) => [logicalId, propertyPath, related?.[0]?.logicalId])).toEqual(
    Array.from({ length: count }, () => ['Alarm', 'Dimensions.0.Value', 'Listener']),
  );
});

it('reports the routes of all tables that wait for one attachment once', () => {
  const Other = of('AWS::EC2::RouteTable', { VpcId: { Ref: 'Vpc' } });
  const second = of('AWS::EC2::Route', { RouteTableId: { Ref: 'Other' }, ...toGateway });
  expect(findingsIn(app({ ...vpc, ...attached(), ...route(toGateway), Other, Second: second }), check)).toMatchObject([
    {
      logicalId: 'Route',
      message: expect.stringContaining('One more place has the same cause.'),
      related: [{ logicalId: 'Attachment' }, { logicalId: 'Second', message: 'Second needs it as well.' }],
    },
  ]);
});
