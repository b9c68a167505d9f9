import { loadAssembly } from '../../src/assembly/load.js';
import { buildGraph } from '../../src/graph/graph.js';
import type { OutputPlace, StackPlace } from '../../src/graph/model/link.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { type AssemblySketch, writeAssembly } from '../support/assembly-builder.js';

export function graphOf(...assemblies: readonly AssemblySketch[]): ResourceGraph {
  return buildGraph(assemblies.map((sketch) => loadAssembly(writeAssembly(sketch))));
}

/** Links as lines: `Api.Handler Properties.Role -> Api.Role.Arn (get-att)`. */
export function linksIn(graph: ResourceGraph): readonly string[] {
  return graph.links.map(({ from, path, to, attribute, kind, via, condition }) => {
    const target = attribute === undefined ? to.id : `${to.id}.${attribute}`;
    const chain = via.length === 0 || (via.length === 1 && via[0] === kind) ? kind : `${kind}: ${via.join(' > ')}`;
    return `${from.id} ${path.join('.')} -> ${target} (${chain})${condition === undefined ? '' : ` if ${condition}`}`;
  });
}

/** Links between stacks as lines: `Api.Handler -> Data (import Data:Table)`. */
export function stackLinksIn(graph: ResourceGraph): readonly string[] {
  return graph.stackLinks.map(({ from, to, kind, name }) => `${nameOf(from)} -> ${to.id} (${kind} ${name})`);
}

/** What leads nowhere, as lines: `Api.Handler Properties.Role: external import Data:Role`. */
export function unresolvedIn(graph: ResourceGraph): readonly string[] {
  return graph.unresolved.map(
    ({ from, path, kind, class: unresolvedClass, name }) => `${nameOf(from)} ${path.join('.')}: ${unresolvedClass} ${kind} ${name}`,
  );
}

function nameOf(place: Resource | OutputPlace | StackPlace): string {
  if (!('kind' in place)) return place.id;
  return place.kind === 'output' ? `${place.stack.id}.Outputs.${place.output}` : place.stack.id;
}
