import { expect, it } from 'vitest';
import { recordOutsideZone as check } from '../../../checks/route53/records.js';
import type { Json } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { fromStandby, record, stack, twoRegions, withoutZone } from './examples.js';

const Zone = { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'Acme-Bank.io.' } };
const outputs = { Zone: { Value: { Ref: 'Zone' } } };
const named = (Name: Json) =>
  stack({ Zone, Shop: record({ Name, HostedZoneId: { Ref: 'Zone' } }) }, { parameters: { Stage: { Type: 'String' } } });

it('reports a record in the zone of another stack', () => {
  const example = twoRegions({ Shop: record({ Name: 'shop.acme-bank.com', HostedZoneId: fromStandby('Zone') }) }, { Zone }, outputs);
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/record-outside-zone',
      stack: 'Traffic',
      logicalId: 'Shop',
      propertyPath: 'Name',
      message: 'shop.acme-bank.com A is not in the zone acme-bank.io: Route 53 rejects it ("… is not permitted in zone acme-bank.io.").',
      related: [{ stack: 'Standby', logicalId: 'Zone', propertyPath: 'Name', message: 'The name of the zone.' }],
    },
  ]);
});

it.each<Json>(['shop', 'shop.myacme-bank.io', { 'Fn::Sub': '${Stage}.acme-bank.com' }])('reports %j', (name) => {
  expect(findingsIn(named(name), check)).toHaveLength(1);
});

it.each<Json>([
  'shop.ACME-bank.io.',
  'acme-bank.io',
  '*.acme-bank.io',
  { 'Fn::Sub': '${Stage}.acme-bank.io' },
  { 'Fn::Sub': '${Stage}-bank.io' },
  { 'Fn::Sub': '${Stage}io.' },
  { 'Fn::Sub': 'shop.${Stage}' },
  { Ref: 'Stage' },
])('ignores %j', (name) => {
  expect(findingsIn(named(name), check)).toEqual([]);
});

it('ignores zones whose name is not known, and leaves HostedZoneName to cfn-lint', () => {
  expect(findingsIn(stack({ Shop: record({ Name: 'shop.acme-bank.com' }) }), check)).toEqual([]);
  const byName = { Type: 'AWS::Route53::RecordSet', Properties: withoutZone({ HostedZoneName: 'acme-bank.com.' }) };
  expect(findingsIn(stack({ Zone, Shop: byName }), check)).toEqual([]);
});
