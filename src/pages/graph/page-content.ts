import type { Finding, Report } from '../../finding/report.js';
import type { GraphDocument } from '../../graph/document.js';

/** All that the page shows; it stands in the page as JSON. */
export interface PageContent {
  readonly graph: GraphDocument;
  readonly report: Report;
  /** Where the app creates each resource, in the order of `graph.resources`. */
  readonly sources: readonly Finding['source'][];
  /** Fixes as code, by check and by the name of the language. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What happens to a resource or stack, worst first. */
export const CHANGES = ['blocked', 'data-loss', 'orphaned', 'replaced', 'may-be-replaced', 'removed', 'changed', 'code', 'added'] as const;
export type Change = (typeof CHANGES)[number];

/** What the page of a diff draws. */
export interface ChangedContent {
  readonly graph: GraphDocument;
  /** In the order of `graph.resources`, and of `graph.stacks`; null for what stays as it is. */
  readonly resources: readonly (Change | null)[];
  readonly stacks: readonly (Change | null)[];
  /** New ones. */
  readonly findings: readonly Finding[];
}
