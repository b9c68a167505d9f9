import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { runMain } from '../support/run-main.js';
import { problemsOf } from './sarif-multitool.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const sample = (state: string) => `samples/payments-dr/${state}/cdk.out`;

/** The line that a report points at: it must be there, and create something. */
function lineAt(file: string, line: number): string {
  const path = join(repository, file);
  expect(existsSync(path), file).toBe(true);
  return readFileSync(path, 'utf8').split('\n')[line - 1] ?? '';
}

describe('the broken sample', () => {
  test('annotations are at lines of its source that make a construct', async () => {
    const { stdout } = await runMain([sample('broken'), '--format', 'github'], { cwd: repository });
    const places = [...stdout.matchAll(/^::(?:error|warning|notice) file=([^,]+),line=(\d+),col=(\d+),/gm)];
    expect(places.length).toBeGreaterThan(10);
    for (const [, file = '', line, column] of places) {
      expect(file).toMatch(/^samples\/payments-dr\/broken\/(lib|bin)\//);
      // `new Bucket(…)`, or a call that makes one.
      expect(lineAt(file, Number(line)).slice(Number(column) - 1)).toMatch(/^(new [\w.]+\(|[\w.]+\()/);
    }
  });

  test('so are the places of its SARIF, which the validator accepts', async () => {
    const { stdout } = await runMain([sample('broken'), '--format', 'sarif'], { cwd: repository });
    const results = (JSON.parse(stdout) as Log).runs[0]?.results ?? [];
    expect(results.length).toBeGreaterThan(15);
    for (const { locations = [], relatedLocations = [] } of results) {
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const { artifactLocation, region } = physicalLocation ?? {};
        expect(lineAt(decodeURIComponent(artifactLocation?.uri ?? ''), region?.startLine ?? 0)).not.toBe('');
      }
    }
    expect(problemsOf(stdout)).toEqual([]);
  });
});

test('the fixed sample has no error in any format', async () => {
  const run = async (format: string) =>
    (await runMain([sample('fixed'), '--format', format, '--fail-on', 'warning'], { cwd: repository })).stdout;
  expect(await run('github')).not.toMatch(/^::(error|warning) /m);
  expect(await run('junit')).toMatch(/^<testsuites name="synthcheck" tests="\d+" failures="0" errors="0">$/m);
  const sarif = await run('sarif');
  expect(problemsOf(sarif)).toEqual([]);
  expect((JSON.parse(sarif) as Log).runs[0]?.results?.filter(({ level, suppressions }) => level !== 'note' && !suppressions)).toEqual([]);
});
