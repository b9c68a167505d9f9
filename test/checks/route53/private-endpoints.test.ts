import { expect, it } from 'vitest';
import malformed from '../../../checks/route53/health-check-host-malformed.js';
import privateHost from '../../../checks/route53/health-check-host-private.js';
import self from '../../../checks/route53/health-check-host-self.js';
import {
  healthCheckHostNeverResolves as neverResolves,
  healthCheckPathWithoutStage as withoutStage,
} from '../../../checks/route53/health-check-hosts.js';
import { routingPolicyMixed as mixed } from '../../../checks/route53/record-groups.js';
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
  Writer: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql' } },
  Instance: { Type: 'AWS::RDS::DBInstance', Properties: { DBClusterIdentifier: { Ref: 'Writer' }, PubliclyAccessible: false } },
  Proxy: { Type: 'AWS::RDS::DBProxy', Properties: {} },
  Warehouse: { Type: 'AWS::Redshift::Cluster', Properties: { PubliclyAccessible: false } },
  Broker: { Type: 'AWS::AmazonMQ::Broker', Properties: { PubliclyAccessible: false } },
  Ingress: { Type: 'AWS::AppRunner::VpcIngressConnection', Properties: {} },
  Lattice: { Type: 'AWS::VpcLattice::Service', Properties: {} },
  Endpoint: { Type: 'AWS::EC2::VPCEndpoint', Properties: {} },
  Disabled: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP', DisableExecuteApiEndpoint: true } },
  Hidden: { Type: 'AWS::EKS::Cluster', Properties: { ResourcesVpcConfig: { EndpointPublicAccess: false } } },
  Balancer: balancer(),
  Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
  Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
  Site: { Type: 'AWS::CloudFront::Distribution', Properties: {} },
  Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
  Metrics: { Type: 'AWS::APS::Workspace', Properties: {} },
  Api: REST_API,
  Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'prod' } },
};
const cut = (url: Json): Json => ({ 'Fn::Select': [2, { 'Fn::Split': ['/', url] }] });
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
  [health('vpc-search-abc.aos.us-east-1.on.aws'), 'it is the name of an OpenSearch domain inside a VPC'],
  [health(cut(get('Graph', 'GraphQLUrl'))), 'the host in ${Graph.GraphQLUrl}: Graph is a private API'],
  [health(cut(get('Disabled', 'ApiEndpoint'))), 'the default endpoint of Disabled is disabled'],
  [health(cut(get('Hidden', 'Endpoint'))), 'Hidden has no public endpoint'],
  [health(get('Writer', 'Endpoint.Address')), 'Writer is not publicly accessible'],
  [health(get('Proxy', 'Endpoint')), 'Endpoint of Proxy is inside its VPC'],
  [health(get('Warehouse', 'Endpoint.Address')), 'Warehouse is not publicly accessible'],
  [health({ 'Fn::Select': [0, get('Broker', 'AmqpEndpoints')] }), 'Broker is not publicly accessible'],
  [health(get('Ingress', 'DomainName')), 'DomainName of Ingress is inside its VPC'],
  [health(get('Lattice', 'DnsEntry.DomainName')), 'DnsEntry.DomainName of Lattice is inside its VPC'],
  [
    health({ 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Select': [0, get('Endpoint', 'DnsEntries')] }] }] }),
    'the host in ${Endpoint.DnsEntries}: DnsEntries of Endpoint is inside its VPC',
  ],
  [health('shop.abc.0001.use1.cache.amazonaws.com'), 'it is the name of an ElastiCache cluster'],
  [health('fs-0123.efs.us-east-1.amazonaws.com'), 'it is the name of an EFS file system'],
  [health('orders.proxy-abc.us-east-1.rds.amazonaws.com'), 'it is the name of an RDS proxy'],
  [health('shop-0123.7d67968.vpc-lattice-svcs.us-east-1.on.aws'), 'it is the name of a VPC Lattice service'],
])('reports a private endpoint: %j', (check, reason) => {
  expect(findingsIn(stack({ ...resources, ...check }), privateHost)).toMatchObject([
    { severity: 'error', message: expect.stringContaining(reason) },
  ]);
});

it('knows a domain in subnets of a parameter', () => {
  const parameters = { Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } };
  const Search = { Type: 'AWS::OpenSearchService::Domain', Properties: { VPCOptions: { SubnetIds: { Ref: 'Subnets' } } } };
  expect(findingsIn(stack({ Search, ...health(get('Search', 'DomainEndpoint')) }, { parameters }), privateHost)).toHaveLength(1);
});

it.each<Json>([
  get('OpenSearch', 'DomainEndpoint'),
  cut(get('Cluster', 'Endpoint')),
  get('Balancer', 'DNSName'),
  'orders.cluster-abc.us-east-1.rds.amazonaws.com',
])('ignores what may be public: %j', (host) => {
  expect(findingsIn(stack({ ...resources, ...health(host) }), privateHost)).toEqual([]);
});

it('ignores a cluster with a public instance', () => {
  const Reader = { Type: 'AWS::RDS::DBInstance', Properties: { DBClusterIdentifier: { Ref: 'Writer' }, PubliclyAccessible: true } };
  expect(findingsIn(stack({ ...resources, Reader, ...health(get('Writer', 'Endpoint.Address')) }), privateHost)).toEqual([]);
});

it.each<[Json, string]>([
  [get('Collection', 'CollectionEndpoint'), 'CollectionEndpoint is a URL'],
  [get('Cluster', 'Endpoint'), 'Endpoint is a URL'],
  [get('Worker', 'Arn'), 'Arn is an ARN'],
  ['arn:aws:lambda:us-east-1:482731905566:function:shop', 'it is an ARN'],
  ['bücher.acme-bank.io', 'Punycode'],
  [{ Ref: 'Balancer' }, 'Ref of Balancer is an ARN'],
  [{ Ref: 'Topic' }, 'Ref of Topic is an ARN'],
  [{ Ref: 'Queue' }, 'Ref of Queue is a URL'],
  [{ Ref: 'Api' }, 'Ref of Api is an id'],
  [{ Ref: 'Site' }, 'Ref of Site is an id'],
  [get('Metrics', 'PrometheusEndpoint'), 'PrometheusEndpoint is a URL'],
  ['shop', 'it has one label'],
])('reports what is not a host name: %j', (host, reason) => {
  expect(findingsIn(stack({ ...resources, ...health(host) }), malformed)).toMatchObject([{ message: expect.stringContaining(reason) }]);
});

it.each<Json>([{ Ref: 'Bucket' }, 'ai', 'localhost'])('leaves to other checks, or to the DNS: %j', (host) => {
  expect(findingsIn(stack({ ...resources, ...health(host) }), malformed)).toEqual([]);
});

it.each<[string, number]>([
  ['shop-1.us-est-1.elb.amazonaws.com', 1],
  ['abc.execute-api.eu-wst-1.amazonaws.com', 1],
  ['shop-1.us-southeast-9.elb.amazonaws.com', 0],
])('warns of a region that is misspelled: %s', (host, count) => {
  const findings = findingsIn(stack(health(host)), neverResolves);
  expect(findings).toHaveLength(count);
  for (const { severity } of findings) expect(severity).toBe('warning');
});

it.each<[string, Json, string | undefined]>([
  ['cn-north-1', 'images.s3.cn-north-1.amazonaws.com', 'cn-north-1 end with amazonaws.com.cn'],
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
