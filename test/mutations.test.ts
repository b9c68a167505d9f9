import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readMutations } from './mutations/read-mutations.js';
import { readCheckFiles } from './support/check-files.js';
import { type FoundProblem, findingsIn } from './support/findings-in.js';

/** Checks of the subjects that the project began with: three faults each. */
const NAMED = [
  /^dynamodb\/replica-(sse-without-table-sse|sse-partial|key-region)$/,
  /^s3\/replication-destination-(missing|order|unversioned)$/,
  /^route53\/health-check-host-/,
  /^deletion\/(protection-blocks-delete|not-destroyable|not-retained)$/,
  /^route53\/set-identifier-/,
];

const checks = (await readCheckFiles()).map(({ check }) => check);
const mutations = await readMutations();
const results = new Map<string, { tried: number; caught: number }>();

describe.each(checks)('$id', (check) => {
  const own = mutations.filter((mutation) => mutation.check === check.id);

  it('has faults to find', () => {
    expect(own.length).toBeGreaterThanOrEqual(NAMED.some((pattern) => pattern.test(check.id)) ? 3 : 1);
  });

  it.each(own)('$name', (mutation) => {
    const result = results.get(check.id) ?? { tried: 0, caught: 0 };
    results.set(check.id, result);
    result.tried++;
    const before = findingsIn(mutation.from, checks);
    expect(loud(before)).toEqual([]);
    const broken = JSON.parse(JSON.stringify(mutation.from));
    mutation.apply(broken);
    const after = findingsIn(broken, checks);
    const { stack, resource, property } = mutation.expect;
    // A check that only informs must be heard too; what others only say as info may follow from the fault.
    expect(
      after.filter(({ checkId }) => checkId === check.id).map((found) => [found.stack, found.logicalId ?? null, found.propertyPath ?? '']),
    ).toEqual([[stack, resource, property]]);
    expect(loud(after).filter(({ checkId }) => checkId !== check.id)).toEqual([]);
    result.caught++;
  });
});

it.each(checks)('the example of $id shows nothing else', ({ id, docs }) => {
  expect(loud(findingsIn(docs.bad, checks)).filter(({ checkId }) => checkId !== id)).toEqual([]);
  expect(loud(findingsIn(docs.good, checks))).toEqual([]);
});

it('names no check that does not exist', () => {
  expect(mutations.map(({ check }) => check).filter((id) => !checks.some((check) => check.id === id))).toEqual([]);
});

// `MUTATIONS=table.md npx vitest run test/mutations.test.ts` writes down what was caught, for the record.
afterAll(() => {
  const file = process.env.MUTATIONS;
  if (file === undefined) return;
  const rows = checks.map(({ id }) => ({ id, ...(results.get(id) ?? { tried: 0, caught: 0 }) }));
  const sum = (count: 'tried' | 'caught'): number => rows.reduce((total, row) => total + row[count], 0);
  const lines = [...rows, { id: `all ${rows.length}`, tried: sum('tried'), caught: sum('caught') }];
  const table = lines.map(({ id, caught, tried }) => `| ${id} | ${caught} / ${tried} |`);
  writeFileSync(file, `${['| check | caught / tried |', '|---|---|', ...table].join('\n')}\n`);
});

/** What a person would have to do something about. */
function loud(found: readonly FoundProblem[]): readonly FoundProblem[] {
  return found.filter(({ severity }) => severity !== 'info');
}
