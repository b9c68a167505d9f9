import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.js';
import { SOUND, writeProject } from '../support/project.js';
import { FakeStream } from '../support/run-main.js';

const CLEAR = '\r\u001b[K';
const cwd = writeProject(SOUND);

/** What standard error gets when both streams are terminals. */
async function progressOf(argv: readonly string[], env: Record<string, string> = {}, columns = 80): Promise<string> {
  const [stdout, stderr] = [new FakeStream(columns), new FakeStream(columns)];
  const before = process.cwd();
  process.chdir(cwd);
  try {
    await main(argv, { stdout, stderr, env, cwd });
  } finally {
    process.chdir(before);
  }
  return stderr.text;
}

test('on a terminal, it says what it does, on one line that goes away', async () => {
  const text = await progressOf([]);
  const [nothing, ...steps] = text.split(CLEAR);
  expect(nothing).toBe('');
  expect(steps.slice(0, 3)).toEqual([
    'Reading cdk.out…',
    'Finding what refers to what…',
    expect.stringMatching(/^Running \d+ checks on 1 stack…$/),
  ]);
  expect(text).not.toContain('\n');
  expect(steps.at(-1)).toBe('');
});

test('also when it fails', async () => {
  expect((await progressOf(['gone'])).split(CLEAR)).toEqual(['', 'Reading gone…', expect.stringMatching(/^synthcheck: /)]);
});

test('within the width', async () => {
  const lines = (await progressOf([], {}, 20)).split(CLEAR);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(20);
});

describe('not', () => {
  test.each<[string, string[], Record<string, string>]>([
    ['in CI', [], { CI: 'true' }],
    ['on a dumb terminal', [], { TERM: 'dumb' }],
    ['with a format for machines', ['--format', 'json'], {}],
  ])('%s', async (_, argv, env) => {
    expect(await progressOf(argv, env)).toBe('');
  });
});
