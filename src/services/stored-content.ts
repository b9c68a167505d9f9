import type { Place } from '../check/problem.js';
import type { Resource } from '../graph/resource.js';

/** What a service does not delete a resource with. */
export interface Content {
  readonly at: Place;
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
export function contentOf(resource: Resource): Content | undefined {
  switch (resource.type) {
    case 'AWS::S3::Bucket':
      return contentOfBucket(resource);
    case 'AWS::ECR::Repository': {
      const at = resource.property('EmptyOnDelete');
      if (!(at.isAbsent || at.boolean === false) || isEmptied(resource)) return undefined;
      return { at, cause: 'nothing empties', answer: 'cannot be deleted because it still contains images', isCertain: false };
    }
    case 'AWS::Backup::BackupVault':
      return {
        at: resource,
        cause: 'nothing empties',
        answer: 'Backup vault cannot be deleted because it contains recovery points',
        isCertain: false,
      };
    default:
      return undefined;
  }
}

function contentOfBucket(bucket: Resource): Content | undefined {
  const answer = 'The bucket you tried to delete is not empty';
  const lock = bucket.property('ObjectLockConfiguration', 'Rule', 'DefaultRetention', 'Mode');
  // Whatever empties the bucket cannot delete what is under lock.
  if (lock.text !== undefined) return { at: lock, cause: 'object lock keeps what is in', answer, isCertain: false };
  if (isEmptied(bucket)) return undefined;
  return isFilled(bucket)
    ? { at: bucket, cause: 'files are uploaded to', answer, isCertain: true }
    : { at: bucket, cause: 'nothing empties', answer, isCertain: false };
}

/** Whether a custom resource may empty it: `autoDeleteObjects`, `autoDeleteImages`, or one of the app's own. */
function isEmptied(resource: Resource): boolean {
  return resource.graph.linksTo(resource).some(({ from: { type } }) => isCustom(type) && !NOT_EMPTYING.has(type));
}

/** Whether `BucketDeployment` uploads to it; what it uploaded stays when it is deleted, unless it is told otherwise. */
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

function isCustom(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}
