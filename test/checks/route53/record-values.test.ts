import { expect, it } from 'vitest';
import children from '../../../checks/route53/health-check-children-missing.js';
import valueType from '../../../checks/route53/record-value-type.js';
import { cnameAtApex as apex } from '../../../checks/route53/records.js';
import { certificateZonePrivate as privateZone } from '../../../checks/route53/validation-zones.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { balancer, fromStandby, record, stack, twoRegions } from './examples.js';

const ZONE = { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io.' } };

it.each<[JsonObject, number]>([
  [{ HostedZoneId: { Ref: 'Zone' }, Name: 'Acme-Bank.io', Type: 'CNAME' }, 1],
  [{ HostedZoneId: { Ref: 'AWS::NoValue' }, HostedZoneName: 'acme-bank.io.', Name: 'acme-bank.io', Type: 'CNAME' }, 1],
  [{ HostedZoneId: { Ref: 'Zone' }, Name: 'www.acme-bank.io', Type: 'CNAME' }, 0],
  [{ HostedZoneId: { Ref: 'Zone' }, Name: 'acme-bank.io', Type: 'TXT' }, 0],
  [{ Name: 'acme-bank.io', Type: 'CNAME' }, 0],
])('knows that no CNAME stands at the apex: %j', (more, count) => {
  expect(findingsIn(stack({ Zone: ZONE, Shop: record({ ResourceRecords: ['a.acme-cdn.net'], ...more }) }), apex)).toHaveLength(count);
});

it.each<[JsonObject, number]>([
  [{ ResourceRecords: ['my-alb-1.us-east-1.elb.amazonaws.com'] }, 1],
  [{ Type: 'AAAA', ResourceRecords: ['shop.acme-bank.io.'] }, 1],
  [{ ResourceRecords: [fromStandby('Host')] }, 1],
  [{ ResourceRecords: ['54.12.34.56'] }, 0],
  [{ Type: 'AAAA', ResourceRecords: ['2001:db8::1'] }, 0],
  [{ Type: 'CNAME', ResourceRecords: ['shop.acme-bank.io'] }, 0],
  [{ ResourceRecords: [{ 'Fn::ImportValue': 'address' }] }, 0],
  [{ Type: 'AAAA', ResourceRecords: ['54.12.34.56'] }, 1],
  [{ ResourceRecords: ['2001:db8::1'] }, 1],
  [{ Type: 'TXT', ResourceRecords: ['v=spf1 -all'] }, 1],
  [{ Type: 'TXT', ResourceRecords: ['"v=spf1 -all"', '"a" "b"'] }, 0],
  [{ Type: 'TXT', ResourceRecords: [`"${'a'.repeat(256)}"`] }, 1],
  [{ Type: 'TXT', ResourceRecords: [`"${'a'.repeat(255)}" "${'a'.repeat(255)}"`] }, 0],
  [{ Type: 'TXT', ResourceRecords: [`"${'a'.repeat(250)}\\"\\"\\"\\101\\""`] }, 0],
  [{ Type: 'SRV', ResourceRecords: ['chat.acme-bank.io'] }, 1],
  [{ Type: 'SRV', ResourceRecords: ['10 5 5223 chat.acme-bank.io'] }, 0],
  [{ Type: 'MX', ResourceRecords: ['mail.acme-bank.io'] }, 1],
  [{ Type: 'MX', ResourceRecords: ['10 mail.acme-bank.io.'] }, 0],
  [{ Type: 'CNAME', ResourceRecords: ['https://shop.acme-bank.io'] }, 1],
  [{ Type: 'CNAME', ResourceRecords: ['a.acme-bank.io', 'b.acme-bank.io'] }, 1],
])('knows what the values of a type are: %j', (more, count) => {
  const example = twoRegions(
    { Shop: record(more) },
    { Balancer: balancer() },
    { Host: { Value: { 'Fn::GetAtt': ['Balancer', 'DNSName'] } } },
  );
  expect(findingsIn(example, valueType)).toHaveLength(count);
});

it.each<[JsonObject, string | undefined]>([
  [{ HealthThreshold: 1 }, 'has none: it is always unhealthy'],
  [{ HealthThreshold: 1, Inverted: true }, 'has none: it is always healthy'],
  [{ ChildHealthChecks: [], HealthThreshold: 0 }, 'has none: it is always healthy'],
  [{ ChildHealthChecks: ['a'], HealthThreshold: 2 }, 'needs 2 healthy of 1'],
  [{ ChildHealthChecks: ['a', 'b'], HealthThreshold: 2 }, undefined],
  [{ ChildHealthChecks: { Ref: 'Checks' }, HealthThreshold: 2 }, undefined],
])('counts child health checks: %j', (config, reason) => {
  const check = { Type: 'AWS::Route53::HealthCheck', Properties: { HealthCheckConfig: { Type: 'CALCULATED', ...config } } };
  const findings = findingsIn(stack({ Health: check }, { parameters: { Checks: { Type: 'CommaDelimitedList' } } }), children);
  expect(findings).toMatchObject(reason === undefined ? [] : [{ message: expect.stringContaining(reason) }]);
});

it.each<[Json | undefined, number]>([
  [[{ VPCId: 'vpc-1', VPCRegion: 'us-east-1' }], 1],
  [undefined, 0],
  [{ Ref: 'Vpcs' }, 0],
])('validates certificates in public zones: %j', (VPCs, count) => {
  const resources = {
    Zone: { ...ZONE, Properties: { ...ZONE.Properties, ...(VPCs !== undefined && { VPCs }) } },
    Certificate: {
      Type: 'AWS::CertificateManager::Certificate',
      Properties: { ValidationMethod: 'DNS', DomainValidationOptions: [{ DomainName: 'acme-bank.io', HostedZoneId: { Ref: 'Zone' } }] },
    },
  };
  expect(findingsIn(stack(resources, { parameters: { Vpcs: { Type: 'String' } } }), privateZone)).toHaveLength(count);
});
