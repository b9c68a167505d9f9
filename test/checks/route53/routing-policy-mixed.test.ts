import { expect, it } from 'vitest';
import { routingPolicyMixed as check } from '../../../checks/route53/record-groups.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { record, stack, twoRegions } from './examples.js';

const weighted = { Weight: 1, SetIdentifier: 'a' };
const latency = { Region: 'us-east-1', SetIdentifier: 'b' };

it('reports two policies in two stacks', () => {
  expect(findingsIn(twoRegions({ East: record(latency) }, { West: record(weighted) }), check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/routing-policy-mixed',
      stack: 'Traffic',
      logicalId: 'East',
      propertyPath: 'Region',
      message:
        'shop.acme-bank.io A is a latency record here and a weighted record elsewhere: a name and type have one routing policy, and Route 53 rejects the second.',
      related: [{ stack: 'Standby', logicalId: 'West', propertyPath: 'Weight', message: 'The weighted record.' }],
    },
  ]);
});

it('reports a simple record in a weighted group, and only of the first that differs', () => {
  expect(findingsIn(twoRegions({ East: record() }, { West: record(weighted) }), check)).toMatchObject([{ propertyPath: 'Name' }]);
  const three = { A: record(weighted), B: record(), C: record(latency), D: record({ ...weighted, SetIdentifier: 'd' }) };
  expect(findingsIn(stack(three), check).map(({ logicalId }) => logicalId)).toEqual(['B']);
});

it('ignores an entry of a group of records that is not known', () => {
  const group = {
    Type: 'AWS::Route53::RecordSetGroup',
    Properties: { HostedZoneId: 'Z0999', RecordSets: [{ 'Fn::Transform': { Name: 'Records' } }] },
  };
  expect(findingsIn(stack({ Group: group }), check)).toEqual([]);
});

it.each<[string, JsonObject, JsonObject]>([
  ['one policy', weighted, { ...weighted, SetIdentifier: 'b' }],
  ['another type', { ...latency, Type: 'AAAA' }, weighted],
  ['another zone', { ...latency, HostedZoneId: 'Z0999' }, weighted],
  ['a policy that is not known', { ...latency, Region: { 'Fn::If': ['Live', 'us-east-1', { Ref: 'AWS::NoValue' }] } }, {}],
])('ignores %s', (_, one, other) => {
  const more = { parameters: { Stage: { Type: 'String' } }, conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } } };
  expect(findingsIn(stack({ One: record(one), Two: record(other) }, more), check)).toEqual([]);
});
