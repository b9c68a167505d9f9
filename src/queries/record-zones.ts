import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { oncePerResource } from '../graph/once-per-resource.js';
import { groupBy } from '../group-by.js';
import { normalName } from './dns-names.js';

/** A hosted zone, known well enough to tell whether two records are in the same. */
export interface Zone {
  readonly id: string;
  /** Lower case, without a final dot. */
  readonly name: string | undefined;
  /** When it is declared here. */
  readonly resource: Resource | undefined;
}

/** The name of an `AWS::Route53::HostedZone`. */
function zoneName(zone: Resource): string | undefined {
  const name = zone.property('Name').text;
  return name === undefined ? undefined : normalName(name);
}

/** One for all records that name it. */
export const declaredZone: (resource: Resource) => Zone = oncePerResource((resource) => ({
  id: resource.id,
  name: zoneName(resource),
  resource,
}));

/** One for all records that name it. */
export function zoneById(graph: ResourceGraph, id: string): Zone {
  const zones = graph.memo(zonesById);
  const zone = zones.get(id) ?? { id, name: undefined, resource: undefined };
  zones.set(id, zone);
  return zone;
}

function zonesById(_: ResourceGraph): Map<string, Zone> {
  return new Map();
}

/** The zone that a name means to a resource: by name there must be exactly one. */
export function zoneByName(reader: Resource, name: string): Zone {
  const { account, stack, graph } = reader;
  const declared = graph.memo(zonesByName).get(`${account} ${name}`) ?? [];
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html
  if (declared.length === 1) return declaredZone(declared[0] as Resource);
  // Without an account nothing says that two stacks mean the same zone.
  return { id: `${account ?? stack.id} ${name}`, name, resource: undefined };
}

/** The zones of a name, of whatever account. */
export function zonesNamed(graph: ResourceGraph, name: string): readonly Resource[] {
  return graph.memo(zonesByNameAlone).get(name) ?? [];
}

function zonesByNameAlone(graph: ResourceGraph): ReadonlyMap<string | undefined, readonly Resource[]> {
  return groupBy(graph.resourcesOfType('AWS::Route53::HostedZone'), zoneName);
}

function zonesByName(graph: ResourceGraph): ReadonlyMap<string, readonly Resource[]> {
  return groupBy(graph.resourcesOfType('AWS::Route53::HostedZone'), (zone) => `${zone.account} ${zoneName(zone)}`);
}

/** `HostedZoneName` that names no single zone declared here, beside a zone that may be the one it means. */
export function mayBeOne(one: Zone | undefined, other: Zone | undefined): boolean {
  const isNamedOnly = (zone: Zone | undefined) => zone?.name !== undefined && zone.resource === undefined;
  return (isNamedOnly(one) || isNamedOnly(other)) && (one?.name === undefined || other?.name === undefined || one.name === other.name);
}
