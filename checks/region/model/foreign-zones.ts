import type { Problem } from '../../../src/check/problem.js';
import { ZONE_PATHS } from '../../../src/facts/region-bound.js';
import { isRegion } from '../../../src/facts/regions.js';
import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { groupBy } from '../../../src/group-by.js';
import { placesAt } from '../../../src/queries/region-of.js';

const FIX =
  'Leave the choice of zones to the CDK: `maxAzs: 2` on `Vpc`, or `availabilityZones: this.availabilityZones.slice(0, 2)` in a stack with `env`, instead of zone names that are written out.';

/** Literal availability zones of another region than the stack's, once for each stack and region: the subnets of a VPC have one cause. */
export function* foreignZones(resource: Resource): Generator<Problem> {
  for (const { at, region } of placesIn(resource)) {
    const all = resource.graph.memo(foreignZonesByStack).get(keyOf(resource, region)) ?? [];
    const isListed = all.some((other) => resource.is(other.at.resource));
    const [first = at, ...others] = isListed ? all.map((place) => place.at) : [];
    if (!resource.is(first.resource) || first.path.join() !== at.path.join()) continue;
    const more = others.length === 0 ? '' : ` (and ${others.length} more in this stack)`;
    yield {
      at,
      fix: FIX,
      message: `The availability zone ${at.text}${more} is not in ${resource.region}, the region of the stack.`,
      ...(others.length > 0 && { related: others.map((other) => ({ at: other, message: `${other.text} is not in ${resource.region}.` })) }),
    };
  }
}

interface ForeignZone {
  readonly at: Property;
  readonly region: string;
}

/** Names of zones begin with their region, those of local zones as well: `us-west-2-lax-1a`. */
function placesIn(resource: Resource): readonly ForeignZone[] {
  const { region: own } = resource;
  if (own === undefined || !isRegion(own)) return [];
  return placesAt(resource, ...(ZONE_PATHS[resource.type] ?? [])).flatMap((at) => {
    const region = /^(.+-\d)[a-z]$/.exec(at.text ?? '')?.[1];
    return region === undefined || region.startsWith(own) ? [] : [{ at, region }];
  });
}

function foreignZonesByStack(graph: ResourceGraph): ReadonlyMap<string, readonly ForeignZone[]> {
  const places = graph.certainResourcesOfType(...Object.keys(ZONE_PATHS)).flatMap(placesIn);
  return groupBy(places, ({ at, region }) => keyOf(at.resource, region));
}

function keyOf({ graph, stack }: Resource, region: string): string {
  return `${graph.idOf(stack)} ${region}`;
}
