import { beforeAll, describe, expect, test } from 'vitest';
import { REJECTED_UPDATES } from '../../src/facts/updates/updates.js';
import { diffOf } from './diff-of.js';
import { COMPUTE } from './rejected-updates/compute.js';
import { DATABASES } from './rejected-updates/databases.js';
import { IDENTITY_AND_STORAGE } from './rejected-updates/identity-and-storage.js';
import { NETWORK } from './rejected-updates/network.js';
import { STREAMS } from './rejected-updates/streams.js';
import type { UpdateCase } from './rejected-updates/update-case.js';

const CASES: readonly UpdateCase[] = [...DATABASES, ...STREAMS, ...COMPUTE, ...NETWORK, ...IDENTITY_AND_STORAGE];

/** What is reported of each case's resource: one diff for all, with a stack for each case. */
const reported = new Map<string, readonly string[]>();

beforeAll(async () => {
  const { deployment } = await diffOf(sketch('before'), sketch('after'));
  CASES.forEach((_, index) => {
    const problems = deployment.problems.filter(({ kind, stack }) => kind === 'update-refused' && stack.id === `Case${index}`);
    reported.set(
      `Case${index}`,
      problems.map(({ level, message }) => `${level}: ${message}`),
    );
  });
});

function sketch(side: 'before' | 'after') {
  const stacks = CASES.map(({ type, [side]: Properties, others = {}, attributes = {} }, index) => {
    const resources = { It: { Type: type, Properties, ...attributes }, ...(others[side] ?? others.both) };
    return [`Case${index}`, { region: 'us-east-1', resources }] as const;
  });
  return { stacks: Object.fromEntries(stacks) };
}

describe('updates that a service rejects', () => {
  const entries = CASES.map((one, index) => ({ ...one, name: `${one.type}: ${one.name}`, stack: `Case${index}` }));

  test.each(entries.filter(({ expected }) => expected !== null))('$name', ({ stack, expected }) => {
    expect(reported.get(stack)).toEqual([expect.stringMatching(expected ?? '')]);
  });

  test.each(entries.filter(({ expected }) => expected === null))('accepted: $name', ({ stack }) => {
    expect(reported.get(stack)).toEqual([]);
  });

  test('a message ends with one period, also behind the words of a service', () => {
    expect([...reported.values()].flat().filter((message) => !/[^.`]\.`$|[^.][^.`]`?\.$/.test(message))).toEqual([]);
  });

  test('every row has a case that it rejects, and one near it that is accepted', () => {
    const rows = [...REJECTED_UPDATES.values()].flat();
    const messages = [...reported.values()].flat().join('\n');
    const accepted = new Set(CASES.filter(({ expected }) => expected === null).map(({ type }) => type));
    const untested = rows.filter(({ type, says, because }) => !messages.includes(says ?? because ?? '?') || !accepted.has(type));
    expect(untested.map(({ type, says, because }) => `${type}: ${says ?? because}`)).toEqual([]);
  });

  test('every row names a page, and says why', () => {
    for (const { sources, says, because, fix } of [...REJECTED_UPDATES.values()].flat()) {
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources)
        expect(source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|docs\.amazonaws\.cn|github\.com|repost\.aws)\//);
      expect(says ?? because).toBeTruthy();
      expect(fix).toMatch(/\.$/);
    }
  });
});
