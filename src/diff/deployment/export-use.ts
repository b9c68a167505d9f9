import type { Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ExportWriter } from '../../queries/export-writers.js';

/** Until when the stack that imports goes on doing so, as seen from the deployment of the stack that exports. */
export type Until = 'left' | 'still' | 'later' | 'any-time';

/** An export that is removed or gets another value while a deployed stack uses it. */
export interface ExportUse {
  readonly importer: Stack;
  readonly exporter: Stack;
  readonly exporterNow: Stack;
  readonly fate: 'removed' | 'changed';
  /** For exports to another region: what their writer does. `removed` when no writer is left, so that the old one deletes what it wrote. */
  readonly writer: ExportWriter | 'removed' | undefined;
  readonly until: Until;
  /** The layer version, task definition, … of which each change of its files makes another one, when that is the reason. */
  readonly revision: Resource | undefined;
}
