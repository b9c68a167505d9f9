import type { Stack } from '../assembly/model.js';
import { isCertainUse, type Use } from '../graph/links/uses.js';
import type { LinkKind, Unresolved } from '../graph/model/link.js';
import { Property } from '../graph/model/property.js';
import { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import { TemplatePart } from '../graph/model/template-part.js';

/** The place of a use: the property, the part of the output, or the stack. */
export function placeOfUse({ from, path }: Use): Property | Resource | TemplatePart | Stack {
  if (!(from instanceof Resource)) return 'output' in from ? TemplatePart.output(from.stack, from.output, path) : from.stack;
  const [first, ...rest] = path;
  if (first === undefined) return from;
  let place = Property.of(from, String(first));
  for (let step = place.path.length - 1; step < rest.length; step = place.path.length - 1) {
    // A decided `Fn::If` is stepped through by the property itself, to the same branch.
    place = place.get(rest[step] as string | number);
  }
  return place;
}

/** How a message calls the place of a use. */
export function nameOfUse({ from }: Use): string {
  return from instanceof Resource ? from.displayName : from.kind === 'output' ? `the output ${from.output}` : 'the template';
}

/** The same at the beginning of a sentence. */
export function subjectOfUse({ from }: Use): string {
  return from instanceof Resource ? from.displayName : from.kind === 'output' ? `The output ${from.output}` : 'The template';
}

/** A reference that leads nowhere, to something whose name is known. */
export interface UnresolvedName extends Unresolved {
  readonly name: string;
}

function isNamed(use: Unresolved): use is UnresolvedName {
  return use.name !== undefined;
}

/** References of a kind that lead nowhere in the graph: the first of each name in each deployed stack that is needed for certain. */
export function unresolvedUses(graph: ResourceGraph, kind: LinkKind | 'mapping'): readonly UnresolvedName[] {
  const found = new Map<string, UnresolvedName>();
  for (const use of graph.unresolved) {
    const key = `${graph.idOf(rootStackOf(use.from.stack))} ${use.name}`;
    // One whose name is not known may be there.
    if (use.kind === kind && isNamed(use) && !found.has(key) && isCertainUse(graph, use)) found.set(key, use);
  }
  return [...found.values()];
}
