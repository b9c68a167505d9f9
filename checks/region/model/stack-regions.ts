import type { Problem } from '../../../src/check/problem.js';
import { STACK_REGIONS, type StackRegionRow } from '../../../src/facts/region-bound.js';
import { partitionOf } from '../../../src/facts/regions.js';
import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';

/** A resource that cannot be created in the region of its stack, by what one of its properties says. */
export function* outsideItsRegion(resource: Resource): Iterable<Problem> {
  const row = STACK_REGIONS[resource.type];
  if (row === undefined || resource.region === undefined || resource.region === row.region) return;
  if (partitionOf(resource.region) !== partitionOf(row.region)) return;
  const property = resource.property(row.property);
  const at = [property, ...(property.items ?? [])].find((place) => says(place, row.says));
  if (at === undefined) return;
  yield {
    at,
    message: `${row.what} must be created in ${row.region}, this stack is in ${resource.region}: "${row.words}".`,
    fix: row.fix,
  };
}

function says({ text, reference, arn }: Property, expected: StackRegionRow['says']): boolean {
  if ('text' in expected) return text === expected.text;
  return reference?.resource.type === expected.type || arn?.service === expected.service;
}
