import { compareText } from '../finding/order.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import type { DiffAssembly } from './report.js';

export function describeAssembly(graph: ResourceGraph): DiffAssembly {
  const { assemblies } = graph;
  const nested = graph.stacks.filter(({ parent }) => parent !== undefined).length;
  let resources = 0;
  for (const _ of graph.resources()) resources++;
  return {
    path: assemblies.map(({ path }) => path).join(', '),
    manifestVersion: assemblies[0]?.manifestVersion ?? null,
    stacks: graph.stacks.length - nested,
    nestedStacks: nested,
    resources,
    regions: [...new Set(graph.stacks.flatMap(({ environment }) => environment.region ?? []))].sort(compareText),
  };
}
