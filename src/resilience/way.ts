import type { RecoveryPoint, ReplicationWay } from '../facts/resilience/recovery-points.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';

/** One way by which one store reaches one region. */
export interface Way {
  readonly row: ReplicationWay;
  readonly to: string;
  /** The proof: the property that says so. */
  readonly at: Property | Resource;
  /** With what the template adds to the row: the schedule, the parameter. */
  readonly recoveryPoint: RecoveryPoint;
  /** What stands in the other region, when it is a resource here. */
  readonly copy?: Resource | undefined;
}

/** The ways of a store, and whether there may be more than can be seen. */
export interface Ways {
  readonly ways: readonly Way[];
  /** Why there may be more: a value that is not known, or something outside of CloudFormation. */
  readonly open?: string | undefined;
}

export const NO_WAYS: Ways = { ways: [] };

export function wayOf(row: ReplicationWay, to: string, at: Property | Resource, copy?: Resource): Way {
  return { row, to, at, copy, recoveryPoint: row.recoveryPoint };
}

/** Finds the ways of one type of store. */
export type WayFinder = (store: Resource) => Ways;
