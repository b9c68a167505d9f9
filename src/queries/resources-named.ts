import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';

/** CDK's names of the one resource of a construct. */
const OWN = /\/(?:Resource|Default)$/;

/**
 * The resources that a person or a program means by a name: the id in the graph, a construct's path or its end, a logical id or a physical name.
 * What fits better hides what fits less; several of equal right are all given.
 */
export function resourcesNamed(graph: ResourceGraph, name: string): readonly Resource[] {
  const all = graph.resources();
  const ways: readonly ((resource: Resource) => boolean)[] = [
    ({ id }) => id === name,
    ({ constructPath }) => constructPath === name || constructPath?.replace(OWN, '') === name,
    ({ logicalId, physicalName }) => logicalId === name || physicalName === name,
    ({ constructPath }) => constructPath?.replace(OWN, '').endsWith(`/${name}`) === true,
    ({ constructPath }) => constructPath?.startsWith(`${name}/`) === true,
  ];
  for (const fits of ways) {
    const found = all.filter(fits);
    if (found.length > 0) return found;
  }
  return [];
}
