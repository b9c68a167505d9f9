import { expect, it } from 'vitest';
import check from '../../../checks/assembly/stack-duplicate.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

it('reports the second stack', () => {
  expect(findingsIn({ A: { region: 'us-east-1', name: 'shop' }, B: { region: 'us-east-1', name: 'shop' } }, check)).toEqual([
    {
      severity: 'error',
      checkId: 'assembly/stack-duplicate',
      stack: 'B',
      message: 'B and A are both the stack shop in us-east-1: deploying one replaces the other, and deletes what only the other has.',
      related: [{ stack: 'A', message: 'The other stack of this name.' }],
    },
  ]);
});

it('only warns of stacks without a region', () => {
  expect(findingsIn({ A: { name: 'shop' }, B: { name: 'shop' } }, check)).toMatchObject([{ severity: 'warning' }]);
});

it.each<[string, Example]>([
  ['other regions', { A: { region: 'us-east-1', name: 'shop' }, B: { region: 'us-west-2', name: 'shop' } }],
  ['other accounts', { A: { region: 'us-east-1', name: 'shop' }, B: { region: 'us-east-1', account: '111122223333', name: 'shop' } }],
  ['a region that is open', { A: { region: 'us-east-1', name: 'shop' }, B: { name: 'shop' } }],
])('reports nothing: %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it('only warns of stacks without an account, which may go to two', () => {
  const open = (id: string): Example => ({ [id]: { region: 'us-east-1', account: 'unknown-account', name: 'shop' } });
  expect(findingsIn({ ...open('A'), ...open('B') }, check)).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('in us-east-1 (if both are deployed to one account): ') },
  ]);
});
