import { expect, it } from 'vitest';
import { failoverPairIncomplete as check } from '../../../checks/route53/failover-records.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { alias, balancer, fromStandby, record, stack, twoRegions, withoutZone } from './examples.js';

const role = (Failover: string, more: JsonObject = {}) => ({ Failover, SetIdentifier: Failover, HealthCheckId: 'a1', ...more });
const primary = role('PRIMARY');
const secondary = role('SECONDARY', { ResourceRecords: ['52.98.76.54'] });

it('reports a second primary in another stack', () => {
  const example = twoRegions({ East: record(primary) }, { West: record({ ...primary, SetIdentifier: 'west' }) });
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/failover-pair-incomplete',
      stack: 'Traffic',
      logicalId: 'East',
      propertyPath: 'Failover',
      message: 'shop.acme-bank.io A has a second primary record: a failover group has one, and Route 53 rejects the other.',
      related: [{ stack: 'Standby', logicalId: 'West', propertyPath: 'Failover', message: 'The first primary record.' }],
    },
  ]);
});

it.each([
  ['primary', primary, 'secondary'],
  ['secondary', secondary, 'primary'],
])('warns of a %s alone', (name, properties, missing) => {
  expect(findingsIn(stack({ Shop: record(properties) }), check)).toMatchObject([
    {
      severity: 'warning',
      propertyPath: 'Failover',
      message: `shop.acme-bank.io A has a ${name} record, but no stack in this app defines its ${missing}: there is nothing to fail over to.`,
    },
  ]);
});

it('warns of a pair with one target', () => {
  const same = { East: record(primary), West: record({ ...secondary, ResourceRecords: ['54.12.34.56'] }) };
  expect(findingsIn(stack(same), check)).toMatchObject([{ severity: 'warning', logicalId: 'West', propertyPath: 'ResourceRecords' }]);
  const to = (host: Json, properties: JsonObject) =>
    alias(host, 'Z1H1FL5HABSF5', { Failover: 'PRIMARY', SetIdentifier: 'a', ...properties });
  const host = fromStandby('Host');
  const both = twoRegions(
    { East: to(host, {}), West: to(host, { Failover: 'SECONDARY', SetIdentifier: 'b' }) },
    { Balancer: balancer() },
    { Host: { Value: { 'Fn::GetAtt': ['Balancer', 'DNSName'] } } },
  );
  expect(findingsIn(both, check)).toMatchObject([{ severity: 'warning', logicalId: 'West', propertyPath: 'AliasTarget.DNSName' }]);
});

const inZoneNamed = (HostedZoneName: string, more: JsonObject) => ({
  Type: 'AWS::Route53::RecordSet',
  Properties: { ...withoutZone(more), HostedZoneName },
});
const zone = (more: JsonObject = {}) => ({ Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io', ...more } });

const conditional = { parameters: { Zone: { Type: 'String' } }, conditions: { Live: { 'Fn::Equals': [{ Ref: 'Zone' }, 'live'] } } };

it.each<[string, JsonObject]>([
  ['a pair', { East: record(primary), West: record(secondary) }],
  ['one whose other may be there', { East: record(primary), West: { ...record(secondary), Condition: 'Live' } }],
  ['one whose other may be any', { East: record(primary), West: record({ ...secondary, Name: { Ref: 'Zone' } }) }],
  ['one whose other names the zone instead of its id', { East: record(primary), West: inZoneNamed('acme-bank.io.', secondary) }],
  [
    'one whose other names one of two zones',
    {
      Public: zone(),
      Private: zone({ VPCs: [{ VPCId: 'vpc-1', VPCRegion: 'us-east-1' }] }),
      East: record({ ...primary, HostedZoneId: { Ref: 'Public' } }),
      West: inZoneNamed('acme-bank.io.', secondary),
    },
  ],
  ['a zone that is not known', { East: record({ ...primary, HostedZoneId: { Ref: 'Zone' } }) }],
  ['an identifier twice, which has a check of its own', { East: record(primary), East2: record(primary), West: record(secondary) }],
])('ignores %s', (_, resources) => {
  expect(findingsIn(stack(resources, conditional), check)).toEqual([]);
});

it('warns of a primary whose secondary lies in another zone', () => {
  const elsewhere = { East: record(primary), West: record({ ...secondary, HostedZoneId: 'Z0999999ABCDEFGHIJKL' }) };
  expect(findingsIn(stack(elsewhere), check)).toMatchObject([{ logicalId: 'East' }, { logicalId: 'West' }]);
});
