import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../src/finding/report.js';
import { runMain } from './support/run-main.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = join(root, 'samples/payments-dr');

interface Planted {
  readonly check: string;
  readonly stack: string;
  readonly construct: string;
  readonly source: string;
}

/** The table of the sample's own page. `…` stands for the beginning of a path. */
function readPlanted(): readonly Planted[] {
  const rows = readFileSync(join(sample, 'README.md'), 'utf8').split('\n');
  return rows.flatMap((row) => {
    const [check, stack, construct, source] = row
      .split('|')
      .slice(1, 5)
      .map((cell) => /`([^`]+)`/.exec(cell)?.[1] ?? '');
    return check?.includes('/') && stack && construct && source?.startsWith('lib/') ? [{ check, stack, construct, source }] : [];
  });
}

const run = (state: string, ...argv: string[]) =>
  runMain(['check', `samples/payments-dr/${state}/cdk.out`, '--lint', 'never', ...argv], { cwd: root });

describe('payments-dr, broken', () => {
  const planted = readPlanted();

  test('plants 15 defects', () => {
    expect(planted).toHaveLength(15);
  });

  test.each(planted)('$check is reported once, in $stack at $source', async ({ check, stack, construct, source }) => {
    const { stdout } = await run('broken', '--format', 'json', '--only', check);
    const findings: readonly Finding[] = JSON.parse(stdout).findings;
    const places = findings.map((finding) => [
      finding.stack.name,
      finding.resource?.constructPath?.replace(construct.startsWith('…') ? /^[^/]*/ : '', construct.startsWith('…') ? '…' : ''),
      `${finding.source?.file.replace('samples/payments-dr/broken/', '')}:${finding.source?.line}`,
      finding.source?.approximate,
    ]);
    expect(places).toEqual([[stack, construct, source, false]]);
  });

  // `npm run generate` writes it.
  test('prints what it should', async () => {
    const { code, stdout, stderr } = await run('broken');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(join(sample, 'expected/broken.txt'));
  });
});

describe('payments-dr, fixed', () => {
  test('has no error and no warning', async () => {
    const { code, stdout } = await run('fixed', '--fail-on', 'warning');
    expect(code, stdout).toBe(0);
  });

  test('prints what it should', async () => {
    await expect((await run('fixed')).stdout).toMatchFileSnapshot(join(sample, 'expected/fixed.txt'));
  });
});
