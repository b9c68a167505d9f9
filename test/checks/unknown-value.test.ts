import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checks } from '../../checks/index.js';
import { loadAssembly } from '../../src/assembly/load.js';
import type { Json, JsonObject } from '../../src/assembly/model.js';
import type { Check } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { runChecks } from '../../src/check/run.js';
import { toSettings } from '../../src/config/settings.js';
import { partsOfPlace } from '../../src/finding/place.js';
import { buildGraph } from '../../src/graph/graph.js';
import { writeExample } from '../../src/testing/example-assembly.js';

const SETTINGS = toSettings({ deletion: { destroyable: ['*-test*'], retained: ['*-prod*'] } });
const UNKNOWN = { Ref: 'GivenByWhoeverDeploys' };
const parameters = { GivenByWhoeverDeploys: { Type: 'String' } };
const folder = mkdtempSync(join(tmpdir(), 'synthcheck-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function placesOf(check: Check, example: Example): readonly string[] {
  const root = join(folder, 'cdk.out');
  rmSync(root, { recursive: true, force: true });
  writeExample(root, example);
  return runChecks(buildGraph([loadAssembly(root)]), [check], SETTINGS).problems.map(({ problem }) => {
    const { stack, resource, propertyPath } = partsOfPlace(problem.at);
    return [stack.id, resource?.logicalId, ...propertyPath].join(' ');
  });
}

type Path = readonly (string | number)[];

/** The places of values, where a function counts as one value. */
function* leaves(value: Json, path: Path = []): Generator<Path> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  else if (typeof value === 'object' && value !== null && !/^(?:Ref|Fn::)/.test(Object.keys(value)[0] ?? ''))
    for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
  else yield path;
}

function withUnknown(value: Json | undefined, [key, ...rest]: Path): Json {
  if (key === undefined) return UNKNOWN;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? withUnknown(item, rest) : item));
  return { ...(value as JsonObject), [key]: withUnknown((value as JsonObject)[key], rest) };
}

/** One for each property of each type in each stack: what is there a hundred times is tried once. */
function* variants(example: Example): Generator<readonly [place: string, variant: Example]> {
  const tried = new Set<string>();
  for (const [name, stack] of Object.entries(example))
    for (const [logicalId, declaration] of Object.entries(stack.resources ?? {}))
      for (const path of leaves((declaration as JsonObject).Properties ?? {})) {
        const key = JSON.stringify([name, (declaration as JsonObject).Type, path.filter((step) => typeof step === 'string')]);
        if (tried.has(key)) continue;
        tried.add(key);
        const resources = withUnknown(stack.resources, [logicalId, 'Properties', ...path]) as JsonObject;
        const place = [name, logicalId, ...path].join(' ');
        yield [place, { ...example, [name]: { ...stack, resources, parameters: { ...stack.parameters, ...parameters } } }];
      }
}

describe('a value that is not known', () => {
  test.each(checks.map((check) => ({ id: check.id, check })))('adds no finding of $id to its good example', ({ check }) => {
    const known = placesOf(check, check.docs.good);
    for (const [place, variant] of variants(check.docs.good))
      expect(
        placesOf(check, variant).filter((found) => !known.includes(found)),
        place,
      ).toEqual([]);
  });
});
