/** What the handler of one of the CDK's custom resources does when CloudFormation deletes the custom resource. */
export interface HandlerDeletion {
  readonly type: string;
  /** Property with the name of what it works on. */
  readonly subject: string;
  /** The handler deletes nothing unless the subject has this tag, with the value `true`. */
  readonly onlyWithTag?: string;
  /** The handler deletes nothing while the subject has a tag that begins so. */
  readonly unlessTag?: string;
  /** Properties that another custom resource must have alike to work on the same part of the subject. */
  readonly part: readonly string[];
  /** Properties that must have one of these values; `''` stands for absent. */
  readonly when: readonly (readonly [path: string, values: readonly string[]])[];
  /**
   * Whether it takes back what it set, so that it matters only when another custom resource has set it again. Otherwise it deletes what others
   * put there.
   */
  readonly isOwn: boolean;
  /** What it deletes: "empties the bucket". */
  readonly what: string;
  readonly fix: string;
  readonly sources: readonly string[];
}

const HANDLERS = 'https://github.com/aws/aws-cdk/blob/main/packages/@aws-cdk/custom-resource-handlers/lib';
const KEEP_PLACE =
  'Leave the custom resource where it is (`overrideLogicalId` of the bucket alone does not: its children keep their new place)';

/** Custom resources of the CDK that delete something when they are deleted, although what they work on stays. */
export const HANDLER_DELETIONS: readonly HandlerDeletion[] = [
  {
    type: 'Custom::S3AutoDeleteObjects',
    subject: 'BucketName',
    onlyWithTag: 'aws-cdk:auto-delete-objects',
    part: [],
    when: [],
    isOwn: false,
    what: 'empties the bucket',
    fix: `${KEEP_PLACE}, or take the tag off first: deploy once with \`autoDeleteObjects: false\`, then the change.`,
    sources: [
      'https://github.com/aws/aws-cdk/issues/16603',
      'https://github.com/aws/aws-cdk/pull/16756',
      `${HANDLERS}/aws-s3/auto-delete-objects-handler/index.ts`,
    ],
  },
  {
    type: 'Custom::ECRAutoDeleteImages',
    subject: 'RepositoryName',
    onlyWithTag: 'aws-cdk:auto-delete-images',
    part: [],
    when: [],
    isOwn: false,
    what: 'deletes all images of the repository',
    fix: 'Leave the custom resource where it is, or replace `autoDeleteImages` by `emptyOnDelete: true`, which needs none, and deploy that first with the tag taken off.',
    sources: [`${HANDLERS}/aws-ecr/auto-delete-images-handler/index.ts`],
  },
  {
    type: 'Custom::S3BucketNotifications',
    subject: 'BucketName',
    part: [],
    when: [],
    isOwn: true,
    what: 'removes the notifications of the bucket, those that the new one has set included',
    fix: `${KEEP_PLACE}; otherwise deploy twice, first without the notifications, then with them.`,
    sources: [`${HANDLERS}/aws-s3/notifications-resource-handler/index.py`],
  },
  {
    type: 'Custom::CDKBucketDeployment',
    subject: 'DestinationBucketName',
    // Written by constructs whose bucket is of the app: https://github.com/aws/aws-cdk/pull/17605
    unlessTag: 'aws-cdk:cr-owned',
    part: ['DestinationBucketKeyPrefix'],
    when: [['RetainOnDelete', ['false']]],
    isOwn: true,
    what: 'deletes the files at the destination, those that the new one has uploaded included',
    fix: 'Deploy once with `retainOnDelete: true` at the deployed place, then the change.',
    sources: [`${HANDLERS}/aws-s3-deployment/bucket-deployment-handler/index.py`],
  },
];
