import { lookup } from './kind.js';
import type { Walk } from './walk.js';

export const CROSS_REGION_EXPORT = lookup('cross-region export');

/** An attribute of CDK's reader of exports: its name is that of the export. */
export function visitExportsReader(attribute: string, walk: Walk): void {
  walk.boundary('cross-region-export', walk.graph.producers.findCrossRegionExport(attribute, walk.stack));
}
