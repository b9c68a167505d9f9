import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { matcher } from '../../src/config/globs.js';

test.each([
  ['route53/*', 'route53/a', true],
  ['route53/*', 'route53/a/b', false],
  ['*', '.a', true],
  ['*', '', true],
  ['**', 'a/b/c', true],
  ['a/**', 'a', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'ab', false],
  ['**/x', 'x', true],
  ['**/x', 'a/b/x', true],
  ['**/x', 'ax', false],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a/**/b', 'a/xb', false],
  ['a**b', 'a/b', false],
  ['a**b', 'axxb', true],
  ['Prod/*/Table', 'Prod/Data/Table', true],
  ['*-test*', 'payments-test-eu', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['{dev,test}-*', 'test-1', true],
  ['{dev,test}-*', 'prod-1', false],
  ['{a,{b,c}d}e', 'cde', true],
  ['a{,b}', 'a', true],
  ['{a', '{a', true],
  ['{a}', '{a}', true],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['[', '[', true],
  ['a\\*', 'a*', true],
  ['a\\*', 'ab', false],
  ['!a', 'b', false],
  ['!a', '!a', true],
  ['AwsSolutions/IAM5[Action::s3:*]', 'AwsSolutions/IAM5[Action::s3:*]', true],
  ['', '', true],
  ['', 'a', false],
  ['😀?', '😀😀', true],
])('%j and %j: %j', (glob, name, expected) => {
  expect(matcher([glob])(name)).toBe(expected);
});

test('no globs, no name', () => {
  expect(matcher([])('')).toBe(false);
});

test('agrees with picomatch on all short globs and names', () => {
  const all = (letters: string, length: number): readonly string[] =>
    length === 0 ? [''] : all(letters, length - 1).flatMap((rest) => [rest, ...[...letters].map((letter) => rest + letter)]);
  const names = [...new Set(all('ab/', 4))].filter((name) => /^\w+(\/\w+)*$/.test(name));
  // picomatch: `a/**` fits `a`, `*/**` does not.
  const globs = [...new Set(all('ab/*?', 5))].filter(
    (glob) => /^[^/]+(\/[^/]+)*$/.test(glob) && !/\*{3}|[^/]\*\*|\*\*[^/]|[*?]\/\*\*$/.test(glob),
  );
  const differing = globs.flatMap((glob) => {
    const [ours, theirs] = [matcher([glob]), picomatch(glob, { dot: true, nonegate: true })];
    return names.filter((name) => ours(name) !== theirs(name)).map((name) => `${glob} ${name}`);
  });
  expect(differing).toEqual([]);
});

describe('takes time that grows with the lengths alone', () => {
  test.each([
    ['*a'.repeat(300), 'a'.repeat(2_000), true],
    [`${'*a'.repeat(300)}b`, 'a'.repeat(2_000), false],
    [`${'**/'.repeat(200)}*a*a*a*b`, 'a/'.repeat(1_000), false],
    [`${'{a,b}'.repeat(100)}z`, 'a'.repeat(100), false],
    [`${'{'.repeat(500)}a${',}'.repeat(200)}`, 'a', false],
    [`${'{'.repeat(300)}a,b${'}'.repeat(300)}`, 'a'.repeat(1_000), false],
    ['{1..999999999}', '5', false],
    ['(a+)+$', `${'a'.repeat(2_000)}!`, false],
    ['+(a|aa)+(a|aa)+(a|aa)b', 'a'.repeat(2_000), false],
    ['*'.repeat(1_000), 'a'.repeat(2_000), true],
    ['*'.repeat(1_000_000), 'a'.repeat(1_000_000), false],
    ['*b', 'a'.repeat(10_000_000), false],
  ])('%#', (glob, name, expected) => {
    const start = performance.now();
    expect(matcher([glob])(name)).toBe(expected);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
