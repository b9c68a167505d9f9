import { expect, it } from 'vitest';
import foreignId from '../../checks/account/foreign-id.js';
import placeholder from '../../checks/account/placeholder-id.js';
import exportDuplicate from '../../checks/reference/export-duplicate.js';
import asymmetric from '../../checks/region/asymmetric-resource.js';
import { recordDuplicate } from '../../checks/route53/records.js';
import type { JsonObject } from '../../src/assembly/model.js';
import { findingsIn } from '../support/findings-in.js';
import { record, stack, ZONE_ID } from './route53/examples.js';

const policy = (account: string): JsonObject => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: 'logs',
    PolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Principal: { AWS: `arn:aws:iam::${account}:root` }, Resource: '*' }],
    },
  },
});

it.each<[string, number]>([
  ['156460612806', 0],
  ['127311923021', 0],
  ['582318560864', 0],
  ['903692715234', 0],
  ['719203845612', 1],
])("knows AWS's own accounts: %s", (account, count) => {
  expect(findingsIn({ Web: { account: '482731905566', region: 'eu-west-1', resources: { P: policy(account) } } }, foreignId)).toHaveLength(
    count,
  );
});

it('reports a number from an example once, with the other places', () => {
  const resources = { A: policy('123456789012'), B: policy('123456789012'), C: policy('111122223333') };
  const findings = findingsIn({ Web: { account: '482731905566', region: 'eu-west-1', resources } }, placeholder);
  expect(findings.map(({ logicalId, related }) => [logicalId, related?.map((other) => other.logicalId) ?? []])).toEqual([
    ['A', ['B']],
    ['C', []],
  ]);
});

const deletion = (RecordName: string, RecordType: string) => ({
  Type: 'Custom::DeleteExistingRecordSet',
  Properties: { HostedZoneId: ZONE_ID, RecordName, RecordType },
});

it.each<[JsonObject, number]>([
  [deletion('shop.acme-bank.io.', 'A'), 0],
  [deletion('shop.acme-bank.io', 'AAAA'), 1],
  [deletion('www.acme-bank.io.', 'A'), 1],
])('knows that an existing record is deleted first: %j', (custom, count) => {
  expect(findingsIn(stack({ Old: record(), New: record(), Deletion: custom }), recordDuplicate)).toHaveLength(count);
});

it.each<[string | undefined, string]>([
  ['us-east-1', 'error'],
  [undefined, 'warning'],
])('is sure of two exports in one region only: %s', (region, severity) => {
  const outputs = { Endpoint: { Value: 'a', Export: { Name: 'endpoint' } } };
  const one = { outputs, ...(region !== undefined && { region }) };
  expect(findingsIn({ Blue: one, Green: one }, exportDuplicate)).toMatchObject([{ severity }]);
});

const queue = { Type: 'AWS::SQS::Queue', Properties: {} };
const cluster = (more: JsonObject) => ({ Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql', ...more } });

it.each<[string, JsonObject, JsonObject, number]>([
  ['a key that nothing needs', { Queue: queue, Key: { Type: 'AWS::KMS::Key', Properties: {} } }, { Queue: queue }, 1],
  [
    'the key of a secondary cluster',
    {
      Cluster: cluster({ GlobalClusterIdentifier: 'orders', KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } }),
      Key: { Type: 'AWS::KMS::Key', Properties: {} },
    },
    {
      Cluster: cluster({ MasterUsername: 'orders' }),
      Global: {
        Type: 'AWS::RDS::GlobalCluster',
        Properties: { GlobalClusterIdentifier: 'orders', SourceDBClusterIdentifier: { Ref: 'Cluster' } },
      },
    },
    0,
  ],
  [
    'a function of a provider',
    { Queue: queue, AWS679f53fac002430cb0da5b7982bd22872D164C4C: { Type: 'AWS::Lambda::Function', Properties: {} } },
    { Queue: queue },
    0,
  ],
  ['a topic', { Queue: queue, Topic: { Type: 'AWS::SNS::Topic', Properties: {} } }, { Queue: queue }, 1],
])('knows what a region may lack: %s', (_, secondary, primary, count) => {
  const example = {
    OrdersPrimary: { region: 'us-east-1', resources: primary },
    OrdersSecondary: { region: 'us-west-2', resources: secondary },
  };
  expect(findingsIn(example, asymmetric)).toHaveLength(count);
});

it('knows that a stack may use what the other stack has', () => {
  const example = {
    OrdersPrimary: {
      region: 'us-east-1',
      resources: { Queue: queue, Topic: { Type: 'AWS::SNS::Topic', Properties: {} } },
      outputs: { Topic: { Value: { Ref: 'Topic' } } },
    },
    OrdersSecondary: {
      region: 'us-west-2',
      resources: {
        Queue: queue,
        Subscription: {
          Type: 'AWS::SNS::Subscription',
          Properties: { TopicArn: { 'Fn::GetStackOutput': { StackName: 'OrdersPrimary', OutputName: 'Topic', Region: 'us-east-1' } } },
        },
      },
    },
  };
  expect(findingsIn(example, asymmetric)).toEqual([]);
});
