import type { Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import type { Change } from '../changes.js';
import type { Lookups } from '../compare/lookups.js';
import type { Pairing } from '../pair/resource-pairs.js';
import type { ProblemKind } from '../report.js';

/** What keeps a change from being deployed in one go. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly level: 'blocked' | 'careful';
  /** Where it shows: a resource, or a stack. */
  readonly at: Resource | Stack;
  readonly message: string;
  readonly fix: string;
  /** Whether it depends on which of two stacks is deployed first, and the manifest does not say so. */
  readonly isByOrder?: boolean;
  /** Deployments that lead to the new version one after the other, each as what to change and the command. Left out when `fix` says all. */
  readonly sequence?: readonly string[];
}

/** All that the search for problems sees. */
export interface DiffContext {
  readonly before: ResourceGraph;
  readonly after: ResourceGraph;
  readonly pairing: Pairing;
  readonly changes: readonly Change[];
  /** Whether `cdk refactor` can keep the deployed resources that have another place. */
  readonly canRefactor: boolean;
  /** Resources of after that are physically others than before. */
  readonly recreated: ReadonlySet<Resource>;
  readonly lookups: Lookups;
}
