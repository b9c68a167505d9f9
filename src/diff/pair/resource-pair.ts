import type { Resource } from '../../graph/model/resource.js';
import type { StackPair } from './stack-pairs.js';

/** How the two were found to be one. */
export type PairedBy = 'logical-id' | 'construct-path' | 'physical-name' | 'content';

export interface ResourcePair {
  readonly before: Resource;
  readonly after: Resource;
  readonly by: PairedBy;
  /** The pair of stacks that they are in; undefined for one that moved between stacks. */
  readonly stacks: StackPair | undefined;
  /** Names in the template that mean something else than before: what uses them may differ although it is written the same. */
  readonly names: ReadonlySet<string>;
}

/** Most templates differ in resources alone. */
export const NO_NAMES: ReadonlySet<string> = new Set();
