import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { oncePerResource } from '../graph/once-per-resource.js';

/** One entry of a global table's `Replicas`. */
export interface Replica {
  readonly at: Property;
  /** Undefined when it is not known. */
  readonly region: string | undefined;
  /** `SSESpecification.KMSMasterKeyId`. */
  readonly key: Property;
  /** Whether it names a key, whatever key that is. Undefined when it is not known. */
  readonly hasKey: boolean | undefined;
}

/** The replicas of an `AWS::DynamoDB::GlobalTable`; undefined when it is not known which there are. */
export const replicasOf: (table: Resource) => readonly Replica[] | undefined = oncePerResource((table) => {
  const { items } = table.property('Replicas');
  // An element that may be `AWS::NoValue` is perhaps no replica at all.
  if (items?.some((item) => !item.hasEntries)) return undefined;
  return items?.map((at) => {
    const key = at.get('SSESpecification', 'KMSMasterKeyId');
    return { at, region: at.get('Region').text, key, hasKey: isGiven(key) };
  });
});

/** The regions of a global table; undefined when not all are known. */
export function replicaRegionsOf(table: Resource): readonly string[] | undefined {
  const regions = replicasOf(table)?.map(({ region }) => region);
  return regions?.every((region) => region !== undefined) ? regions : undefined;
}

/** Whether the table is a replica of another account's, whose settings it takes over: it holds one replica and no schema of its own. */
export function isReplicaOfOtherAccount(table: Resource): boolean {
  return !table.property('GlobalTableSourceArn').isAbsent;
}

const MAY_BE_NOTHING: ReadonlySet<string> = new Set(['condition', 'function', 'mapping', 'limit', 'cycle', 'undeclared']);

/** Whether a property is certainly written with some value, known or not; undefined when a condition may take it away. */
export function isGiven({ isAbsent, value }: Property): boolean | undefined {
  if (isAbsent) return false;
  return value.kind === 'unknown' && MAY_BE_NOTHING.has(value.reason) ? undefined : true;
}
