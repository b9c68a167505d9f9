import { expect, it } from 'vitest';
import check from '../../../checks/reference/order-cycle.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { conditions, exporting, imported, parameters, using } from './imports.js';

const stack = (exported: string, needed: Parameters<typeof using>[0], dependencies: readonly string[] = []): ExampleStack => ({
  ...exporting(exported),
  parameters,
  conditions,
  dependencies,
  resources: { Group: using(needed) },
});

it('reports where the manifest does not know of the need', () => {
  expect(findingsIn({ A: stack('a', imported('b')), B: stack('b', imported('a'), ['A']) }, check)).toEqual([
    {
      severity: 'error',
      checkId: 'reference/order-cycle',
      stack: 'A',
      logicalId: 'Group',
      propertyPath: 'VpcId',
      message:
        'The stacks A and B need each other: Group of A needs b of B, which is deployed after it. None of them can be deployed first.',
      related: [{ stack: 'B', logicalId: 'Group', propertyPath: 'VpcId', message: 'a of A is needed here.' }],
    },
  ]);
});

it('finds a need that contradicts the order of the manifest', () => {
  expect(findingsIn({ A: stack('a', imported('b')), B: { ...exporting('b'), dependencies: ['A'] } }, check)).toMatchObject([
    { stack: 'A', related: [{ stack: 'B', message: 'This stack is deployed after A.' }] },
  ]);
});

it('reports once of a circle of three', () => {
  const example = { A: stack('a', imported('c')), B: stack('b', imported('a'), ['A']), C: stack('c', imported('b'), ['B']) };
  expect(findingsIn(example, check)).toMatchObject([
    { stack: 'A', message: expect.stringContaining('The stacks A, B and C need each other') },
  ]);
});

it('finds a circle that the manifest itself draws', () => {
  expect(findingsIn({ A: stack('a', 'vpc-1', ['B']), B: stack('b', 'vpc-1', ['A']), C: stack('c', 'vpc-1', ['A']) }, check)).toEqual([
    {
      checkId: 'reference/order-cycle',
      severity: 'error',
      stack: 'A',
      message: 'The manifest makes A and B deploy after each other: none of them can be deployed first.',
    },
  ]);
});

it.each<[string, Example]>([
  ['a chain', { A: stack('a', 'vpc-1'), B: stack('b', imported('a'), ['A']), C: stack('c', imported('a'), ['A', 'B']) }],
  ['a stack and itself', { A: stack('a', imported('a')) }],
  ['a need in one branch', { A: stack('a', { 'Fn::If': ['Live', imported('b'), 'x'] }), B: stack('b', imported('a'), ['A']) }],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
