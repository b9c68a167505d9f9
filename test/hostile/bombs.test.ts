import { describe, expect, test } from 'vitest';
import { writeAssembly } from '../support/assembly-builder.js';
import { runMain } from '../support/run-main.js';
import type { Bomb } from './bombs/bomb.js';
import { chains } from './bombs/chains.js';
import { changes } from './bombs/changes.js';
import { cycles } from './bombs/cycles.js';
import { growth } from './bombs/growth.js';
import { masses } from './bombs/masses.js';
import { millions } from './bombs/millions.js';
import { pairs } from './bombs/pairs.js';
import { texts } from './bombs/texts.js';

/** Each takes a second at most; before it was bounded, it took days, or all memory. */
async function expectToEnd(bomb: Bomb): Promise<void> {
  const path = writeAssembly(bomb());
  const { code, stdout, stderr } = await runMain(['check', path, '--lint', 'never']);
  expect(stderr).toBe('');
  expect(stdout).not.toContain('failed while reading');
  expect([0, 1]).toContain(code);
}

describe('what grows twofold with each step', () => {
  test.each(Object.entries(growth()))('%s', (_, bomb) => expectToEnd(bomb));
});

describe('what needs itself', () => {
  test.each(Object.entries(cycles()))('%s', (_, bomb) => expectToEnd(bomb));
});

describe('a long chain of', () => {
  test.each(Object.entries(chains(5_000)))('%s', (_, bomb) => expectToEnd(bomb));
});

describe('very many', () => {
  test.each(Object.entries(masses(10_000, 300)))('%s', (_, bomb) => expectToEnd(bomb));
});

describe('very many of two things:', () => {
  test.each(Object.entries(pairs(3_000)))('%s', (_, bomb) => expectToEnd(bomb));
});

describe('a million entries', () => {
  test.each(Object.entries(millions()))('%s', (_, bomb) => expectToEnd(bomb));
});

describe('long texts as', () => {
  test.each(Object.entries(texts()))('%s', (_, bomb) => expectToEnd(bomb));
});

describe('before and after, very many', () => {
  test.each(Object.entries(changes(8_000)))('%s', async (_, [before, after]) => {
    const { code, stdout, stderr } = await runMain(['diff', writeAssembly(before), writeAssembly(after)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/broadened .*Group/);
  });
});
