import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/finding/report.js';
import { runMain } from '../support/run-main.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(ROOT, 'samples/resilience');
const config = join(sample, 'synthcheck.config.json');

/** The table of the sample's own page. */
function readVariants(): readonly { readonly variant: string; readonly check: string; readonly construct: string }[] {
  const rows = readFileSync(join(sample, 'README.md'), 'utf8').split('\n');
  return rows.flatMap((row) => {
    const [variant = '', check = '', construct = ''] = row
      .split('|')
      .slice(1, 4)
      .map((cell) => /`([^`]+)`/.exec(cell)?.[1] ?? '');
    return check.startsWith('resilience/') ? [{ variant, check, construct }] : [];
  });
}

async function findingsOf(variant: string): Promise<readonly Finding[]> {
  const argv = [
    'check',
    `samples/resilience/cdk.out/${variant}`,
    '--config',
    config,
    '--lint',
    'never',
    '--only',
    'resilience',
    '--format',
    'json',
  ];
  return JSON.parse((await runMain(argv, { cwd: ROOT })).stdout).findings;
}

describe('the resilience sample', () => {
  const variants = readVariants();

  test('has eight broken variants', () => {
    const synthesized = readFileSync(join(sample, 'variants.txt'), 'utf8').trim().split('\n');
    expect(['good', ...variants.map(({ variant }) => variant)]).toEqual(synthesized);
    expect(variants).toHaveLength(8);
  });

  test('keeps its promise when it is good', async () => {
    expect(await findingsOf('good')).toEqual([]);
  });

  test.each(variants)('$variant breaks it in one point', async ({ variant, check, construct }) => {
    const findings = await findingsOf(variant);
    expect(findings.map(({ checkId, severity, resource }) => [checkId, severity, resource?.constructPath])).toEqual([
      [check, 'error', construct],
    ]);
  });

  // `npm run generate` writes it.
  test('has the matrix that is printed', async () => {
    const { code, stdout, stderr } = await runMain(['resilience', 'samples/resilience/cdk.out/good', '--config', config], { cwd: ROOT });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(join(sample, 'expected/good.txt'));
  });
});
