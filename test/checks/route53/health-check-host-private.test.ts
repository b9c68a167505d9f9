import { expect, it } from 'vitest';
import check from '../../../checks/route53/health-check-host-private.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { balancer, fromStandby, HTTP_API, health, REST_API, stack, twoRegions } from './examples.js';

const get = (logicalId: string, attribute: string): Json => ({ 'Fn::GetAtt': [logicalId, attribute] });
const api = (id: string): Json => ({ 'Fn::Sub': `\${${id}}.execute-api.\${AWS::Region}.amazonaws.com` });
const with_ = (declaration: JsonObject, more: JsonObject): JsonObject => ({
  ...declaration,
  Properties: { ...(declaration.Properties as JsonObject), ...more },
});
const resources = {
  Internal: balancer({ Scheme: 'internal' }),
  Public: balancer(),
  Unknown: balancer({ Scheme: { Ref: 'Scheme' } }),
  Classic: { Type: 'AWS::ElasticLoadBalancing::LoadBalancer', Properties: { Scheme: 'internal', Listeners: [] } },
  PrivateApi: with_(REST_API, { EndpointConfiguration: { Types: ['PRIVATE'] } }),
  Disabled: with_(HTTP_API, { DisableExecuteApiEndpoint: 'true' }),
  Api: REST_API,
  Ledger: { Type: 'AWS::RDS::DBInstance', Properties: { PubliclyAccessible: false } },
  Open: { Type: 'AWS::RDS::DBInstance', Properties: {} },
  Cache: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: {} },
  Machine: { Type: 'AWS::EC2::Instance', Properties: {} },
};
const parameters = { Scheme: { Type: 'String' } };

it('reports an internal load balancer in another stack', () => {
  const example = twoRegions(health(fromStandby('Host')), resources, { Host: { Value: get('Internal', 'DNSName') } });
  expect(findingsIn({ ...example, Standby: { ...example.Standby, parameters } }, check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/health-check-host-private',
      stack: 'Traffic',
      logicalId: 'Health',
      propertyPath: 'HealthCheckConfig.FullyQualifiedDomainName',
      message:
        'Health checkers are on the public internet and cannot reach ${Internal.DNSName}: Internal is an internal load balancer. The health check is never healthy.',
      related: [{ stack: 'Standby', logicalId: 'Internal', message: 'The endpoint is declared here.' }],
    },
  ]);
});

it.each<[Json, string]>([
  [{ 'Fn::Sub': 'dualstack.${Internal.DNSName}' }, 'Internal is an internal load balancer'],
  [get('Classic', 'DNSName'), 'Classic is an internal load balancer'],
  ['internal-shop-1234.us-east-1.elb.amazonaws.com', 'it is the name of an internal load balancer'],
  ['vpce-1-2.execute-api.us-east-1.vpce.amazonaws.com', 'it is the name of a VPC endpoint'],
  [api('PrivateApi'), 'PrivateApi is a private API'],
  [api('Disabled'), 'the default endpoint of Disabled is disabled (DisableExecuteApiEndpoint) and answers 403'],
  [get('Ledger', 'Endpoint.Address'), 'Ledger is not publicly accessible'],
  [get('Cache', 'PrimaryEndPoint.Address'), 'PrimaryEndPoint.Address of Cache is inside its VPC'],
  [get('Machine', 'PrivateDnsName'), 'PrivateDnsName of Machine is inside its VPC'],
])('reports %j', (host, reason) => {
  expect(findingsIn(stack({ ...resources, ...health(host) }, { parameters }), check)).toMatchObject([
    { severity: 'error', message: expect.stringContaining(`: ${reason}. `) },
  ]);
});

it.each(['10.1.2.3', '127.0.0.1', '172.31.0.9', '192.168.1.1', '169.254.169.254', '100.64.0.1', '203.0.113.7', 'fd00::1', '::1'])(
  'reports the address %s',
  (IPAddress) => {
    expect(findingsIn(stack(health(undefined, { IPAddress })), check)).toEqual([
      {
        severity: 'error',
        checkId: 'route53/health-check-host-private',
        stack: 'Traffic',
        logicalId: 'Health',
        propertyPath: 'HealthCheckConfig.IPAddress',
        message: `${IPAddress} cannot be reached over the internet: Route 53 rejects the health check.`,
      },
    ]);
  },
);

it.each<[string, Json]>([
  ['a load balancer without a scheme, which is public', get('Public', 'DNSName')],
  ['a load balancer whose scheme is a parameter', get('Unknown', 'DNSName')],
  ['a public API', api('Api')],
  ['a database that may be public', get('Open', 'Endpoint.Address')],
  ['a public name of an instance', get('Machine', 'PublicDnsName')],
  ['a name made from an address', { 'Fn::Sub': '${Machine.PrivateIp}.nip.io' }],
  ['a name of its own', 'internal-tools.acme-bank.io'],
])('ignores %s', (_, host) => {
  expect(findingsIn(stack({ ...resources, ...health(host) }, { parameters }), check)).toEqual([]);
});

it.each(['54.12.34.56', '172.32.0.1', '100.128.0.1', '11.0.0.1', '2600:1f18::1'])('ignores the address %s', (IPAddress) => {
  expect(findingsIn(stack(health('internal-shop-1.us-east-1.elb.amazonaws.com', { IPAddress })), check)).toEqual([]);
});

const record = (target: JsonObject, more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::Route53::RecordSet',
  Properties: { HostedZoneId: 'Z0123456789ABCDEFGHIJ', Name: 'Api.acme-bank.io.', Type: 'A', ...target, ...more },
});
const alias = (DNSName: Json): JsonObject => ({ AliasTarget: { DNSName, HostedZoneId: 'Z35SXDOTRQ7X7K' } });
const dualstack = (name: string): Json => ({ 'Fn::Join': ['', ['dualstack.', get(name, 'DNSName')]] });
const weighted = (target: JsonObject, SetIdentifier: string) => record(target, { SetIdentifier, Weight: 1 });

it.each<[JsonObject, string]>([
  [{ Api: record(alias(dualstack('Internal'))) }, 'Internal is an internal load balancer'],
  [
    { Api: record({ Type: 'CNAME', ResourceRecords: [get('Ledger', 'Endpoint.Address')], TTL: '60' }) },
    'Ledger is not publicly accessible',
  ],
])('warns of a name whose record leads to what is private: %j', (records, reason) => {
  const found = findingsIn(stack({ ...resources, ...records, ...health('api.acme-bank.io') }, { parameters }), check);
  expect(found).toMatchObject([
    { severity: 'warning', message: expect.stringContaining(`: Api leads to what is private: ${reason}, unless a zone`) },
  ]);
});

it.each<[JsonObject]>([
  [{ Api: record(alias(dualstack('Public'))) }],
  [{ Api: record(alias(dualstack('Unknown'))) }],
  [{ Api: record({ ResourceRecords: ['10.1.2.3', '8.8.8.8'], TTL: '60' }) }],
  [{ One: weighted(alias(dualstack('Internal')), 'a'), Other: weighted(alias(dualstack('Public')), 'b') }],
  [{ Api: record(alias(dualstack('Internal')), { Name: 'other.acme-bank.io.' }) }],
])('takes a name that leads to something public, or is not known to lead to what is private: %j', (records) => {
  expect(findingsIn(stack({ ...resources, ...records, ...health('api.acme-bank.io') }, { parameters }), check)).toEqual([]);
});
