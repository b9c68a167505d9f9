import type { Stack } from '../../../src/assembly/model.js';
import { isCertainUse } from '../../../src/graph/links/uses.js';
import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../../src/graph/model/root-stack.js';
import type { TemplatePart } from '../../../src/graph/model/template-part.js';
import { placeOfUse } from '../../../src/queries/references.js';

/** A stack that uses an export of another one. */
export interface Importer {
  readonly name: string;
  readonly importer: Stack;
  readonly at: Property | Resource | TemplatePart | Stack;
}

/** The stacks that use exports of a stack, each once. */
export function importersOf(graph: ResourceGraph, exporter: Stack): readonly Importer[] {
  return graph.memo(findImporters).get(exporter) ?? [];
}

function findImporters(graph: ResourceGraph): ReadonlyMap<Stack, readonly Importer[]> {
  const found = new Map<Stack, Map<Stack, Importer>>();
  for (const link of graph.stackLinks) {
    const [exporter, importer] = [rootStackOf(link.to), rootStackOf(link.from.stack)];
    if (link.kind !== 'import' || exporter === importer || !isCertainUse(graph, link)) continue;
    const importers = found.get(exporter) ?? new Map<Stack, Importer>();
    found.set(exporter, importers);
    if (!importers.has(importer)) importers.set(importer, { name: link.name, importer, at: placeOfUse(link) });
  }
  return new Map([...found].map(([exporter, importers]) => [exporter, [...importers.values()]]));
}
