import { expect, it } from 'vitest';
import { routingHealthMissing as check } from '../../../checks/route53/failover-records.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { alias, balancer, fromStandby, record, stack, twoRegions } from './examples.js';

const a = (more: JsonObject = {}) => ({ Weight: 50, SetIdentifier: 'a', ...more });
const b = (more: JsonObject = {}) => ({ Weight: 50, SetIdentifier: 'b', ...more });
const healthy = { HealthCheckId: 'a1' };

it('reports once of a group over two regions', () => {
  expect(findingsIn(twoRegions({ East: record(a()) }, { West: record(b()) }), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'route53/routing-health-missing',
      stack: 'Standby',
      logicalId: 'West',
      propertyPath: 'Weight',
      message:
        'shop.acme-bank.io A is spread across us-east-1 and us-west-2 by weight, but 2 of its records have no health check: traffic keeps going to a region that is down.',
      related: [{ stack: 'Traffic', logicalId: 'East', propertyPath: 'Weight', message: 'Has no health check either.' }],
    },
  ]);
});

it('knows the regions of targets, in one stack', () => {
  const to = (host: JsonObject, more: JsonObject, EvaluateTargetHealth: boolean) =>
    alias('', '', { ...more, AliasTarget: { DNSName: host, HostedZoneId: 'Z1', EvaluateTargetHealth } });
  const east = { 'Fn::GetAtt': ['Balancer', 'DNSName'] };
  const west = fromStandby('Host') as JsonObject;
  const standby = [{ Balancer: balancer() }, { Host: { Value: east } }] as const;
  const traffic = (evaluate: boolean) => ({ Balancer: balancer(), East: to(east, a(), true), West: to(west, b(), evaluate) });
  expect(findingsIn(twoRegions(traffic(false), ...standby), check)).toMatchObject([
    { logicalId: 'West', message: expect.stringContaining('this record has no health check') },
  ]);
  expect(findingsIn(twoRegions(traffic(true), ...standby), check)).toEqual([]);
});

it.each<[string, JsonObject, JsonObject]>([
  ['health checks', a(healthy), b(healthy)],
  ['one that is switched off', a({ Weight: 0 }), b(healthy)],
  ['health checks that are not known', a({ HealthCheckId: { 'Fn::ImportValue': 'a' } }), b(healthy)],
])('ignores %s', (_, one, other) => {
  expect(findingsIn(twoRegions({ East: record(one) }, { West: record(other) }), check)).toEqual([]);
});

it('ignores blue and green in one region, and about a record alone', () => {
  expect(findingsIn(stack({ Blue: record(a()), Green: record(b()) }), check)).toEqual([]);
  expect(findingsIn(stack({ Blue: record(a()) }), check)).toEqual([]);
});

it.each<[string, JsonObject, JsonObject, number]>([
  ['latency', { Region: 'us-east-1' }, { Region: 'us-west-2' }, 1],
  ['geolocation', { GeoLocation: { CountryCode: '*' } }, { GeoLocation: { CountryCode: 'US' } }, 1],
  ['multivalue answer', { MultiValueAnswer: true }, { MultiValueAnswer: true }, 0],
  ['latency with health checks', { Region: 'us-east-1', HealthCheckId: 'a' }, { Region: 'us-west-2', HealthCheckId: 'b' }, 0],
])('covers the policies that choose between regions: %s', (_, one, other, count) => {
  const example = twoRegions({ A: record({ SetIdentifier: 'a', ...one }) }, { B: record({ SetIdentifier: 'b', ...other }) });
  expect(findingsIn(example, check)).toHaveLength(count);
});
