import { expect, it } from 'vitest';
import check from '../../../checks/access/permission-created-later.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const policy = (Principal = 'cloudtrail.amazonaws.com'): JsonObject => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: 'contoso-trail',
    PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: Principal }, Action: 's3:*', Resource: '*' }] },
  },
});
const bucket = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'contoso-trail' } };
const trail = { Type: 'AWS::CloudTrail::Trail', Properties: { IsLogging: true, S3BucketName: 'contoso-trail' } };
const app = (policyAfter: boolean, more: JsonObject = {}) => ({
  Data: { region: 'us-east-1', resources: { Logs: bucket, ...more } },
  Trail: { region: 'us-east-1', dependencies: policyAfter ? ['Data'] : ['Data', 'Zpolicy'], resources: { Trail: trail } },
  Zpolicy: { region: 'us-east-1', dependencies: policyAfter ? ['Trail'] : ['Data'], resources: { Policy: policy() } },
});

it('reports a permission that refers to the bucket that needs it', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'error',
      checkId: check.id,
      stack: 'Uploads',
      logicalId: 'Inbox',
      propertyPath: 'NotificationConfiguration.LambdaConfigurations.0.Function',
      message:
        'Permission, which lets s3.amazonaws.com use Resize, is created after this, and the first deployment fails: "Unable to validate the following destination configurations".',
      related: [{ stack: 'Uploads', logicalId: 'Permission', message: 'This must be there first.' }],
    },
  ]);
});

it('reports a policy of a later stack, and ignores one of an earlier stack', () => {
  expect(findingsIn(app(true), check).map(({ stack, logicalId }) => [stack, logicalId])).toEqual([['Trail', 'Trail']]);
  expect(findingsIn(app(false), check)).toEqual([]);
});

it('ignores a later policy where another one is there before', () => {
  expect(findingsIn(app(true, { Early: policy() }), check)).toEqual([]);
});

it('leaves a policy that lets another service in to its own check', () => {
  const { Zpolicy, ...rest } = app(true);
  expect(findingsIn({ ...rest, Zpolicy: { ...Zpolicy, resources: { Policy: policy('config.amazonaws.com') } } }, check)).toEqual([]);
});

const searchApp = (more: JsonObject, type = 'AWS::Logs::ResourcePolicy') => ({
  Search: {
    region: 'us-east-1',
    resources: {
      Logs: { Type: 'AWS::Logs::LogGroup', Properties: {} },
      Policy: {
        Type: type,
        Properties: { PolicyDocument: '{"Statement":[{"Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Action":"logs:*"}]}' },
      },
      Domain: {
        Type: 'AWS::OpenSearchService::Domain',
        Properties: {
          LogPublishingOptions: Object.fromEntries(
            ['SEARCH_SLOW_LOGS', 'INDEX_SLOW_LOGS'].map((kind) => [
              kind,
              { Enabled: true, CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Logs', 'Arn'] } },
            ]),
          ),
        },
        ...more,
      },
    },
  },
});

it.each(['AWS::Logs::ResourcePolicy', 'Custom::CloudwatchLogResourcePolicy'])(
  'warns once of a log policy that nothing orders: %s',
  (type) => {
    expect(findingsIn(searchApp({}, type), check)).toMatchObject([
      {
        severity: 'warning',
        logicalId: 'Domain',
        propertyPath: 'LogPublishingOptions.SEARCH_SLOW_LOGS.CloudWatchLogsLogGroupArn',
        message: expect.stringContaining('Policy, which lets es.amazonaws.com use Logs, is needed first'),
      },
    ]);
    expect(findingsIn(searchApp({ DependsOn: 'Policy' }, type), check)).toEqual([]);
  },
);
