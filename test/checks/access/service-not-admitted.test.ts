import { expect, it } from 'vitest';
import check from '../../../checks/access/service-not-admitted.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (resources: JsonObject): Example => ({ App: { region: 'us-east-1', resources } });
const queue = { Type: 'AWS::SQS::Queue', Properties: {} };
const topic = (properties: JsonObject = {}) => ({ Type: 'AWS::SNS::Topic', Properties: properties });
const policy = (statement: JsonObject, kind: 'Queue' | 'Topic' = 'Queue') => ({
  Type: kind === 'Queue' ? 'AWS::SQS::QueuePolicy' : 'AWS::SNS::TopicPolicy',
  Properties: { [`${kind}s`]: [{ Ref: kind }], PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] } },
});
const subscription = {
  Type: 'AWS::SNS::Subscription',
  Properties: { Protocol: 'sqs', TopicArn: { Ref: 'Topic' }, Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] } },
};
const alarm = { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmActions: [{ Ref: 'Topic' }] } };
const key = (service: string) => ({
  Type: 'AWS::KMS::Key',
  Properties: { KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'kms:*', Resource: '*' }] } },
});
const s3 = { Principal: { Service: 's3.amazonaws.com' }, Action: 'sns:Publish' };

it('reports a queue without a policy at the notification', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchObject([
    {
      severity: 'error',
      stack: 'Store',
      logicalId: 'Inbox',
      message:
        'The policy of uploads (sqs:SendMessage) does not allow s3.amazonaws.com, and the deployment fails: "Unable to validate the following destination configurations".',
    },
  ]);
});

it.each<[string, JsonObject]>([
  ['a queue that allows nobody', { Topic: topic(), Queue: queue, Subscription: subscription }],
  ['a topic whose only statement is for another service', { Topic: topic(), Policy: policy(s3, 'Topic'), Alarm: alarm }],
  ['a topic with the AWS managed key', { Topic: topic({ KmsMasterKeyId: 'alias/aws/sns' }), Alarm: alarm }],
  ['a key for another service', { Key: key('s3.amazonaws.com'), Topic: topic({ KmsMasterKeyId: { Ref: 'Key' } }), Alarm: alarm }],
])('warns about %s', (_, resources) => {
  expect(findingsIn(app(resources), check).map(({ severity }) => severity)).toEqual(['warning']);
});

const sends = { Topic: topic(), Queue: queue, Subscription: subscription };
it.each<[string, JsonObject]>([
  ['a statement for the service', { ...sends, Policy: policy({ Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:*' }) }],
  ['the principal of a region', { ...sends, Policy: policy({ Principal: { Service: 'sns.eu-south-1.amazonaws.com' }, Action: '*' }) }],
  ['everybody', { ...sends, Policy: policy({ Principal: '*', Action: 'sqs:SendMessage' }) }],
  ['what NotPrincipal and NotAction leave', { ...sends, Policy: policy({ NotPrincipal: { AWS: '1' }, NotAction: 'sqs:Purge*' }) }],
  ['a custom resource that may write the policy', { ...sends, Setup: { Type: 'Custom::Setup', Properties: { Url: { Ref: 'Queue' } } } }],
  ['the default policy of a topic', { Topic: topic(), Alarm: alarm }],
  ['a key for the service', { Key: key('cloudwatch.amazonaws.com'), Topic: topic({ KmsMasterKeyId: { Ref: 'Key' } }), Alarm: alarm }],
  [
    'a target with a role',
    {
      Queue: queue,
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: { Targets: [{ Id: 'q', Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, RoleArn: 'arn:aws:iam::482731905566:role/r' }] },
      },
    },
  ],
])('ignores %s', (_, resources) => {
  expect(findingsIn(app(resources), check)).toEqual([]);
});
