import { expect, it } from 'vitest';
import check from '../../../checks/route53/health-check-host-private.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const health = (FullyQualifiedDomainName: Json, Type = 'HTTPS'): JsonObject => ({
  Type: 'AWS::Route53::HealthCheck',
  Properties: { HealthCheckConfig: { Type, FullyQualifiedDomainName } },
});
const zone = (more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::Route53::HostedZone',
  Properties: { Name: 'corp.example.com', ...more },
});
const record = (Zone: string): JsonObject => ({
  Type: 'AWS::Route53::RecordSet',
  Properties: { HostedZoneId: { Ref: Zone }, Name: 'API.corp.example.com.', Type: 'A', TTL: '60', ResourceRecords: ['8.8.8.8'] },
});
const VPCS = { VPCs: [{ VPCId: 'vpc-0a1b2c3d4e5f60718', VPCRegion: 'us-east-1' }] };
const found = (resources: JsonObject) =>
  findingsIn({ App: { region: 'us-east-1', resources } }, check).map(({ severity, message }) => `${severity} ${message}`);

it('knows names of private zones', () => {
  const host = health('api.corp.example.com');
  expect(found({ Health: host, Zone: zone(VPCS), Record: record('Zone') })).toEqual([
    'warning Health checkers are on the public internet and cannot reach api.corp.example.com: Record gives the name in a private zone, which the public DNS does not have, unless a zone that is declared elsewhere has it as well. The health check is never healthy.',
  ]);
  expect(found({ Health: host, Zone: zone(), Record: record('Zone') })).toEqual([]);
  expect(found({ Health: health('www.corp.example.com'), Zone: zone(VPCS), Record: record('Zone') })).toEqual([]);
  // The public zone of the same name has the record as well.
  expect(found({ Health: host, Zone: zone(VPCS), Record: record('Zone'), Public: zone(), Other: record('Public') })).toEqual([]);
});

it('knows names of private namespaces', () => {
  const namespace = (type: string): JsonObject => ({ Type: `AWS::ServiceDiscovery::${type}`, Properties: { Name: 'svc.example.com' } });
  const service = {
    Type: 'AWS::ServiceDiscovery::Service',
    Properties: { Name: 'web', NamespaceId: { 'Fn::GetAtt': ['Namespace', 'Id'] } },
  };
  const host = health('web.svc.example.com');
  expect(found({ Health: host, Namespace: namespace('PrivateDnsNamespace'), Service: service })).toHaveLength(1);
  expect(found({ Health: host, Namespace: namespace('PublicDnsNamespace'), Service: service })).toEqual([]);
});

it('knows function URLs that take signed requests only', () => {
  const url = (AuthType: string): JsonObject => ({
    Type: 'AWS::Lambda::Url',
    Properties: { TargetFunctionArn: 'arn:aws:lambda:us-east-1:482731905566:function:shop', AuthType },
  });
  const host = { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Url', 'FunctionUrl'] }] }] };
  expect(found({ Health: health(host), Url: url('AWS_IAM') })).toEqual([
    'error The health check gets nothing but errors from the host in ${Url.FunctionUrl}: Url answers 403 to what is not signed (AuthType AWS_IAM). The health check is never healthy.',
  ]);
  expect(found({ Health: health(host), Url: url('NONE') })).toEqual([]);
  expect(found({ Health: health(host, 'TCP'), Url: url('AWS_IAM') })).toEqual([]);
});
