import type { ReferenceCheck, ReferenceRow } from '../facts/references/row.js';
import { checkOf } from '../facts/references/table.js';
import { ADDRESSES } from '../facts/regional-hosts.js';
import { isOtherPartition, partitionOf } from '../facts/regions.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import { bucketOf, fixOf, type NamedPlace, placesNamedBy, regionNamedBy } from './named-places.js';
import { placesAt } from './region-of.js';

/** A property that names something of another region than the service accepts. */
export interface PlaceOfOtherRegion extends NamedPlace {
  readonly wantedRegion: string;
  readonly foundRegion: string;
}

/** What a resource names of other regions, by the rows that a check reports. */
export function* placesOfOtherRegions(resource: Resource, check: ReferenceCheck | 'region/service-region'): Generator<PlaceOfOtherRegion> {
  if (resource.region === undefined) return;
  for (const place of placesNamedBy(resource)) {
    const { row, wantedRegion } = place;
    if (wantedRegion === undefined || checkOf(row) !== check) continue;
    const foundRegion = regionNamedBy(place.at, row);
    if (foundRegion === undefined || foundRegion === wantedRegion) continue;
    if (partitionOf(foundRegion) === partitionOf(wantedRegion)) yield { ...place, wantedRegion, foundRegion };
  }
}

/** What a resource names with the ARN of another partition than its own, at places that name something in its region: no service can find that. */
export function* placesOfOtherPartitions(resource: Resource): Generator<{ readonly at: Property; readonly partition: string }> {
  // `access/policy-arn-rejected` reports those of IAM.
  if (resource.region === undefined || resource.type.startsWith('AWS::IAM::')) return;
  for (const { at, row } of placesNamedBy(resource)) {
    const partition = at.reference === undefined && row.services.length > 0 ? at.arn?.partition : undefined;
    if (partition !== undefined && isOtherPartition(partition, resource.region)) yield { at, partition };
  }
  for (const at of placesAt(resource, ...(ADDRESSES[resource.type] ?? []))) {
    const { partition, service } = at.arn ?? {};
    if (partition !== undefined && service === 'apigateway' && isOtherPartition(partition, resource.region)) yield { at, partition };
  }
}

/** What is wrong, and what to write instead. A row without a source yields a warning. */
export function problemOfOtherRegion({ at, row, wantedRegion, foundRegion, decidedBy }: PlaceOfOtherRegion) {
  const declared = at.reference?.resource ?? (row.form === 'bucket' ? bucketOf(at) : undefined);
  return {
    at,
    ...(row.source === undefined && { severity: 'warning' as const }),
    message: `This ${row.what} is in ${foundRegion} and must be in ${wantedRegion}${reasonFor(row, decidedBy)}${row.words === undefined ? '.' : `: "${row.words}"`}`,
    fix: fixOf(row, wantedRegion),
    ...(declared && { related: [{ at: declared, message: `It is declared in ${foundRegion}.` }] }),
  };
}

function reasonFor({ region }: ReferenceRow, decidedBy: Property | undefined): string {
  if (typeof region === 'object' && 'bucketAt' in region) return ', the region of the bucket';
  if (decidedBy?.isAbsent === false) return `, as ${decidedBy.path.at(-1)} says`;
  return region === 'stack' || decidedBy !== undefined ? ', the region of the stack' : '';
}
