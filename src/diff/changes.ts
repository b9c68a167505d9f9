import type { Resource } from '../graph/model/resource.js';
import type { Difference, Differences } from './compare/differences.js';
import type { ResourcePair } from './pair/resource-pair.js';
import type { ChangeKind, Consequence, Impact } from './report.js';

/** One place in a resource that really differs, and what CloudFormation does about it. */
export interface AssessedDifference extends Difference {
  readonly impact: Impact;
}

/** What happens to one resource. */
export interface Change {
  readonly kind: ChangeKind;
  readonly consequence: Consequence;
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  readonly message: string;
  readonly fix: string | null;
  readonly differences: readonly AssessedDifference[];
  /** What it refers to and is replaced, when nothing else is the reason. */
  readonly cause: Resource | undefined;
}

/** A pair and what differs in it. */
export interface ComparedPair extends ResourcePair, Differences {}

const RECREATING: ReadonlySet<Consequence> = new Set(['data-loss', 'orphaned', 'replaced']);

/** Whether CloudFormation creates another physical resource for it: those that refer to it then refer to another one. */
export function isRecreated({ kind, consequence, differences, before, after }: Change): boolean {
  if (kind === 'removed' || kind === 'added') return false;
  // Data is also lost in place, when it is kept for a shorter time.
  if (kind === 'changed' && before?.type === after?.type) return differences.some(({ impact }) => impact === 'replace');
  return (
    kind === 'renamed' ||
    kind === 'moved' ||
    (kind === 'carried' && consequence === 'changed') ||
    RECREATING.has(consequence) ||
    differences.some(({ impact }) => impact === 'replace')
  );
}
