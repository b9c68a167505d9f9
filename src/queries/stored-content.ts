import type { Stack } from '../assembly/model.js';
import { DELETED_EMPTY, LOG_SENDERS } from '../facts/deleted-empty.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import { groupBy } from '../group-by.js';
import { bucketAt } from './bucket-settings.js';
import { ownFateOf } from './deletion.js';
import { edgeUses } from './edge-functions.js';
import { allRecords, type RecordSet } from './record-sets.js';
import { placesAt } from './region-of.js';

/** What a service does not delete a resource with. */
export interface Content {
  readonly at: Property | Resource;
  /** Why it is not empty by then, before the resource's name. */
  readonly cause: string;
  /** What the service answers while there is any. */
  readonly answer: string;
  /** True when the assembly itself puts something there. */
  readonly isCertain: boolean;
}

/** Custom resources of the CDK that refer to a bucket or repository without emptying it. */
const NOT_EMPTYING = new Set([
  'Custom::CDKBucketDeployment',
  'Custom::CrossRegionExportReader',
  'Custom::CrossRegionExportWriter',
  'Custom::S3BucketNotifications',
]);

/** What keeps a resource from being deleted because of what is in it; undefined when something empties it. */
export function contentOf(resource: Resource, stays: (stack: Stack) => boolean = () => false): Content | undefined {
  switch (resource.type) {
    case 'AWS::S3::Bucket':
      return contentOfBucket(resource);
    case 'AWS::Lambda::Function':
      return edgeReplicasOf(resource);
    case 'AWS::Route53::HostedZone':
      return contentOfZone(resource, stays);
    case 'AWS::RDS::OptionGroup':
      return snapshotsOf(resource);
    default:
      return contentByRow(resource);
  }
}

/**
 * CloudFront deletes the replicas of a function some hours after no distribution uses it any more, and Lambda does not delete the function before.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-delete-replicas.html
 */
function edgeReplicasOf(resource: Resource): Content | undefined {
  if (!resource.graph.memo(edgeUses).has(resource)) return undefined;
  return { at: resource, cause: 'CloudFront keeps replicas of', answer: 'because it is a replicated function', isCertain: false };
}

/**
 * RDS deletes no option group that a snapshot is associated with, and the final snapshot of a database is with that of the database.
 * Sources: https://github.com/cloudposse/terraform-aws-rds/issues/74, https://github.com/terraform-aws-modules/terraform-aws-rds/issues/371
 */
function snapshotsOf(group: Resource): Content | undefined {
  const database = group.graph
    .linksTo(group)
    .find(({ from, path }) => path[1] === 'OptionGroupName' && from.existence === 'certain' && ownFateOf(from) === 'snapshot')?.from;
  if (database === undefined) return undefined;
  const cause = `the final snapshot of ${database.physicalName ?? database.displayNameFrom(group)} uses`;
  return { at: group, cause, answer: 'The option group … cannot be deleted because it is in use.', isCertain: true };
}

function contentByRow(resource: Resource): Content | undefined {
  const row = DELETED_EMPTY[resource.type];
  if (row === undefined || isEmptied(resource)) return undefined;
  const at = row.by === undefined ? undefined : resource.property(row.by);
  if (at !== undefined && !(at.isAbsent || at.boolean === false)) return undefined;
  return { at: at ?? resource, cause: 'nothing empties', answer: row.answer, isCertain: false };
}

/**
 * Records keep a zone: those of stacks that stay, and those that CloudFormation writes to validate a certificate and leaves there.
 * Sources: https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteHostedZone.html, https://github.com/aws/aws-cdk/issues/7063
 */
function contentOfZone(zone: Resource, stays: (stack: Stack) => boolean): Content | undefined {
  const answer = 'The hosted zone contains resource records that are not SOA or NS records';
  const validates = zone.graph
    .linksTo(zone)
    .some(({ from, path }) => from.type === 'AWS::CertificateManager::Certificate' && path[1] === 'DomainValidationOptions');
  if (validates) return { at: zone, cause: 'the validation record of a certificate stays in', answer, isCertain: true };
  const own = rootStackOf(zone.stack);
  const record = zone.graph
    .memo(recordsByZone)
    .get(zone.base)
    ?.find(({ resource }) => {
      const stack = rootStackOf(resource.stack);
      return stack !== own && stays(stack) && resource.existence === 'certain';
    });
  if (record === undefined) return undefined;
  return {
    at: zone,
    cause: `the stack ${rootStackOf(record.resource.stack).name}, which is not deleted, has records in`,
    answer,
    isCertain: true,
  };
}

function recordsByZone(graph: ResourceGraph): ReadonlyMap<Resource, readonly RecordSet[]> {
  const known = allRecords(graph).filter((record) => record.zone?.resource !== undefined);
  return groupBy(known, (record) => record.zone?.resource?.base as Resource);
}

function contentOfBucket(bucket: Resource): Content | undefined {
  const answer = 'The bucket you tried to delete is not empty';
  const lock = bucket.property('ObjectLockConfiguration', 'Rule', 'DefaultRetention', 'Mode');
  // Whatever empties the bucket cannot delete what is under lock.
  if (lock.text !== undefined) return { at: lock, cause: 'Object Lock retains the objects in', answer, isCertain: false };
  const tag = missingTag(bucket);
  if (tag !== undefined)
    return { at: tag, cause: `without the tag ${EMPTIED_TAG}, autoDeleteObjects does not empty`, answer, isCertain: false };
  if (isEmptied(bucket))
    return receivesLogs(bucket) ? { at: bucket, cause: 'logs still arrive, after it is emptied, in', answer, isCertain: false } : undefined;
  return isFilled(bucket)
    ? { at: bucket, cause: 'files are uploaded to', answer, isCertain: true }
    : { at: bucket, cause: 'nothing empties', answer, isCertain: false };
}

const EMPTIED_TAG = 'aws-cdk:auto-delete-objects';

/**
 * Where the tag is missing without which the custom resource of `autoDeleteObjects` leaves a bucket as it is.
 * Source: https://github.com/aws/aws-cdk/blob/main/packages/@aws-cdk/custom-resource-handlers/lib/aws-s3/auto-delete-objects-handler/index.ts
 */
function missingTag(bucket: Resource): Property | Resource | undefined {
  const emptying = bucket.graph.linksTo(bucket).filter(({ from: { type } }) => isCustom(type) && !NOT_EMPTYING.has(type));
  if (emptying.length === 0 || emptying.some(({ from }) => from.type !== 'Custom::S3AutoDeleteObjects')) return undefined;
  const tags = bucket.property('Tags');
  const { items } = tags;
  if (tags.isAbsent || items === undefined || items.some((item) => item.get('Key').text === undefined)) return undefined;
  const tag = items.find((item) => item.get('Key').text === EMPTIED_TAG)?.get('Value');
  if (tag === undefined) return bucket;
  return tag.text === undefined || tag.text === 'true' ? undefined : tag;
}

/** Whether a custom resource may empty it: `autoDeleteObjects`, `autoDeleteImages`, or one of the app's own. */
function isEmptied(resource: Resource): boolean {
  const { graph } = resource;
  return graph.memo(emptiesUnknown) || graph.linksTo(resource).some(({ from: { type } }) => isCustom(type) && !NOT_EMPTYING.has(type));
}

/** Whether `autoDeleteObjects` or `autoDeleteImages` empties something that is not known: it may be any. */
function emptiesUnknown(graph: ResourceGraph): boolean {
  return (
    graph.resourcesOfType('Custom::S3AutoDeleteObjects').some((one) => one.property('BucketName').isUnknown) ||
    graph.resourcesOfType('Custom::ECRAutoDeleteImages').some((one) => one.property('RepositoryName').isUnknown)
  );
}

/** Whether `BucketDeployment` uploads to it; what it uploaded stays when it is deleted, by default. */
function isFilled(bucket: Resource): boolean {
  return bucket.graph
    .linksTo(bucket)
    .some(
      ({ from, path }) =>
        from.type === 'Custom::CDKBucketDeployment' &&
        path[1] === 'DestinationBucketName' &&
        from.existence === 'certain' &&
        from.property('RetainOnDelete').boolean !== false,
    );
}

function receivesLogs(bucket: Resource): boolean {
  return bucket.graph.memo(logBuckets).has(bucket.base);
}

/** By reference, by name and by host name. */
function logBuckets(graph: ResourceGraph): ReadonlySet<Resource> {
  const places = Object.entries(LOG_SENDERS).flatMap(([type, path]) =>
    graph.certainResourcesOfType(type).flatMap((sender) => placesAt(sender, path)),
  );
  return new Set(places.flatMap((place) => bucketAt(place)?.base ?? []));
}

function isCustom(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}
