import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type IndexRows, rowsOf } from '../../bench/organization/rows.js';
import { writeIndexes } from '../../bench/organization/write-index.js';
import { openDatabase, type Row } from '../../src/organization/database.js';

const folder = mkdtempSync(join(tmpdir(), 'synthcheck-impact-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Place {
  readonly account: string | null;
  readonly region: string | null;
}

const KNOWN: Place = { account: '111122223333', region: 'eu-west-1' };
const OTHER: Place = { account: '444455556666', region: 'eu-west-1' };
const OPEN: Place = { account: null, region: null };

type Sketch = Place & {
  readonly exports?: readonly string[];
  readonly imports?: readonly string[];
  readonly moves?: readonly string[];
  readonly isRefactored?: boolean;
};

/** Exports in `base` or, with `moves`, in `service`, and imports in `service`. */
function application(
  name: string,
  { account, region, exports = [], imports = [], moves = [], isRefactored = false }: Sketch,
): readonly [string, IndexRows] {
  const define = (names: readonly string[]) => names.map((export_) => ({ kind: 'export' as const, name: export_, value: 'one' }));
  const refer = (names: readonly string[]) => names.map((import_) => ({ kind: 'export' as const, name: import_, account, region }));
  const stack = (id: string) => ({ id: `${name}-${id}`, account, region, definitions: [], references: [] });
  const service = { ...stack('service'), definitions: define(moves), references: refer(imports) };
  const rows = rowsOf({ name, base: { ...stack('base'), definitions: define(exports) }, service, far: stack('far') });
  const definitions = rows.definitions.map((row) => (isRefactored ? { ...row, stack: `Other/${row.stack}` } : row));
  return [name, { ...rows, definitions }];
}

async function ask(question: 'impact' | 'prerequisites', apps: Readonly<Record<string, Sketch>>, change: Readonly<Record<string, Sketch>>) {
  const write = async (root: string, sketches: Readonly<Record<string, Sketch>>) => {
    await writeIndexes(
      join(folder, root),
      Object.entries(sketches).map(([name, sketch]) => application(name, sketch)),
    );
    return Object.keys(sketches).map((name) => ({ path: join(folder, root, `application=${name}`), application: name }));
  };
  const database = await openDatabase({ indexes: await write('index', apps), changes: await write('change', change) });
  try {
    return await database.ask(question);
  } finally {
    database.close();
  }
}

const inWords = ({ outcome, change, name, application: consumer, certain }: Row): string =>
  `${outcome} ${change} ${name} ${consumer}${certain === true ? '' : '?'}`;

describe('a change that is synthesized for another environment than the index', () => {
  test.each<[string, Place, Place]>([
    ['for any, after an account', KNOWN, OPEN],
    ['for an account, after any', OPEN, KNOWN],
  ])('%s: takes nothing away that it may still define', async (_, before, after) => {
    const consumer = { ...KNOWN, imports: ['vpc', 'zone'] };
    const apps = { network: { ...before, exports: ['vpc', 'zone'] }, orders: consumer };
    const rows = await ask('impact', apps, { network: { ...after, exports: ['vpc'] } });
    expect(rows.map(inWords)).toEqual([`blocked removed zone orders${before === OPEN ? '?' : ''}`]);
  });

  test('adds no reference that was there', async () => {
    const apps = { network: { ...KNOWN, exports: ['vpc', 'zone'] }, orders: { ...KNOWN, imports: ['vpc'] } };
    const rows = await ask('prerequisites', apps, { orders: { ...OPEN, imports: ['vpc', 'zone'] } });
    expect(rows.map(({ name, provider }) => `${name} ${provider}`)).toEqual(['zone network']);
  });
});

describe('what two applications define', () => {
  test('is not taken away when one of them no longer does', async () => {
    const apps = { one: { ...KNOWN, exports: ['vpc'] }, two: { ...KNOWN, exports: ['vpc'] }, orders: { ...KNOWN, imports: ['vpc'] } };
    expect(await ask('impact', apps, { one: KNOWN })).toEqual([]);
  });

  test('in accounts that are not known may be two things', async () => {
    const apps = { one: { ...OPEN, exports: ['vpc'] }, two: { ...OPEN, exports: ['vpc'] }, orders: { ...OPEN, imports: ['vpc'] } };
    expect((await ask('impact', apps, { one: OPEN })).map(inWords)).toEqual(['blocked removed vpc orders?']);
  });
});

test('what is removed in one account breaks nothing in another', async () => {
  const apps = { network: { ...KNOWN, exports: ['vpc'] }, orders: { ...OTHER, imports: ['vpc'] } };
  expect(await ask('impact', apps, { network: KNOWN })).toEqual([]);
});

test.each<[string, Sketch, readonly string[]]>([
  ['that moves to another stack', { ...KNOWN, moves: ['vpc'] }, ['blocked moved vpc orders']],
  ['of a stack that only has another path in the app', { ...KNOWN, exports: ['vpc'], isRefactored: true }, []],
])('an export %s', async (_, after, expected) => {
  const apps = { network: { ...KNOWN, exports: ['vpc'] }, orders: { ...KNOWN, imports: ['vpc'] } };
  expect((await ask('impact', apps, { network: after })).map(inWords)).toEqual(expected);
});
