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
