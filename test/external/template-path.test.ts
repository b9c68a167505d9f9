import { expect, test } from 'vitest';
import { toTemplatePath } from '../../src/external/validation-report/template-path.js';

const root = { Properties: { Tags: [{ Key: 'a' }], Variables: { 'a.b': { c: 1 }, a: 2, 'x/y': 3 } } };

test.each<[string, readonly (string | number)[]]>([
  ['Properties.Tags.0.Key', ['Properties', 'Tags', 0, 'Key']],
  ['Properties/Tags/0/Key', ['Properties', 'Tags', 0, 'Key']],
  ['Properties.Tags[0].Key', ['Properties', 'Tags', 0, 'Key']],
  ['Properties.Tags.5', ['Properties', 'Tags', 5]],
  ['Properties.Missing.Below', ['Properties', 'Missing', 'Below']],
  ['Properties.Variables.a.b.c', ['Properties', 'Variables', 'a', 'b', 'c']],
  ['Properties.Variables.x/y', ['Properties', 'Variables', 'x/y']],
  ['', []],
])('%s', (written, expected) => {
  expect(toTemplatePath(root, written)).toEqual(expected);
});

test('a key with dots, when no shorter one is there', () => {
  expect(toTemplatePath({ Variables: { 'a.b': { c: 1 } } }, 'Variables.a.b.c')).toEqual(['Variables', 'a.b', 'c']);
});
