import type { Finding, Report } from '../../finding/report.js';
import type { GraphDocument } from '../../graph/document.js';

/** All that the page shows; it stands in the page as JSON. */
export interface PageContent {
  readonly graph: GraphDocument;
  readonly report: Report;
  /** Where the app creates each resource, in the order of `graph.resources`. */
  readonly sources: readonly Finding['source'][];
}
