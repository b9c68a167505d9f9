import { expect, test } from 'vitest';
import { loadOwnChecks } from '../../src/config/own-checks.js';
import { givenConfig } from '../../src/config/read-config.js';
import { findingsIn } from '../../src/testing.js';
import { runMain } from '../support/run-main.js';

const [check] = await loadOwnChecks(givenConfig({ ownChecks: ['./bucket-without-owner.mjs'] }, 'samples/own-checks'), []);
if (check === undefined) throw new Error('no check');

test('reports its bad example, and not its good one', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'warning',
      checkId: 'company/bucket-without-owner',
      stack: 'Data',
      logicalId: 'Bucket',
      message: 'The bucket has no `owner` tag.',
    },
  ]);
  expect(findingsIn(check.docs.good, check)).toEqual([]);
});

test('runs from the configuration', async () => {
  const config = 'samples/own-checks/synthcheck.config.json';
  const { code, stdout } = await runMain(['--config', config, '--only', 'company/*', 'samples/payments-dr/fixed/cdk.out']);
  expect(code).toBe(0);
  expect(stdout).toContain('company/bucket-without-owner');
});
