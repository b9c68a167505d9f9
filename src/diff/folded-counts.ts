import type { Resource } from '../graph/model/resource.js';
import type { Folded, FoldedKind } from './report.js';

const MAX_EXAMPLES = 5;

/** Counts what differs and changes nothing. */
export class FoldedCounts {
  readonly #counts = new Map<FoldedKind, { count: number; examples: Set<string> }>();

  add(kind: FoldedKind, example: Resource | string, count = 1): void {
    const folded = this.#counts.get(kind) ?? { count: 0, examples: new Set() };
    this.#counts.set(kind, folded);
    folded.count += count;
    if (folded.examples.size >= MAX_EXAMPLES) return;
    folded.examples.add(typeof example === 'string' ? example : (example.constructPath ?? example.logicalId));
  }

  has(kind: FoldedKind): boolean {
    return this.#counts.has(kind);
  }

  list(): readonly Folded[] {
    return [...this.#counts]
      .map(([kind, { count, examples }]) => ({ kind, count, examples: [...examples] }))
      .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  }
}
