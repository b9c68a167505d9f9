import { describe, expect, test } from 'vitest';
import { diffOf } from './diff-of.js';
import { randomFrom } from './random.js';
import { EDITS, type MutableStacks, randomStacks, toSketch } from './random-assembly.js';

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1);

describe('the diff names exactly what was edited', () => {
  test.each(SEEDS)('seed %i', async (seed) => {
    const random = randomFrom(seed);
    const before = randomStacks(random);
    const after: MutableStacks = structuredClone(before);
    const names = Object.keys(EDITS);
    const expected: string[] = [];
    const touched = new Set<string>();
    for (let count = 1 + random(4); count > 0; count--) {
      const copy = structuredClone(after);
      const change = EDITS[names[random(names.length)] as string]?.(copy, random);
      const id = change?.replace(/^.*\.|New$/g, '');
      // A second edit of one resource would make it another story.
      if (change === undefined || id === undefined || touched.has(id)) continue;
      touched.add(id);
      expected.push(change);
      Object.assign(after, copy);
    }
    const { resources } = await diffOf(toSketch(before), toSketch(after));
    const found = resources.map(({ change, before, after }) => {
      const place = after ?? before;
      return `${change} ${place?.stack.id}.${place?.resource?.logicalId}`;
    });
    expect(found.sort()).toEqual(expected.sort());
  });
});
