import { describe, expect, test } from 'vitest';
import { locate, type TemplatePath } from '../../src/template/locate.js';
import { randomJson } from './locate-random-json.js';
import { type PlainNode, readPlainly } from './locate-reference.js';

describe('locate', () => {
  const text = [
    '{',
    ' "Resources": {',
    '  "Table": {',
    '   "Properties": { "Replicas": [ {"Region": "us-east-1"}, "x", 3 ],',
    '    "Weight": 100 }',
    '  }',
    ' }',
    '}',
  ].join('\n');

  test.each<[TemplatePath, number, number]>([
    [[], 1, 1],
    [['Resources'], 2, 2],
    [['Resources', 'Table'], 3, 3],
    [['Resources', 'Table', 'Properties', 'Weight'], 5, 5],
    [['Resources', 'Table', 'Properties', 'Replicas', 0], 4, 34],
    [['Resources', 'Table', 'Properties', 'Replicas', 0, 'Region'], 4, 35],
    [['Resources', 'Table', 'Properties', 'Replicas', 2], 4, 64],
  ])('%j is at the key, or at the start of the element', (path, line, column) => {
    expect(locate(text, [path])).toEqual([{ line, column }]);
  });

  test.each<[TemplatePath, TemplatePath]>([
    [
      ['Resources', 'Table', 'Properties', 'Weight', 'Value'],
      ['Resources', 'Table', 'Properties', 'Weight'],
    ],
    [
      ['Resources', 'Table', 'Properties', 'Replicas', 3],
      ['Resources', 'Table', 'Properties', 'Replicas'],
    ],
    [['Outputs', 'X', 'Value'], []],
    [['Resources', '__proto__'], ['Resources']],
    [['Resources', 'constructor', 'name'], ['Resources']],
  ])('%j is absent and falls to %j', (absent, ancestor) => {
    expect(locate(text, [absent])).toEqual(locate(text, [ancestor]));
  });

  test('the last of equal keys wins, with all that is below it', () => {
    const twice = '{"A": {"x": 1, "y": 2},\n"A": {"x": [0]}}';
    expect(locate(twice, [['A'], ['A', 'x'], ['A', 'y'], ['A', 'x', 0]])).toEqual([
      { line: 2, column: 1 },
      { line: 2, column: 7 },
      { line: 2, column: 1 },
      { line: 2, column: 13 },
    ]);
    expect(locate('{"A":{"x":1},"A":"{\\"x\\":1}"}', [['A', 'x']])).toEqual([{ line: 1, column: 14 }]);
  });

  test('keys with escapes, keys of other alphabets, and own keys such as __proto__', () => {
    const odd = '{"a\\"b\\\\": 1, "\\u0041": 2, "\u{1F600}é": 3, "__proto__": {"x": 4}}';
    const columns = locate(odd, [['a"b\\'], ['A'], ['\u{1F600}é'], ['__proto__', 'x']]).map((position) => position?.column);
    expect(columns).toEqual(['"a\\"', '"\\u0041', '"\u{1F600}', '"x"'].map((key) => odd.indexOf(key) + 1));
  });

  test('a byte order mark takes no column; lines may end with CR LF', () => {
    expect(locate('\ufeff{"A": 1,\r\n"B": 2}', [['A'], ['B']])).toEqual([
      { line: 1, column: 2 },
      { line: 2, column: 1 },
    ]);
  });

  test('an empty text has no positions', () => {
    expect(locate('', [['A']])).toEqual([undefined]);
    expect(locate(' \n', [[]])).toEqual([undefined]);
  });

  test('nesting has no limit', () => {
    const depth = 200_000;
    const deep = `{"A":${'['.repeat(depth)}${']'.repeat(depth)},"B":1}`;
    const path = ['A', ...Array<number>(depth - 1).fill(0)];
    expect(locate(deep, [['B'], path])).toEqual([
      { line: 1, column: 2 * depth + 7 },
      { line: 1, column: depth + 5 },
    ]);
  });

  test('a text that is not JSON does not keep it busy', () => {
    for (const broken of ['{', '{"', '{"A"', '{"A":', '{"A":}', '{:::', '[,,,', '}', ']]', '{"A" "A" {"A', 'x', '{"A":["\\', '{A:1}']) {
      expect(locate(broken, [['A', 0, 'A'], [0]])).toHaveLength(2);
    }
  });

  test('agrees with a plain parser on random JSON', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const json = randomJson(seed);
      JSON.parse(json);
      const root = readPlainly(json);
      const paths = allPaths(root);
      const expected = paths.map((path) => positionOf(json, find(root, path)));
      expect(locate(json, paths), `seed ${seed}`).toEqual(expected);
    }
  });
});

function positionOf(text: string, offset: number) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Every path there is, and others that a repeated key may have had before. */
function allPaths(node: PlainNode, path: TemplatePath = []): TemplatePath[] {
  const absent = ['A', 'Ref', '0', '__proto__'].flatMap((key) => [
    [...path, key],
    [...path, key, 'A'],
    [...path, key, 0],
  ]);
  return [path, ...absent, ...[...node.children].flatMap(([part, child]) => allPaths(child, [...path, part]))];
}

function find(root: PlainNode, path: TemplatePath): number {
  let node = root;
  for (const part of path) {
    const child = node.children.get(String(part));
    if (child === undefined) break;
    node = child;
  }
  return node.offset;
}
