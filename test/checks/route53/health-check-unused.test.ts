import { expect, it } from 'vitest';
import check from '../../../checks/route53/health-check-unused.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { fromStandby, health, record, stack, twoRegions } from './examples.js';

const made = health('east.acme-bank.io');
const Ref = { Ref: 'Health' };

it('reports a health check that nothing uses', () => {
  expect(findingsIn(stack({ ...made, Shop: { ...record(), DependsOn: 'Health' } }, { outputs: { Id: { Value: Ref } } }), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'route53/health-check-unused',
      stack: 'Traffic',
      logicalId: 'Health',
      message: 'Nothing in any stack uses the health check Health: when it fails, no record changes and no notification is sent.',
    },
  ]);
});

it.each<[string, JsonObject]>([
  ['a record', record({ HealthCheckId: Ref })],
  ['a record that may not be there', record({ HealthCheckId: { 'Fn::If': ['Live', Ref, { Ref: 'AWS::NoValue' }] } })],
  [
    'a calculated health check',
    (health(undefined, { Type: 'CALCULATED', ChildHealthChecks: [Ref] }) as { readonly Health: JsonObject }).Health,
  ],
  ['an alarm', { Type: 'AWS::CloudWatch::Alarm', Properties: { Dimensions: [{ Name: 'HealthCheckId', Value: Ref }] } }],
  ['a custom resource', { Type: 'Custom::Failover', Properties: { Id: { 'Fn::GetAtt': ['Health', 'HealthCheckId'] } } }],
])('reports nothing when it is used by %s', (_, user) => {
  const conditions = { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } };
  const found = findingsIn(stack({ ...made, User: user }, { conditions, parameters: { Stage: { Type: 'String' } } }), check);
  expect(found.filter(({ logicalId }) => logicalId === 'Health')).toEqual([]);
});

it('reports nothing when it is used in another stack or exported', () => {
  const example = twoRegions({ Shop: record({ HealthCheckId: fromStandby('Id') }) }, made, { Id: { Value: Ref } });
  expect(findingsIn(example, check)).toEqual([]);
  expect(findingsIn(stack(made, { outputs: { Id: { Value: Ref, Export: { Name: 'health' } } } }), check)).toEqual([]);
});
