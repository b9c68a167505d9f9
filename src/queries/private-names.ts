import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { normalName } from './dns-names.js';
import { allRecords } from './record-sets.js';

/**
 * Names that private hosted zones of this app have, and its public ones do not, with the record or service that gives the name there: the public
 * DNS does not know them, unless a zone that is declared elsewhere does.
 * Sources: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html,
 * https://docs.aws.amazon.com/cloud-map/latest/dg/creating-namespaces.html
 */
export function privateNames(graph: ResourceGraph): ReadonlyMap<string, Resource> {
  const names = new Map<string, Resource>();
  const published = new Set<string>();
  for (const { name, zone, resource } of allRecords(graph)) {
    if (name === undefined || resource.existence !== 'certain') continue;
    const isPrivate = zone?.resource !== undefined && !zone.resource.property('VPCs').isAbsent;
    if (isPrivate) names.set(name, resource);
    else published.add(name);
  }
  for (const service of graph.certainResourcesOfType('AWS::ServiceDiscovery::Service')) {
    const namespace = service.property('NamespaceId').target('AWS::ServiceDiscovery::PrivateDnsNamespace');
    const [label, domain] = [service.property('Name').text, namespace?.property('Name').text];
    if (label !== undefined && domain !== undefined) names.set(normalName(`${label}.${domain}`), service);
  }
  for (const name of published) names.delete(name);
  return names;
}
