import { expect, it } from 'vitest';
import malformed from '../../../checks/route53/health-check-host-malformed.js';
import neverResolves from '../../../checks/route53/health-check-host-never-resolves.js';
import privateHost from '../../../checks/route53/health-check-host-private.js';
import self from '../../../checks/route53/health-check-host-self.js';
import withoutStage from '../../../checks/route53/health-check-path-without-stage.js';
import mixed from '../../../checks/route53/routing-policy-mixed.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { balancer, health, REST_API, record, stack } from './examples.js';

const get = (logicalId: string, attribute: string): Json => ({ 'Fn::GetAtt': [logicalId, attribute] });
const vpc = { VPCOptions: { SubnetIds: ['subnet-1'] } };
const resources: JsonObject = {
  Internal: balancer({ Scheme: 'internal' }),
  Machine: { Type: 'AWS::EC2::Instance', Properties: {} },
  Search: { Type: 'AWS::OpenSearchService::Domain', Properties: vpc },
  OpenSearch: { Type: 'AWS::OpenSearchService::Domain', Properties: {} },
  App: {
    Type: 'AWS::AppRunner::Service',
    Properties: { NetworkConfiguration: { IngressConfiguration: { IsPubliclyAccessible: false } } },
  },
  Graph: { Type: 'AWS::AppSync::GraphQLApi', Properties: { Visibility: 'PRIVATE' } },
  Documents: { Type: 'AWS::DocDB::DBCluster', Properties: {} },
  Collection: { Type: 'AWS::OpenSearchServerless::Collection', Properties: {} },
  Cluster: { Type: 'AWS::EKS::Cluster', Properties: {} },
  Worker: { Type: 'AWS::Lambda::Function', Properties: {} },
  Api: REST_API,
  Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod' } },
};
const source = { EndpointType: 'PRIVATE', HealthCheckSourceId: 'source-1' };
const address = (value: Json, more: JsonObject = {}) => health(undefined, { IPAddress: value, ...more });

it.each<JsonObject>([
  health(get('Internal', 'DNSName'), source),
  health(get('Machine', 'PrivateDnsName'), source),
  health('internal-shop-1.us-east-1.elb.amazonaws.com', source),
  address('10.0.0.5', source),
  address(get('Machine', 'PrivateIp'), source),
  health(get('Internal', 'DNSName'), { HealthCheckSourceId: { Ref: 'Source' } }),
])('lets a private health check reach private endpoints: %j', (check) => {
  expect(findingsIn(stack({ ...resources, ...check }, { parameters: { Source: { Type: 'String' } } }), privateHost)).toEqual([]);
});

it.each<[JsonObject, string]>([
  [health(get('Internal', 'DNSName'), { EndpointType: 'PUBLIC' }), 'Internal is an internal load balancer'],
  [address(get('Machine', 'PrivateIp')), 'PrivateIp of Machine is an address inside its VPC'],
  [health(get('Search', 'DomainEndpoint')), 'Search is a domain inside a VPC'],
  [health('vpc-search-abc.us-east-1.es.amazonaws.com'), 'it is the name of an OpenSearch domain inside a VPC'],
  [health(get('App', 'ServiceUrl')), 'App is not publicly accessible'],
  [health(get('Graph', 'GraphQLDns')), 'Graph is a private API'],
  [health(get('Documents', 'Endpoint')), 'Endpoint of Documents is inside its VPC'],
])('reports a private endpoint: %j', (check, reason) => {
  expect(findingsIn(stack({ ...resources, ...check }), privateHost)).toMatchObject([
    { severity: 'error', message: expect.stringContaining(reason) },
  ]);
});

it('ignores a public OpenSearch domain', () => {
  expect(findingsIn(stack({ ...resources, ...health(get('OpenSearch', 'DomainEndpoint')) }), privateHost)).toEqual([]);
});

it.each<[Json, string]>([
  [get('Collection', 'CollectionEndpoint'), 'CollectionEndpoint is a URL'],
  [get('Cluster', 'Endpoint'), 'Endpoint is a URL'],
  [get('Worker', 'Arn'), 'Arn is an ARN'],
  ['arn:aws:lambda:us-east-1:482731905566:function:shop', 'it is an ARN'],
  ['bücher.acme-bank.io', 'Punycode'],
])('reports what is no host name: %j', (host, reason) => {
  expect(findingsIn(stack({ ...resources, ...health(host) }), malformed)).toMatchObject([{ message: expect.stringContaining(reason) }]);
});

it.each<[string, Json, string | undefined]>([
  ['cn-north-1', { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' }, 'cn-north-1 end with amazonaws.com.cn'],
  ['eusc-de-east-1', { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' }, 'eusc-de-east-1 end with amazonaws.eu'],
  ['us-east-1', 'shop-1.us-east-1.elb.amazonaws.com.cn', 'us-east-1 end with amazonaws.com'],
  ['cn-north-1', 'shop-1.cn-north-1.elb.amazonaws.com', 'cn-north-1 end with amazonaws.com.cn'],
  ['cn-north-1', { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}' }, undefined],
  ['us-gov-west-1', { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' }, undefined],
])('knows the suffix of each partition: %s %j', (region, host, reason) => {
  const findings = findingsIn(stack({ ...resources, ...health(host) }, { region }), neverResolves);
  expect(findings).toMatchObject(reason === undefined ? [] : [{ severity: 'error', message: expect.stringContaining(reason) }]);
});

it.each<[string, number]>([
  ['/ping', 0],
  ['/sping', 0],
  ['/health', 1],
])('knows the paths that API Gateway answers itself: %s', (ResourcePath, count) => {
  const host = { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' };
  expect(findingsIn(stack({ ...resources, ...health(host, { ResourcePath }) }), withoutStage)).toHaveLength(count);
});

it.each<[JsonObject, number]>([
  [{}, 1],
  [{ VPCs: [{ VPCId: 'vpc-1', VPCRegion: 'us-east-1' }] }, 0],
])('knows that checkers do not ask private zones: %j', (more, count) => {
  const zone = { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io', ...more } };
  const shop = record({ HostedZoneId: { Ref: 'Zone' }, Weight: 1, SetIdentifier: 'a', HealthCheckId: { Ref: 'Health' } });
  expect(findingsIn(stack({ Zone: zone, Shop: shop, ...health('shop.acme-bank.io') }), self)).toHaveLength(count);
});

it('reports two routing policies in one record', () => {
  const shop = record({ Weight: 1, Region: 'us-east-1', SetIdentifier: 'a' });
  expect(findingsIn(stack({ Shop: shop }), mixed)).toMatchObject([
    {
      severity: 'error',
      propertyPath: 'Region',
      message: 'shop.acme-bank.io A has two routing policies, weighted and latency: a record has one, and Route 53 rejects it.',
    },
  ]);
});
