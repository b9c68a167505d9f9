import { describe, expect, test } from 'vitest';
import { diffOf } from './diff-of.js';

type Resources = Readonly<Record<string, unknown>>;

async function problems(before: Resources, after: Resources) {
  const sketch = (resources: Resources) => ({ stacks: { App: { region: 'us-east-1', resources } } });
  const { deployment } = await diffOf(sketch(before), sketch(after));
  return deployment.problems.filter(({ kind }) => kind === 'content-deleted').map(({ message }) => message);
}

const TAG = { Key: 'aws-cdk:auto-delete-objects', Value: 'true' };
const bucket = (...Tags: readonly unknown[]) => ({ Type: 'AWS::S3::Bucket', Properties: { Tags }, DeletionPolicy: 'Delete' });
const custom = (type: string, properties: Resources, more: Resources = {}) => ({
  Type: `Custom::${type}`,
  Properties: { ServiceToken: 'arn:aws:lambda:us-east-1:482731905566:function:handler', ...properties },
  ...more,
});
const emptier = custom('S3AutoDeleteObjects', { BucketName: { Ref: 'Data' } });
const notifications = custom('S3BucketNotifications', { BucketName: { Ref: 'Data' }, NotificationConfiguration: {}, Managed: true });
const files = (more: Resources = {}) =>
  custom('CDKBucketDeployment', { DestinationBucketName: { Ref: 'Data' }, SourceBucketNames: ['assets'], RetainOnDelete: false, ...more });

describe('a custom resource that is deleted while its bucket stays', () => {
  test.each<[name: string, before: Resources, after: Resources, expected: readonly RegExp[]]>([
    [
      'autoDeleteObjects under another logical id',
      { Data: bucket(TAG), Old: emptier },
      { Data: bucket(TAG), New: emptier },
      [
        /^The deployed custom resource Old is deleted at the end of the update, when this one is there, and its handler then empties the bucket: Data itself stays\.$/,
      ],
    ],
    [
      'autoDeleteObjects gone, the tag is not',
      { Data: bucket(TAG), Old: emptier },
      { Data: bucket(TAG) },
      [/^The deployed custom resource Old is deleted at the end of the update, and its handler then empties the bucket/],
    ],
    ['autoDeleteObjects and the tag gone', { Data: bucket(TAG), Old: emptier }, { Data: bucket() }, []],
    ['the bucket gone as well', { Data: bucket(TAG), Old: emptier }, { Other: bucket() }, []],
    ['it stays', { Data: bucket(TAG), Old: emptier }, { Data: bucket(TAG, { Key: 'a', Value: 'b' }), Old: emptier }, []],
    ['it is retained', { Data: bucket(TAG), Old: { ...emptier, DeletionPolicy: 'Retain' } }, { Data: bucket(TAG), New: emptier }, []],
    [
      'images of a repository',
      {
        Repo: { Type: 'AWS::ECR::Repository', Properties: { Tags: [{ Key: 'aws-cdk:auto-delete-images', Value: 'true' }] } },
        Old: custom('ECRAutoDeleteImages', { RepositoryName: { Ref: 'Repo' } }),
      },
      { Repo: { Type: 'AWS::ECR::Repository', Properties: { Tags: [{ Key: 'aws-cdk:auto-delete-images', Value: 'true' }] } } },
      [/deletes all images of the repository: Repo itself stays/],
    ],
    [
      'notifications under another logical id',
      { Data: bucket(), Old: notifications },
      { Data: bucket(), New: notifications },
      [/removes the notifications of the bucket, those that the new one has set included: Data itself stays/],
    ],
    ['notifications gone on purpose', { Data: bucket(), Old: notifications }, { Data: bucket() }, []],
    [
      'files under another logical id',
      { Data: bucket(), Old: files() },
      { Data: bucket(), New: files() },
      [/deletes the files at the destination, those that the new one has uploaded included/],
    ],
    ['files that are kept', { Data: bucket(), Old: files({ RetainOnDelete: true }) }, { Data: bucket(), New: files() }, []],
    [
      'files of a bucket that is marked as owned',
      { Data: bucket({ Key: 'aws-cdk:cr-owned:1a2b3c4d', Value: 'true' }), Old: files() },
      { Data: bucket({ Key: 'aws-cdk:cr-owned:5e6f7a8b', Value: 'true' }), New: files() },
      [],
    ],
    [
      'files at another place of the bucket',
      { Data: bucket(), Old: files({ DestinationBucketKeyPrefix: 'v1' }) },
      { Data: bucket(), New: files({ DestinationBucketKeyPrefix: 'v2' }) },
      [],
    ],
  ])('%s', async (_, before, after, expected) => {
    const found = await problems(before, after);
    expect(found).toHaveLength(expected.length);
    for (const [index, message] of expected.entries()) expect(found[index]).toMatch(message);
  });
});
