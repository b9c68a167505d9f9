import type { Property } from '../graph/model/property.js';

/**
 * The region of the key that a property names, by ARN or as a resource of another stack; undefined when that is not known.
 * The bare id of a multi-region key means its replica in the reader's region, and a bare alias the alias there.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
 */
export function keyRegionOf({ reference, arn }: Property): string | undefined {
  if (reference === undefined) return arn?.service === 'kms' ? arn.region : undefined;
  const { resource, attribute } = reference;
  if (!resource.type.startsWith('AWS::KMS::')) return undefined;
  const multiRegion = resource.property('MultiRegion');
  const isSingleRegion = resource.type === 'AWS::KMS::Key' && (multiRegion.isAbsent || multiRegion.boolean === false);
  return attribute === 'Arn' || isSingleRegion ? resource.region : undefined;
}
