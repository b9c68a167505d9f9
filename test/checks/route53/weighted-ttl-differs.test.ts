import { expect, it } from 'vitest';
import { weightedTtlDiffers as check } from '../../../checks/route53/record-groups.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { alias, record, twoRegions } from './examples.js';

const weighted = (more: JsonObject) => record({ Weight: 1, HealthCheckId: 'a1', ...more });
const pair = (one: JsonObject, other: JsonObject) =>
  twoRegions({ East: weighted({ SetIdentifier: 'east', ...one }) }, { West: weighted({ SetIdentifier: 'west', ...other }) });

it('warns of two times to live in two stacks', () => {
  expect(findingsIn(pair({ TTL: 300 }, { TTL: '60' }), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'route53/weighted-ttl-differs',
      stack: 'Traffic',
      logicalId: 'East',
      propertyPath: 'TTL',
      message:
        'The weighted records shop.acme-bank.io A have different times to live, 60 and 300 seconds: Route 53 requires one for the whole group.',
      related: [{ stack: 'Standby', logicalId: 'West', propertyPath: 'TTL', message: '60 seconds here.' }],
    },
  ]);
});

it('ignores equal ones, unknown ones, aliases, other types and other policies', () => {
  expect(findingsIn(pair({ TTL: 60 }, { TTL: '60' }), check)).toEqual([]);
  expect(findingsIn(pair({ TTL: { 'Fn::ImportValue': 'ttl' } }, { TTL: '60' }), check)).toEqual([]);
  expect(findingsIn(pair({ TTL: 300, Type: 'AAAA' }, {}), check)).toEqual([]);
  const latency = (Region: string, TTL: number) => record({ Region, SetIdentifier: Region, TTL });
  expect(findingsIn(twoRegions({ East: latency('us-east-1', 60) }, { West: latency('us-west-2', 300) }), check)).toEqual([]);
  const east = alias('east.acme-bank.io', 'Z0456789ABCDEFGHIJKL', { Weight: 1, SetIdentifier: 'east' });
  expect(findingsIn(twoRegions({ East: east }, { West: weighted({ SetIdentifier: 'west', TTL: 300 }) }), check)).toEqual([]);
});
