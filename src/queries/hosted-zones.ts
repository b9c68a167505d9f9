import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { normalName } from './dns-names.js';

const ZONE = 'AWS::Route53::HostedZone';

/** The name of a public hosted zone, in lower case and without a final dot; undefined for private zones and unknown names. */
export function publicNameOf(zone: Resource): string | undefined {
  const name = zone.property('Name').text;
  return name === undefined || !zone.property('VPCs').isAbsent ? undefined : normalName(name);
}

/** The public zone of this app that a name lies in: the zone of that name, or of the nearest domain above it. */
export function publicZoneOf(graph: ResourceGraph, name: string): Resource | undefined {
  const zones = graph.memo(publicZones);
  for (let rest = name; rest !== ''; rest = domainAbove(rest)) {
    const zone = zones.get(rest);
    if (zone !== undefined) return zone;
  }
  return undefined;
}

/** The domain one step above; empty for a top-level domain. */
export function domainAbove(name: string): string {
  return name.includes('.') ? name.slice(name.indexOf('.') + 1) : '';
}

function publicZones(graph: ResourceGraph): ReadonlyMap<string, Resource> {
  return new Map(
    graph.certainResourcesOfType(ZONE).flatMap((zone) => {
      const name = publicNameOf(zone);
      return name === undefined ? [] : [[name, zone] as const];
    }),
  );
}
