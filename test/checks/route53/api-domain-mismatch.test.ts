import { expect, it } from 'vitest';
import { apiDomainMismatch as check } from '../../../checks/route53/alias-records.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { alias, fromStandby, record, twoRegions } from './examples.js';

const to = (DomainName: Json, more: JsonObject = {}, traffic: JsonObject = {}) =>
  twoRegions(
    { Shop: alias(fromStandby('Host'), 'Z2OJLYMUO9EFXC', more), ...traffic },
    { Domain: { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName } } },
    { Host: { Value: { 'Fn::GetAtt': ['Domain', 'RegionalDomainName'] } } },
  );

it('warns of a record that is named otherwise', () => {
  expect(findingsIn(to('west.acme-bank.io'), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'route53/api-domain-mismatch',
      stack: 'Traffic',
      logicalId: 'Shop',
      propertyPath: 'AliasTarget.DNSName',
      message:
        "The record is named shop.acme-bank.io, but the custom domain that it points to is west.acme-bank.io: API Gateway does not know the record's name, and answers with the wrong certificate or 403.",
      related: [{ stack: 'Standby', logicalId: 'Domain', propertyPath: 'DomainName', message: 'The name of the custom domain.' }],
    },
  ]);
  expect(findingsIn(to('*.shop.acme-bank.io'), check)).toHaveLength(1);
});

it.each<[string, Json, JsonObject, JsonObject]>([
  ['the same name', 'Shop.acme-bank.io', {}, {}],
  ['a wildcard', '*.acme-bank.io', {}, {}],
  ['a name that is not known', { 'Fn::ImportValue': 'name' }, {}, {}],
  ['a record that is not known', 'west.acme-bank.io', { Name: { 'Fn::ImportValue': 'name' } }, {}],
  [
    'a step on the way from another name',
    'api.acme-bank.io',
    {},
    { Api: record({ Name: 'api.acme-bank.io', Type: 'CNAME', ResourceRecords: ['shop.acme-bank.io'] }) },
  ],
])('ignores %s', (_, domain, more, traffic) => {
  expect(findingsIn(to(domain, more, traffic), check)).toEqual([]);
});
