import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sketchOf } from '../../bench/organization/assemblies.js';
import { type Application, planOrganization } from '../../bench/organization/plan.js';
import { rowsOf } from '../../bench/organization/rows.js';
import { writeIndexes } from '../../bench/organization/write-index.js';
import { applicationCycles } from '../../src/organization/cycles.js';
import { type Database, type IndexFolder, openDatabase, type Row } from '../../src/organization/database.js';
import { writeSketch } from '../../src/testing/assembly-sketch.js';
import { runMain } from '../support/run-main.js';

/** More by hand: SYNTHCHECK_APPLICATIONS=300 npx vitest run --project node test/organization/planted.test.ts */
const COUNT = Number(process.env.SYNTHCHECK_APPLICATIONS ?? 30);
const plan = planOrganization(COUNT);

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
const keyOf = ({ kind, name }: Row): string => `${kind} ${name}`;

/** Writes the indexes of applications below a folder. */
type Write = (folder: string, applications: readonly Application[]) => Promise<void>;

const fromRows: Write = (folder, applications) =>
  writeIndexes(
    folder,
    applications.map((application) => [application.name, rowsOf(application)]),
  );

const fromAssemblies: Write = async (folder, applications) => {
  const assemblies = applications.map((application) => {
    const assembly = join(folder, 'assemblies', application.name, 'cdk.out');
    writeSketch(assembly, sketchOf(application, false));
    return assembly;
  });
  const { code, stderr } = await runMain(['index', ...assemblies, '--output', folder], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
};

describe.each<[string, Write]>([
  ['rows', fromRows],
  ['assemblies', fromAssemblies],
])('planted faults in an organization, made of %s', (_, write) => {
  const folder = mkdtempSync(join(tmpdir(), 'synthcheck-organization-'));
  let database: Database;

  beforeAll(async () => {
    const indexesIn = (root: string, applications: readonly Application[]): readonly IndexFolder[] =>
      applications.map(({ name }) => ({ path: join(folder, root, `application=${name}`), application: name }));
    await write(join(folder, 'index'), plan.applications);
    await write(join(folder, 'change'), [plan.change]);
    database = await openDatabase({ indexes: indexesIn('index', plan.applications), changes: indexesIn('change', [plan.change]) });
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  test('all references without a definition are found, and no other', async () => {
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

  test('every application is counted', async () => {
    expect(await database.ask('counts')).toMatchObject([{ application_count: COUNT, stack_count: 3 * COUNT }]);
  });
});
