import { expect, it } from 'vitest';
import { recordDuplicate as check } from '../../../checks/route53/records.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { record, stack, twoRegions } from './examples.js';

const pair = (one: JsonObject, other: JsonObject) => twoRegions({ East: record(one) }, { West: record(other) });

it('reports once of two simple records in two stacks', () => {
  expect(findingsIn(pair({}, {}), check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/record-duplicate',
      stack: 'Traffic',
      logicalId: 'East',
      propertyPath: 'Name',
      message:
        'shop.acme-bank.io A is declared twice in the same zone, without a routing policy: Route 53 rejects the one that is deployed last.',
      related: [{ stack: 'Standby', logicalId: 'West', message: 'The other record.' }],
    },
  ]);
});

it.each<[string, JsonObject, JsonObject, string]>([
  ['a CNAME', { Type: 'CNAME' }, {}, 'is a CNAME beside a record of type A'],
  ['a record beside a CNAME', {}, { Type: 'CNAME' }, 'is beside a CNAME of the same name'],
  [
    'latency records of one region',
    { Region: 'us-east-1', SetIdentifier: 'a' },
    { Region: 'us-east-1', SetIdentifier: 'b' },
    'is one of two latency records for us-east-1',
  ],
  [
    'geolocation records of one place',
    { GeoLocation: { CountryCode: 'US', SubdivisionCode: 'CA' }, SetIdentifier: 'a' },
    { GeoLocation: { SubdivisionCode: 'CA', CountryCode: 'US' }, SetIdentifier: 'b' },
    'is one of two geolocation records for US-CA',
  ],
])('reports %s', (_, one, other, message) => {
  expect(findingsIn(pair(one, other), check)).toMatchObject([{ message: expect.stringContaining(message) }]);
});

it.each<[string, JsonObject, JsonObject]>([
  ['another type', { Type: 'AAAA' }, {}],
  ['a type that is not known beside a CNAME', { Type: 'CNAME' }, { Type: { 'Fn::Transform': { Name: 'Names' } } }],
  ['a CNAME beside a type that is not known', { Type: { 'Fn::Transform': { Name: 'Names' } } }, { Type: 'CNAME' }],
  ['another zone', { HostedZoneId: 'Z0999' }, {}],
  ['weights', { Weight: 1, SetIdentifier: 'a' }, { Weight: 1, SetIdentifier: 'b' }],
  [
    'an identifier twice, which has a check of its own',
    { Region: 'us-east-1', SetIdentifier: 'a' },
    { Region: 'us-east-1', SetIdentifier: 'a' },
  ],
  ['a policy against none, which has a check of its own', { Weight: 1, SetIdentifier: 'a' }, {}],
  ['regions that differ', { Region: { Ref: 'AWS::Region' }, SetIdentifier: 'a' }, { Region: { Ref: 'AWS::Region' }, SetIdentifier: 'b' }],
])('ignores %s', (_, one, other) => {
  expect(findingsIn(pair(one, other), check)).toEqual([]);
});

it('ignores records that exclude each other by a condition', () => {
  const live = { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] };
  const more = { parameters: { Stage: { Type: 'String' } }, conditions: { Live: live, Test: { 'Fn::Not': [live] } } };
  const resources = { One: { ...record(), Condition: 'Live' }, Two: { ...record({ Type: 'CNAME' }), Condition: 'Test' } };
  expect(findingsIn(stack(resources, more), check)).toEqual([]);
});
