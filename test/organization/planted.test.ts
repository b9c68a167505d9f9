import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOrganization } from '../../bench/organization/plan.js';
import { rowsOf } from '../../bench/organization/rows.js';
import { writeIndexes } from '../../bench/organization/write-index.js';
import { applicationCycles } from '../../src/organization/cycles.js';
import { type Database, openDatabase, type Row } from '../../src/organization/database.js';

const folder = mkdtempSync(join(tmpdir(), 'synthcheck-organization-'));
const plan = planOrganization(30);
let database: Database;

beforeAll(async () => {
  await writeIndexes(
    join(folder, 'index'),
    plan.applications.map((application) => [application.name, rowsOf(application)]),
  );
  await writeIndexes(join(folder, 'change'), [[plan.change.name, rowsOf(plan.change)]]);
  const index = (root: string, { name }: { readonly name: string }) => ({
    path: join(folder, root, `application=${name}`),
    application: name,
  });
  database = await openDatabase({
    indexes: plan.applications.map((application) => index('index', application)),
    changes: [index('change', plan.change)],
  });
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
const keyOf = ({ kind, name }: Row): string => `${kind} ${name}`;

test('all references that nobody defines are found, and no other', async () => {
  const rows = await database.ask('unresolved');
  expect(rows.map(keyOf).sort()).toEqual([...plan.expected.unresolved].sort());
});

test('a definition in another region is named', async () => {
  const elsewhere = (await database.ask('unresolved')).filter(({ elsewhere_region }) => elsewhere_region !== null);
  expect(elsewhere).toHaveLength(25);
  expect(elsewhere[0]).toMatchObject({ kind: 'export', region: 'eu-west-1', elsewhere_region: 'us-east-1' });
});

test('all names that are defined twice are found, and no other', async () => {
  const rows = await database.ask('duplicates');
  expect(unique(rows.map(keyOf))).toEqual(unique(plan.expected.duplicates));
  expect(rows).toHaveLength(2 * plan.expected.duplicates.length);
});

test('all cycles are found, and no other', async () => {
  const cycles = applicationCycles(await database.ask('edges'));
  expect(cycles.map((cycle) => cycle.applications.join(' ')).sort()).toEqual([...plan.expected.cycles].sort());
});

test('everything that a change breaks, blocks or leaves stale is found, and nothing else', async () => {
  const rows = await database.ask('impact');
  expect(rows.map((row) => `${row.outcome} ${row.change} ${keyOf(row)} ${row.application}`).sort()).toEqual(
    [...plan.expected.impact].sort(),
  );
});

test('everything that must be deployed before a change is found, and nothing else', async () => {
  const rows = await database.ask('prerequisites');
  expect(rows.map((row) => `${keyOf(row)} ${row.provider ?? ''}`).sort()).toEqual([...plan.expected.prerequisites].sort());
});

test('everything is counted', async () => {
  expect(await database.ask('counts')).toEqual([
    {
      application_count: 30,
      stack_count: 90,
      resource_count: 40_500,
      definition_count: 597,
      reference_count: 418,
      resolved: 348,
      possibly_resolved: 16,
    },
  ]);
});
