import { expect, it } from 'vitest';
import { setIdentifierMissing as check } from '../../../checks/route53/record-groups.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { record, stack, withoutZone, ZONE_ID } from './examples.js';

it.each<[string, JsonObject, string]>([
  ['Weight', { Weight: 0 }, 'weighted'],
  ['Weight', { Weight: { Ref: 'Share' } }, 'weighted'],
  ['Region', { Region: { Ref: 'AWS::Region' } }, 'latency'],
  ['Failover', { Failover: 'PRIMARY', HealthCheckId: 'a1' }, 'failover'],
  ['GeoLocation', { GeoLocation: { CountryCode: '*' } }, 'geolocation'],
  ['MultiValueAnswer', { MultiValueAnswer: true }, 'multivalue answer'],
  ['CidrRoutingConfig', { CidrRoutingConfig: { CollectionId: 'c', LocationName: 'l' } }, 'IP-based'],
  ['Weight', { Weight: 1, SetIdentifier: { Ref: 'AWS::NoValue' } }, 'weighted'],
  ['Weight', { Weight: 1, SetIdentifier: '' }, 'weighted'],
])('reports %s of %j', (propertyPath, more, policy) => {
  const parameters = { Share: { Type: 'Number' } };
  expect(findingsIn(stack({ Shop: record(more) }, { parameters }), check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/set-identifier-missing',
      stack: 'Traffic',
      logicalId: 'Shop',
      propertyPath,
      message: `The ${policy} record shop.acme-bank.io A has no SetIdentifier: Route 53 rejects it with "Missing field 'SetIdentifier'".`,
    },
  ]);
});

it('reports each record of a group', () => {
  const RecordSets = [
    withoutZone({ Weight: 1 }),
    withoutZone({ Weight: 1, SetIdentifier: 'b' }),
    withoutZone({ GeoProximityLocation: { AWSRegion: 'us-east-1' } }),
  ];
  const group = { Type: 'AWS::Route53::RecordSetGroup', Properties: { HostedZoneId: ZONE_ID, RecordSets } };
  expect(findingsIn(stack({ Shop: group }), check).map(({ propertyPath }) => propertyPath)).toEqual([
    'RecordSets.0.Weight',
    'RecordSets.2.GeoProximityLocation',
  ]);
});

const conditional = { parameters: { Stage: { Type: 'String' } }, conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } } };
const whenLive = (value: string | number) => ({ 'Fn::If': ['Live', value, { Ref: 'AWS::NoValue' }] });

it.each<[string, JsonObject]>([
  ['a simple record', {}],
  ['a record that is not multivalue', { MultiValueAnswer: 'false' }],
  ['an identifier', { Weight: 1, SetIdentifier: 'east' }],
  ['an identifier that is not known', { Weight: 1, SetIdentifier: { Ref: 'Stage' } }],
  ['an identifier that is made of an unknown region', { Weight: 1, SetIdentifier: { 'Fn::Sub': 'api-${AWS::Region}' } }],
  ['both under one condition', { Weight: whenLive(1), SetIdentifier: whenLive('live') }],
])('ignores %s', (_, more) => {
  expect(findingsIn(stack({ Shop: record(more) }, conditional), check)).toEqual([]);
});

it('ignores a record that may not be there, and reports one that lacks it in every case', () => {
  expect(findingsIn(stack({ Shop: { ...record({ Weight: 1 }), Condition: 'Live' } }, conditional), check)).toEqual([]);
  expect(findingsIn(stack({ Shop: record({ Weight: { 'Fn::If': ['Live', 9, 1] } }) }, conditional), check)).toHaveLength(1);
});
