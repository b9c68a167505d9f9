import { CLASSES_BY_REGIONS } from '../../facts/availability/classes.js';
import { DEPLOYED_ELSEWHERE } from '../../facts/availability/elsewhere.js';
import { hasRegion, hasType, readMasks } from '../../facts/availability/lookup.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { memoize } from '../../memoize.js';
import { stepsOf } from '../../queries/steps-of.js';

/** A type that the templates use and a region does not have. */
export interface MissingType {
  readonly type: string;
  readonly resources: readonly Resource[];
}

/** An instance class that a region does not have. */
export interface MissingClass {
  readonly at: Property;
  readonly name: string;
}

/** Types that are not there; types that the table does not know are left out. */
export function missingTypes(graph: ResourceGraph, region: string): readonly MissingType[] {
  return [...graph.types()]
    .filter((type) => hasType(type, region) === false && !DEPLOYED_ELSEWHERE.test(type))
    .sort()
    .map((type) => ({ type, resources: graph.resourcesOfType(type) }))
    .filter(({ resources }) => resources.length > 0);
}

const classes = memoize(() =>
  CLASSES_BY_REGIONS.map(({ type, path, regions, classes: rows }) => ({
    type,
    path,
    known: Number.parseInt(regions, 36),
    masks: readMasks(rows),
  })),
);

export function missingClasses(graph: ResourceGraph, region: string): readonly MissingClass[] {
  return classes().flatMap(({ type, path, known, masks }) => {
    if (hasRegion(known, region) !== true) return [];
    return graph.resourcesOfType(type).flatMap((resource) => {
      const at = resource.property(...stepsOf(path));
      const name = at.text;
      const mask = name === undefined ? undefined : masks.get(name);
      return name === undefined || mask === undefined || hasRegion(mask, region) !== false ? [] : [{ at, name }];
    });
  });
}
