import type { Property } from '../graph/property.js';
import type { Resource } from '../graph/resource.js';

/** One entry of a global table's `Replicas`. */
export interface Replica {
  readonly at: Property;
  /** Undefined when it is not known. */
  readonly region: string | undefined;
  /** `SSESpecification.KMSMasterKeyId`. */
  readonly key: Property;
}

/** The replicas of an `AWS::DynamoDB::GlobalTable`; undefined when it is not known which there are. */
export function replicasOf(table: Resource): readonly Replica[] | undefined {
  return table
    .property('Replicas')
    .items?.map((at) => ({ at, region: at.get('Region').text, key: at.get('SSESpecification', 'KMSMasterKeyId') }));
}
