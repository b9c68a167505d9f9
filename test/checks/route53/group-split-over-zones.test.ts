import { expect, it } from 'vitest';
import { groupSplitOverZones as check } from '../../../checks/route53/failover-records.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { record, twoRegions } from './examples.js';

const zone = (more: JsonObject = {}): JsonObject => ({ Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io.', ...more } });
const shop = (id: string, more: JsonObject = {}) =>
  record({ HostedZoneId: { Ref: 'Zone' }, Region: `us-${id}`, SetIdentifier: id, ...more });
const split = (one: JsonObject, other: JsonObject) =>
  twoRegions({ Zone: zone(one), East: shop('east-1') }, { Zone: zone(other), West: shop('west-2') });

it('reports once of a group in two zones', () => {
  expect(findingsIn(split({}, { Name: 'Acme-Bank.io' }), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'route53/group-split-over-zones',
      stack: 'Traffic',
      logicalId: 'East',
      propertyPath: 'HostedZoneId',
      message:
        'The latency records shop.acme-bank.io A are in 2 different zones named acme-bank.io: resolvers query only one of the zones, so the records never act as a group.',
      related: [{ stack: 'Standby', logicalId: 'Zone', message: 'Another zone of the same name.' }],
    },
  ]);
});

it('ignores private zones, other names, other accounts, whole groups in each zone, and simple records', () => {
  const VPCs = [{ VPCId: 'vpc-1', VPCRegion: 'us-east-1' }];
  expect(findingsIn(split({ VPCs }, { VPCs }), check)).toEqual([]);
  expect(findingsIn(split({ VPCs }, {}), check)).toEqual([]);
  expect(findingsIn(split({}, { Name: 'acme-bank.com' }), check)).toEqual([]);
  const { Standby, ...rest } = split({}, {});
  expect(findingsIn({ ...rest, Standby: { ...Standby, account: '593176402285' } }, check)).toEqual([]);
  const whole = { Zone: zone(), A: shop('east-1'), B: shop('west-2') };
  expect(findingsIn(twoRegions(whole, whole), check)).toEqual([]);
  const simple = { Zone: zone(), A: record({ HostedZoneId: { Ref: 'Zone' } }) };
  expect(findingsIn(twoRegions(simple, simple), check)).toEqual([]);
});
