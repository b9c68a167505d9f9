import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, describe, expect, test } from 'vitest';
import type { Application } from '../../bench/organization/plan.js';
import { rowsOf } from '../../bench/organization/rows.js';
import { writeIndexes } from '../../bench/organization/write-index.js';
import { type DatabaseOptions, openDatabase } from '../../src/organization/database.js';

const folder = mkdtempSync(join(tmpdir(), 'synthcheck-database-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ENVIRONMENT = { account: '111122223333', region: 'eu-west-1' };

/** One export, and one import of another. */
function application(
  name: string,
  { exports = [], imports = [] }: { exports?: readonly string[]; imports?: readonly string[] },
): Application {
  const stack = (id: string) => ({ id: `${name}-${id}`, ...ENVIRONMENT, definitions: [], references: [] });
  return {
    name,
    base: { ...stack('base'), definitions: exports.map((export_) => ({ kind: 'export', name: export_, value: 'one' })) },
    service: { ...stack('service'), references: imports.map((import_) => ({ kind: 'export', name: import_, ...ENVIRONMENT })) },
    far: stack('far'),
  };
}

const network = application('network', { exports: ['vpc'] });
const orders = application('orders', { imports: ['vpc', 'zone'] });

const pathOf = (name: string): string => join(folder, `application=${name}`);
const indexOf = (name: string) => ({ path: pathOf(name), application: name });

async function write(...applications: readonly Application[]): Promise<void> {
  await writeIndexes(
    folder,
    applications.map((one) => [one.name, rowsOf(one)]),
  );
}

async function overwrite(file: string, sql: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (${sql}) TO '${join(folder, file)}' (FORMAT parquet)`);
}

async function answers(options: DatabaseOptions) {
  const database = await openDatabase(options);
  try {
    const names = (await database.ask('unresolved')).map(({ name }) => name);
    return { refused: database.refused.map(({ application: of, reason }) => `${of}: ${reason}`), unresolved: names };
  } finally {
    database.close();
  }
}

describe('an index that cannot be read', () => {
  const definitions = 'application=foreign/definitions.parquet';
  test.each([
    [
      'is no Parquet',
      async () => writeFileSync(join(folder, definitions), 'PAR1 and nothing else'),
      /^foreign: .*(?:Parquet|magic bytes|small)/,
    ],
    [
      'has a column of another type',
      async () => overwrite(definitions, "SELECT 'foreign' AS application, [1] AS name"),
      /^foreign: the column name of definitions.parquet is nested, not VARCHAR$/,
    ],
    [
      'has rows of another application',
      async () => overwrite(definitions, "SELECT 'network' AS application, 'zone' AS name"),
      /^foreign: definitions.parquet has rows of network, not of foreign alone$/,
    ],
    [
      'says of no row whose it is',
      async () => overwrite(definitions, "SELECT 'zone' AS name"),
      /^foreign: definitions.parquet has no column application$/,
    ],
    [
      'has too many rows',
      async () => overwrite(definitions, "SELECT 'foreign' AS application FROM range(6000000)"),
      /^foreign: definitions.parquet has more than 5000000 rows$/,
    ],
    [
      'has one name in countless unknown places',
      async () =>
        overwrite(
          definitions,
          "SELECT 'foreign' AS application, 'vpc' AS name, 'export' AS kind, 'x' || range AS account, CAST(NULL AS VARCHAR) AS region FROM range(2000)",
        ),
      /^foreign: definitions.parquet has one name in more than 1000 places of which the account or region is not known$/,
    ],
    ['has no stacks', async () => rmSync(join(folder, 'application=foreign/stacks.parquet')), /^foreign: stacks.parquet is missing$/],
  ])('%s: the others are loaded', async (_, damage, reason) => {
    await write(network, orders, application('foreign', { exports: ['zone'] }));
    await damage();
    const { refused, unresolved } = await answers({ indexes: ['foreign', 'network', 'orders'].map(indexOf) });
    expect(refused).toEqual([expect.stringMatching(reason)]);
    expect(unresolved).toEqual(['zone']);
  });
});

test('what a later version adds is ignored, and what is missing is not known', async () => {
  await write(network, orders);
  await overwrite(
    'application=network/definitions.parquet',
    `
    SELECT 'network' AS application, 'commit-of-2026-01-31' AS commit, 'network-base' AS stack, '111122223333' AS account, 'eu-west-1' AS region,
      'export' AS kind, 'AWS::CloudFormation::Stack' AS type, 'zone' AS name, 'region' AS scope, {a: 1} AS added`,
  );
  expect(await answers({ indexes: ['network', 'orders'].map(indexOf) })).toEqual({ refused: [], unresolved: ['vpc'] });
});

test('paths and names are data, not SQL or wildcards', async () => {
  const name = "o'rders; DROP TABLE used; --";
  mkdirSync(folder, { recursive: true });
  await write(network, application('harmless', { imports: [`vpc'; SELECT 1; --`, 'vpc'] }));
  const odd = join(folder, "application=[a-z]*? '%24");
  renameSync(pathOf('harmless'), odd);
  const { refused, unresolved } = await answers({ indexes: [indexOf('network'), { path: odd, application: 'harmless' }] });
  expect({ refused, unresolved }).toEqual({ refused: [], unresolved: [`vpc'; SELECT 1; --`] });
  expect((await answers({ indexes: [indexOf('network'), { path: odd, application: name }] })).refused).toEqual([
    `${name}: stacks.parquet has rows of harmless, not of ${name} alone`,
  ]);
});

test('of several indexes of one application the latest counts', async () => {
  await write(network, orders);
  await overwrite(
    'application=orders/references.parquet',
    "SELECT 'orders' AS application, 'commit-of-2026-01-31' AS commit, 'export' AS kind, 'old' AS name, TRUE AS certain",
  );
  cpSync(pathOf('orders'), join(folder, 'later'), { recursive: true });
  await overwrite('later/stacks.parquet', "SELECT 'orders' AS application, 'later' AS commit, TIMESTAMP '2026-03-01' AS synthesized_at");
  await overwrite(
    'later/references.parquet',
    "SELECT 'orders' AS application, 'later' AS commit, 'export' AS kind, 'new' AS name, TRUE AS certain",
  );
  const { unresolved } = await answers({
    indexes: [indexOf('network'), { path: join(folder, 'later'), application: 'orders' }, indexOf('orders')],
  });
  expect(unresolved).toEqual(['new']);
});
