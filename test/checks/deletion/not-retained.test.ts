import { expect, it } from 'vitest';
import check from '../../../checks/deletion/not-retained.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';

const inStack = (id: string, resources: JsonObject) => ({
  [id]: {
    region: 'us-east-1',
    parameters: { Protect: { Type: 'String' } },
    conditions: { Live: { 'Fn::Equals': [{ Ref: 'Protect' }, 'yes'] } },
    resources,
  },
});
const table = (more: JsonObject = {}, properties: JsonObject = {}) => ({ Type: 'AWS::DynamoDB::Table', Properties: properties, ...more });
const attachment = {
  Type: 'AWS::SecretsManager::SecretTargetAttachment',
  Properties: { SecretId: { Ref: 'Thing' }, TargetId: 'ledger', TargetType: 'AWS::RDS::DBCluster' },
};
const emptying = { Type: 'Custom::S3AutoDeleteObjects', Properties: { BucketName: { Ref: 'Thing' } } };

it.each<[string, JsonObject, 'error' | 'warning', string]>([
  [
    'a table',
    { Thing: table({ DeletionPolicy: 'Delete' }) },
    'error',
    'Table Thing has the deletion policy Delete: it is deleted with all its data when the stack goes.',
  ],
  [
    'a table without a policy',
    { Thing: table() },
    'error',
    'Table Thing has no deletion policy: it is deleted with all its data when the stack goes.',
  ],
  [
    'a bucket that is emptied',
    { Thing: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'ledger' } }, Emptying: emptying },
    'error',
    'Bucket ledger has no deletion policy: it is deleted with all its data when the stack goes.',
  ],
  [
    'a bucket that S3 keeps while it holds something',
    { Thing: { Type: 'AWS::S3::Bucket', Properties: {} } },
    'warning',
    'Bucket Thing has no deletion policy: it is deleted with the stack unless something is in it.',
  ],
  [
    'the login of a database, which can be set anew',
    { Thing: { Type: 'AWS::SecretsManager::Secret', DeletionPolicy: 'Delete', Properties: {} }, Attachment: attachment },
    'warning',
    'Secret Thing has the deletion policy Delete: what is in it is lost when the stack is deleted.',
  ],
  [
    'a secret of its own',
    { Thing: { Type: 'AWS::SecretsManager::Secret', DeletionPolicy: 'Delete', Properties: {} } },
    'error',
    'Secret Thing has the deletion policy Delete: it is deleted with all its data when the stack goes.',
  ],
  [
    'a queue',
    { Thing: { Type: 'AWS::SQS::Queue', Properties: {} } },
    'warning',
    'Queue Thing has no deletion policy: what is in it is lost when the stack is deleted.',
  ],
])('reports %s', (_, resources, severity, message) => {
  expect(findingsIn(inStack('Shop-prod', resources), check)).toEqual([
    {
      severity,
      checkId: 'deletion/not-retained',
      stack: 'Shop-prod',
      logicalId: 'Thing',
      propertyPath: 'DeletionPolicy',
      message: `The data of the stack Shop-prod must stay, but ${message}`,
    },
  ]);
});

it.each<[string, JsonObject]>([
  ['retained', table({ DeletionPolicy: 'Retain' })],
  ['retained except when its creation fails', table({ DeletionPolicy: 'RetainExceptOnCreate' })],
  ['protected', table({}, { DeletionProtectionEnabled: true })],
  ['perhaps protected', table({}, { DeletionProtectionEnabled: { Ref: 'Protect' } })],
  ['not there for certain', table({ Condition: 'Live' })],
  ['a database that leaves a snapshot', { Type: 'AWS::RDS::DBCluster', Properties: {} }],
  [
    'an instance, whose data is the cluster’s',
    { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Delete', Properties: { DBClusterIdentifier: 'ledger' } },
  ],
  ['a read replica', { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Delete', Properties: { SourceDBInstanceIdentifier: 'ledger' } }],
  ['nothing that holds data', { Type: 'AWS::SNS::Topic', Properties: {} }],
])('reports nothing: %s', (_, resource) => {
  expect(findingsIn(inStack('Shop-prod', { Thing: resource }), check)).toEqual([]);
});

it('ignores stacks that are not declared retained', () => {
  expect(findingsIn(inStack('Shop', { Thing: table() }), check)).toEqual([]);
});

it('counts in the nested stack', () => {
  const nested = (DeletionPolicy: string) => ({
    'Shop-prod': {
      resources: { Inner: { Type: 'AWS::CloudFormation::Stack', DeletionPolicy } },
      nested: { Inner: { resources: { Thing: table() } } },
    },
  });
  expect(findingsIn(nested('Retain'), check)).toEqual([]);
  expect(findingsIn(nested('Delete'), check)).toMatchObject([{ stack: 'Shop-prod/Inner' }]);
});
