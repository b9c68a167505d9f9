import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ReplicationWay } from '../../src/facts/resilience/recovery-points.js';
import { WAYS } from '../../src/facts/resilience/ways.js';
import { pointInWords } from '../../src/resilience/verdict.js';

const PAGE = join(fileURLToPath(new URL('../..', import.meta.url)), 'docs/resilience.md');
const ways: readonly ReplicationWay[] = Object.values(WAYS);

const table = [
  '| way | recovery point | class | what AWS documents | source |',
  '|---|---|---|---|---|',
  ...ways.map(
    (way) => `| ${way.name} | ${pointInWords(way.recoveryPoint)} | ${way.recoveryPoint.class} | ${way.states} | [page](${way.source}) |`,
  ),
].join('\n');

test('every way has a source', () => {
  for (const { name, source, states } of ways) {
    expect(source, name).toMatch(/^https:\/\/(?:docs\.aws\.amazon\.com|disaster-recovery\.workshop\.aws)\/\S+$/);
    expect(states, name).toMatch(/\S/);
  }
});

// `npm run generate` writes the page; the table is between its headings.
test('the page has the table of the ways', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const written = page.replace(
    /(## Ways of replication\n\n.*\n)[\s\S]*?(\nTime to move:)/,
    (_, before: string, after: string) => `${before}\n${table}\n${after}`,
  );
  await expect(written).toMatchFileSnapshot(PAGE);
});
