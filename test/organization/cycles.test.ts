import { describe, expect, test } from 'vitest';
import { applicationCycles, deploymentOrder } from '../../src/organization/cycles.js';
import type { Row } from '../../src/organization/database.js';

/** `a.one b.two`: the stack one of the application a needs the stack two of b. With `?` it is only possible. */
function edges(...texts: readonly string[]): readonly Row[] {
  return texts.map((text) => {
    const [from = '', to = ''] = text.replace('?', '').split(' ');
    const [application = '', stack = ''] = from.split('.');
    const [provider = '', providerStack = ''] = to.split('.');
    return { application, stack, provider, provider_stack: providerStack, certain: !text.endsWith('?') };
  });
}

describe('cycles between applications', () => {
  test.each([
    ['none', ['a.1 b.1', 'b.1 c.1', 'a.1 c.1'], []],
    ['of stacks', ['a.1 b.1', 'b.1 a.1'], [{ applications: ['a', 'b'], isOfStacks: true }]],
    ['of applications whose stacks can be deployed in turns', ['a.2 b.1', 'b.1 a.1'], [{ applications: ['a', 'b'], isOfStacks: false }]],
    ['of three', ['a.1 b.1', 'b.1 c.1', 'c.1 a.1', 'd.1 a.1'], [{ applications: ['a', 'b', 'c'], isOfStacks: true }]],
    ['that is only possible', ['a.1 b.1', 'b.1 a.1?'], []],
  ])('%s', (_, texts, expected) => {
    expect(applicationCycles(edges(...texts))).toEqual(expected);
  });
});

describe('the order of deployment', () => {
  test.each([
    ['what needs nothing comes first', ['a.1 b.1', 'b.1 c.1'], [['c', 'd'], ['b'], ['a']]],
    ['after the latest of what it needs', ['a.1 b.1', 'a.1 c.1', 'b.1 c.1'], [['c', 'd'], ['b'], ['a']]],
    ['a cycle is one step', ['a.1 b.1', 'b.1 a.1', 'b.1 c.1', 'd.1 a.1'], [['c'], ['a', 'b'], ['d']]],
    ['what is only possible does not count', ['a.1 b.1?'], [['a', 'b', 'c', 'd']]],
  ])('%s', (_, texts, expected) => {
    expect(deploymentOrder(['d', 'a', 'b', 'c'], edges(...texts))).toEqual(expected);
  });
});
