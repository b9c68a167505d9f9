import { expect, it } from 'vitest';
import { weightsAllZero as check } from '../../../checks/route53/record-groups.js';
import type { Json } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { record, stack, twoRegions } from './examples.js';

const weighted = (Weight: Json, SetIdentifier: string) => record({ Weight, SetIdentifier, HealthCheckId: 'a1' });

it('reports once of a group in two stacks', () => {
  expect(findingsIn(twoRegions({ East: weighted(0, 'a') }, { West: weighted('0', 'b') }), check)).toEqual([
    {
      severity: 'warning',
      checkId: 'route53/weights-all-zero',
      stack: 'Standby',
      logicalId: 'West',
      propertyPath: 'Weight',
      message: 'All 2 weighted records shop.acme-bank.io A have the weight 0: Route 53 then answers with each of them equally often.',
      related: [{ stack: 'Traffic', logicalId: 'East', propertyPath: 'Weight', message: 'Has the weight 0 too.' }],
    },
  ]);
});

it('reports nothing when one may have weight, and about a record alone', () => {
  const parameters = { Share: { Type: 'Number' } };
  expect(findingsIn(stack({ A: weighted(0, 'a'), B: weighted(1, 'b') }), check)).toEqual([]);
  expect(findingsIn(stack({ A: weighted(0, 'a'), B: weighted({ Ref: 'Share' }, 'b') }, { parameters }), check)).toEqual([]);
  const conditions = { Live: { 'Fn::Equals': [{ Ref: 'Share' }, '1'] } };
  const maybe = { ...weighted(9, 'c'), Condition: 'Live' };
  expect(findingsIn(stack({ A: weighted(0, 'a'), B: weighted(0, 'b'), C: maybe }, { parameters, conditions }), check)).toEqual([]);
  expect(findingsIn(stack({ A: weighted(0, 'a') }), check)).toEqual([]);
});
