import { expect, it } from 'vitest';
import { setIdentifierDuplicate as check } from '../../../checks/route53/record-groups.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { record, stack, twoRegions, withoutZone, ZONE_ID } from './examples.js';

const a = { Weight: 1, SetIdentifier: 'shop' };
const pair = (one: JsonObject, other: JsonObject) => twoRegions({ East: record({ ...a, ...one }) }, { West: record({ ...a, ...other }) });

it('reports once of a pair in two stacks and regions, at the later one', () => {
  expect(findingsIn(pair({}, {}), check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/set-identifier-duplicate',
      stack: 'Traffic',
      logicalId: 'East',
      propertyPath: 'SetIdentifier',
      message:
        'Two weighted records shop.acme-bank.io A in the same zone have the set identifier "shop": Route 53 treats the second as the first and rejects it ("… but it already exists").',
      related: [{ stack: 'Standby', logicalId: 'West', propertyPath: 'SetIdentifier', message: 'The other record of this identifier.' }],
    },
  ]);
});

it.each<[string, JsonObject, JsonObject]>([
  ['spelling of the name', { Name: 'Shop.ACME-bank.io' }, {}],
  ['a wildcard, written in octal', { Name: '*.acme-bank.io' }, { Name: '\\052.acme-bank.io.' }],
  ['a name that is put together', { Name: { 'Fn::Join': ['.', ['shop', 'acme-bank.io']] } }, {}],
  [
    'an identifier that is put together',
    { SetIdentifier: { 'Fn::Sub': 'shop-${AWS::AccountId}' } },
    { SetIdentifier: 'shop-482731905566' },
  ],
  ['the prefix of the zone', { HostedZoneId: `/hostedzone/${ZONE_ID}` }, {}],
])('is not misled by %s', (_, one, other) => {
  expect(findingsIn(pair(one, other), check)).toHaveLength(1);
});

it('finds the second inside of a record set group, and a third', () => {
  const RecordSets = [withoutZone(a), withoutZone({ ...a, SetIdentifier: 'other' }), withoutZone(a), withoutZone(a)];
  const group = { Type: 'AWS::Route53::RecordSetGroup', Properties: { HostedZoneId: ZONE_ID, RecordSets } };
  expect(findingsIn(stack({ Shop: group }), check).map(({ propertyPath }) => propertyPath)).toEqual([
    'RecordSets.2.SetIdentifier',
    'RecordSets.3.SetIdentifier',
  ]);
});

it('knows a zone by reference, through an export, and by name', () => {
  const zone = { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io' } };
  const { HostedZoneId, ...rest } = record(a).Properties as JsonObject;
  const byName = { Type: 'AWS::Route53::RecordSet', Properties: { ...rest, HostedZoneName: 'acme-bank.io.' } };
  const zones = { region: 'us-east-1', resources: { Zone: zone }, outputs: { Id: { Value: { Ref: 'Zone' }, Export: { Name: 'zone' } } } };
  const one = record({ ...a, HostedZoneId: { 'Fn::ImportValue': 'zone' } });
  const example = {
    Zones: zones,
    One: { region: 'us-east-1', resources: { One: one } },
    Two: { region: 'us-west-2', resources: { Two: byName } },
  };
  expect(findingsIn(example, check)).toMatchObject([{ stack: 'Two', related: [{ stack: 'One' }] }]);
});

it.each<[string, JsonObject, JsonObject]>([
  ['other identifiers', { SetIdentifier: 'east' }, {}],
  ['identifiers that differ by region', { SetIdentifier: { Ref: 'AWS::Region' } }, { SetIdentifier: { Ref: 'AWS::Region' } }],
  ['another type', { Type: 'AAAA' }, {}],
  ['another zone', { HostedZoneId: 'Z0999' }, {}],
  ['another name', { Name: 'shop2.acme-bank.io' }, {}],
  ['a policy that mixes, which has a check of its own', { Weight: { Ref: 'AWS::NoValue' }, Region: 'us-east-1' }, {}],
  ['an identifier that is not known', { SetIdentifier: { Ref: 'Id' } }, { SetIdentifier: { 'Fn::ImportValue': 'id' } }],
  ['a name that is not known', { Name: { Ref: 'Id' } }, { Name: { 'Fn::ImportValue': 'id' } }],
  ['zones that were not looked up', { HostedZoneId: 'DUMMY' }, { HostedZoneId: 'DUMMY' }],
  ['a zone that is not known', { HostedZoneId: { Ref: 'Id' } }, { HostedZoneId: { 'Fn::ImportValue': 'id' } }],
])('ignores %s', (_, one, other) => {
  const { Traffic, ...rest } = pair(one, other);
  expect(findingsIn({ ...rest, Traffic: { ...Traffic, parameters: { Id: { Type: 'String' } } } }, check)).toEqual([]);
});

it('ignores records that exclude each other by a condition', () => {
  const live: Json = { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] };
  const more: ExampleStack = { parameters: { Stage: { Type: 'String' } }, conditions: { Live: live, Test: { 'Fn::Not': [live] } } };
  const resources = { One: { ...record(a), Condition: 'Live' }, Two: { ...record(a), Condition: 'Test' } };
  expect(findingsIn(stack(resources, more), check)).toEqual([]);
});

it('ignores zones of one name in other accounts', () => {
  const { HostedZoneId, ...rest } = record(a).Properties as JsonObject;
  const resources = { Shop: { Type: 'AWS::Route53::RecordSet', Properties: { ...rest, HostedZoneName: 'acme-bank.io.' } } };
  const other = { region: 'us-east-1', account: '593176402285', resources };
  expect(findingsIn({ One: { region: 'us-east-1', resources }, Two: other }, check)).toEqual([]);
});
