import type { GraphDocument } from '../../graph/document.js';
import { safeJson } from '../text/safe-json.js';

/** The graph as schemas/graph.schema.json describes it. */
export function graphToJson(document: GraphDocument): string {
  return `${safeJson(document, 2)}\n`;
}
