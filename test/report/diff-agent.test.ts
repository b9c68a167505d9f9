import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runMain } from '../support/run-main.js';

const repository = join(import.meta.dirname, '../..');
const FOLDERS = ['samples/payments-diff/before/cdk.out', 'samples/payments-diff/after/cdk.out'];
const diff = (options: Parameters<typeof runMain>[1], ...argv: string[]) => runMain(['diff', ...argv], { cwd: repository, ...options });

describe('a diff for coding agents', () => {
  test('has the verdict, what needs a decision with its fix, the names of the rest, and the order', async () => {
    const { stdout } = await diff({}, ...FOLDERS, '--format', 'agent');
    const blocks = stdout.trimEnd().split('\n\n');
    expect(blocks[0]).toMatch(
      /^synthcheck diff: Deployment will be rejected \(5 problems\), data loss in 2 resources, permissions broadened \(4\)\.$/,
    );
    expect(blocks[1]).toMatch(/^Deployment \(6\)\nblocked stack payments-data \(us-east-1\)/);
    expect(stdout).toContain(
      [
        'blocked samples/payments-diff/after/bin/app.ts:31 payments-data/Ledger (us-east-1)',
        '  One update adds us-west-2 and adds eu-west-1: `Update table operation with more than one create or delete replica actions not allowed`.',
        '  fix: Deploy 2 times, with one replica added or removed each time.',
        '  1. add us-west-2 alone: `cdk deploy payments-data`',
        '  2. add eu-west-1 alone: `cdk deploy payments-data`',
      ].join('\n'),
    );
    expect(stdout).toMatch(/^Added \(\d+\): /m);
    expect(blocks.at(-1)).toMatch(/^Deployed in this order: payments-data, /);
    expect(Buffer.byteLength(stdout)).toBeLessThan(Buffer.byteLength((await diff({}, ...FOLDERS, '--format', 'terminal')).stdout));
  });

  test.each([250, 600, 1500, 4000])('fits into %i tokens, with what is left out counted', async (tokens) => {
    const { stdout } = await diff({}, ...FOLDERS, '--format', 'agent', '--max-tokens', String(tokens));
    expect(Buffer.byteLength(stdout)).toBeLessThanOrEqual(tokens * 4);
    expect(stdout).toMatch(/^synthcheck diff: /);
    if (tokens < 1500) expect(stdout).toMatch(/^Not shown: \d+ of /m);
  });

  test('is chosen when an agent runs the command, unless another format is', async () => {
    const isAgent = async (options: Parameters<typeof runMain>[1], ...argv: string[]) =>
      (await diff(options, ...FOLDERS, ...argv)).stdout.startsWith('synthcheck diff: ');
    expect(await isAgent({ env: { CLAUDECODE: '1' } })).toBe(true);
    expect(await isAgent({ env: { CLAUDECODE: '1' } }, '--format', 'terminal')).toBe(false);
    expect(await isAgent({ env: { SYNTHCHECK_FORMAT: 'agent' } })).toBe(true);
    expect(await isAgent({ env: { SYNTHCHECK_FORMAT: 'gitlab' } })).toBe(false);
    expect(await isAgent({})).toBe(false);
  });

  test('nothing that changes', async () => {
    const { stdout } = await diff({}, FOLDERS[0] as string, FOLDERS[0] as string, '--format', 'agent');
    expect(stdout).toBe('synthcheck diff: No change.\n');
  });

  test('--max-tokens below what says anything', async () => {
    expect((await diff({}, ...FOLDERS, '--max-tokens', '10')).stderr).toContain('--max-tokens takes a number from 250 on');
  });
});
