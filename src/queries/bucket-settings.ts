import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';

/** How a bucket encrypts objects by default: the key of KMS, `managed` for the one of AWS, undefined for another way or an unknown one. */
export function kmsKeyOf(bucket: Resource): Property | 'managed' | undefined {
  const [rule] = bucket.property('BucketEncryption', 'ServerSideEncryptionConfiguration').items ?? [];
  const encryption = rule?.get('ServerSideEncryptionByDefault');
  if (encryption === undefined || !/^aws:kms/.test(encryption.get('SSEAlgorithm').text ?? '')) return undefined;
  const key = encryption.get('KMSMasterKeyID');
  return key.isAbsent || isManagedKey(key) ? 'managed' : key;
}

/** `alias/aws/s3`, alone or in an ARN: a key of AWS, whose policy cannot be changed. */
export function isManagedKey({ text }: Property): boolean {
  return /(?:^|:)alias\/aws\//.test(text ?? '');
}

/**
 * Whether access control lists of the bucket count; undefined when that is not known. New buckets have them off.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export function hasAccessControlLists(bucket: Resource): boolean | undefined {
  const controls = bucket.property('OwnershipControls');
  if (controls.isAbsent) return false;
  const owners = controls.get('Rules').items?.map((rule) => rule.get('ObjectOwnership').text);
  return owners === undefined || owners.includes(undefined) ? undefined : owners.some((owner) => owner !== 'BucketOwnerEnforced');
}

/** `logs.s3.eu-west-1.amazonaws.com`; website endpoints are other hosts. */
const HOST = /^([a-z0-9.-]+?)\.s3(?:[.-](?!website)[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/;

/** The bucket that a place names, by reference, name, ARN or host name. */
export function bucketAt(place: Property): Resource | undefined {
  const name = HOST.exec(place.text ?? '')?.[1];
  const { graph, stack } = place.resource;
  const bucket =
    place.target('AWS::S3::Bucket') ?? (name === undefined ? undefined : graph.names.find(name, ['AWS::S3::Bucket'], stack.environment));
  return bucket?.existence === 'certain' ? bucket : undefined;
}
