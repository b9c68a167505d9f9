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
  /** Of a page that shows applications in place of resources. */
  readonly applications?: ApplicationsHead;
}

/** What the head of such a page says. */
export interface ApplicationsHead {
  readonly title: string;
  readonly totals: string;
  /** References by how they were found. */
  readonly references: { readonly exact: number; readonly inferred: number; readonly external: number; readonly unknown: number };
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
