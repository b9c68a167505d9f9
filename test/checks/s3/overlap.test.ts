import { expect, it } from 'vitest';
import deployments from '../../../checks/s3/deployments-overlap.js';
import notifications from '../../../checks/s3/notifications-overlap.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const Bucket = { Type: 'AWS::S3::Bucket' };
const TOKEN = 'arn:aws:lambda:us-east-1:123456789012:function:handler';
const deployment = (properties: object) => ({
  Type: 'Custom::CDKBucketDeployment',
  Properties: { ServiceToken: TOKEN, DestinationBucketName: { Ref: 'Bucket' }, ...properties },
});

it.each<[string, object, object, number]>([
  ['both to the root', {}, {}, 1],
  ['a prefix below the root', {}, { DestinationBucketKeyPrefix: 'docs' }, 1],
  ['a prefix below a prefix', { DestinationBucketKeyPrefix: 'site/' }, { DestinationBucketKeyPrefix: 'site/docs' }, 1],
  ['a name that begins like the other', { DestinationBucketKeyPrefix: 'site' }, { DestinationBucketKeyPrefix: 'site-2' }, 0],
  ['the outer one keeps what it finds', { Prune: false }, { DestinationBucketKeyPrefix: 'docs' }, 0],
  ['the inner one keeps what it finds', { DestinationBucketKeyPrefix: 'docs', Prune: 'false' }, {}, 1],
  ['the outer one excludes files', { Exclude: ['docs/*'] }, { DestinationBucketKeyPrefix: 'docs' }, 0],
  ['a prefix that is not known', {}, { DestinationBucketKeyPrefix: { 'Fn::ImportValue': 'prefix' } }, 0],
  ['another bucket', {}, { DestinationBucketName: 'acme-site' }, 0],
])('two bucket deployments: %s', (_, first, second, count) => {
  const example = { Site: { region: 'us-east-1', resources: { Bucket, First: deployment(first), Second: deployment(second) } } } as Example;
  expect(findingsIn(example, deployments)).toHaveLength(count);
});

it('reports the deployment that deletes once, with all whose files it deletes', () => {
  const resources = {
    Bucket,
    Site: deployment({}),
    Docs: deployment({ DestinationBucketKeyPrefix: 'docs' }),
    Other: deployment({ Prune: false }),
  };
  expect(findingsIn({ Site: { region: 'us-east-1', resources } } as Example, deployments)).toMatchObject([
    { logicalId: 'Site', propertyPath: 'DestinationBucketName', related: [{ logicalId: 'Docs' }, { logicalId: 'Other' }] },
  ]);
});

const rule = (event: string, prefix: string, suffix = '') => ({
  Events: [event],
  LambdaFunctionArn: TOKEN,
  Filter: {
    Key: {
      FilterRules: [
        { Name: 'prefix', Value: prefix },
        { Name: 'suffix', Value: suffix },
      ],
    },
  },
});
const custom = (rules: object, bucket: object | string = { Ref: 'Bucket' }) => ({
  Type: 'Custom::S3BucketNotifications',
  Properties: { ServiceToken: TOKEN, BucketName: bucket, NotificationConfiguration: rules },
});
const functions = (...rules: readonly object[]) => ({ LambdaFunctionConfigurations: rules });
const CREATED = 's3:ObjectCreated:*';

it.each<[string, readonly object[], number]>([
  ['equal prefixes', [rule(CREATED, 'in/'), rule(CREATED, 'in/')], 1],
  ['a wildcard event and one of it', [rule(CREATED, 'in/'), rule('s3:ObjectCreated:Put', 'in/a/')], 1],
  ['other events', [rule(CREATED, 'in/'), rule('s3:ObjectRemoved:*', 'in/')], 0],
  ['other suffixes', [rule(CREATED, 'in/', '.jpg'), rule(CREATED, 'in/', '.png')], 0],
  ['suffixes of which one ends with the other', [rule(CREATED, 'in/', '.gz'), rule(CREATED, 'in/', '.tar.gz')], 1],
  ['other prefixes', [rule(CREATED, 'in/'), rule(CREATED, 'out/')], 0],
])('two notifications: %s', (_, rules, count) => {
  const example = { Inbox: { region: 'us-east-1', resources: { Bucket, Rules: custom(functions(...rules)) } } } as Example;
  expect(findingsIn(example, notifications)).toHaveLength(count);
});

it('reads the rules of every stack that writes to the bucket', () => {
  const example = {
    Storage: { region: 'us-east-1', resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'acme-inbox' } } } },
    One: { region: 'us-east-1', dependencies: ['Storage'], resources: { Rules: custom(functions(rule(CREATED, 'in/')), 'acme-inbox') } },
    Two: {
      region: 'us-east-1',
      dependencies: ['Storage'],
      resources: { Rules: custom(functions(rule(CREATED, 'in/raw/')), 'acme-inbox') },
    },
  } as Example;
  expect(findingsIn(example, notifications)).toMatchObject([
    {
      stack: 'Two',
      logicalId: 'Rules',
      propertyPath: 'NotificationConfiguration.LambdaFunctionConfigurations.0',
      related: [{ stack: 'One', logicalId: 'Rules' }],
    },
  ]);
});
