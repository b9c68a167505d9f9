import { expect, it } from 'vitest';
import { failoverHealthMissing as check } from '../../../checks/route53/failover-records.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { alias, record, stack } from './examples.js';

const primary = { Failover: 'PRIMARY', SetIdentifier: 'primary' };
const more = { parameters: { Stage: { Type: 'String' } }, conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } } };
const target = (more: JsonObject) => ({ AliasTarget: { DNSName: 'east.acme-bank.io', HostedZoneId: 'Z0456789ABCDEFGHIJKL', ...more } });

it.each<[string, JsonObject, string]>([
  [
    'addresses',
    record(primary),
    'The primary record shop.acme-bank.io A has no health check: Route 53 rejects it ("A non-alias primary ResourceRecordSet must have an associated health check").',
  ],
  [
    'an alias',
    alias('', '', { ...primary, ...target({}) }),
    'The primary record shop.acme-bank.io A has no health check and does not evaluate the health of its target: Route 53 never fails over.',
  ],
  ['an alias that does not evaluate', alias('', '', { ...primary, ...target({ EvaluateTargetHealth: 'false' }) }), 'never fails over.'],
  ['no value for the health check', record({ ...primary, HealthCheckId: { Ref: 'AWS::NoValue' } }), 'has no health check'],
])('reports %s', (_, declaration, message) => {
  expect(findingsIn(stack({ Shop: declaration }), check)).toMatchObject([
    { severity: 'error', logicalId: 'Shop', propertyPath: 'Failover', message: expect.stringContaining(message) },
  ]);
});

it.each<[string, JsonObject]>([
  ['a health check', record({ ...primary, HealthCheckId: { 'Fn::ImportValue': 'health' } })],
  ['an alias that evaluates its target', alias('', '', { ...primary, ...target({ EvaluateTargetHealth: 'true' }) })],
  ['an alias with a health check', alias('', '', { ...primary, ...target({}), HealthCheckId: 'a1' })],
  ['a secondary', record({ Failover: 'SECONDARY', SetIdentifier: 'secondary' })],
  ['a target that may be evaluated', alias('', '', { ...primary, ...target({ EvaluateTargetHealth: { Ref: 'Stage' } }) })],
])('ignores %s', (_, declaration) => {
  expect(findingsIn(stack({ Shop: declaration }, more), check)).toEqual([]);
});

it('warns of a health check under a condition', () => {
  const declaration = record({ ...primary, HealthCheckId: { 'Fn::If': ['Live', 'a1', { Ref: 'AWS::NoValue' }] } });
  expect(findingsIn(stack({ Shop: declaration }, more), check)).toMatchObject([
    { severity: 'warning', propertyPath: 'Failover', message: expect.stringContaining('(When Live does not hold.)') },
  ]);
});
