import type { Stack } from '../assembly/model.js';
import type { UnlocatedFinding } from '../finding/unlocated-finding.js';
import type { Resource } from '../graph/model/resource.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import { pathOf } from './acknowledgements.js';
import type { Suppression } from './suppression.js';

/** Real construct paths have ten parts. */
const MAX_ANCESTORS = 200;

/** Gives for each finding the suppressions that may cover it, in their order: those at its resource, at the constructs above it, and anywhere. */
export function indexSuppressions(suppressions: readonly Suppression[]): (detected: UnlocatedFinding) => readonly Suppression[] {
  const anywhere: Suppression[] = [];
  const byResource = new Map<Resource, Suppression[]>();
  const byPath = new Map<Stack, Map<string, Suppression[]>>();
  for (const suppression of suppressions) {
    const { at } = suppression;
    if (at === undefined) anywhere.push(suppression);
    else if ('resource' in at) add(byResource, at.resource, suppression);
    else {
      const paths = byPath.get(at.stack) ?? new Map<string, Suppression[]>();
      byPath.set(at.stack, paths);
      add(paths, at.path, suppression);
    }
  }
  return (detected) => {
    const { resource, stack } = detected.place;
    const found = [...(resource === undefined ? [] : (byResource.get(resource) ?? []))];
    const paths = byPath.get(rootStackOf(stack));
    if (paths !== undefined) for (const path of fromRoot(pathOf(detected))) for (const one of paths.get(path) ?? []) found.push(one);
    return [...found, ...anywhere];
  };
}

function add<K>(map: Map<K, Suppression[]>, key: K, suppression: Suppression): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [suppression]);
  else list.push(suppression);
}

/** `A`, `A/B`, `A/B/C`. */
function* fromRoot(path: string): Generator<string> {
  let end = path.indexOf('/', 1);
  for (let count = 0; end > 0 && count < MAX_ANCESTORS; count++, end = path.indexOf('/', end + 1)) yield path.slice(0, end);
  yield path;
}
