import { expect, it } from 'vitest';
import check from '../../../checks/deletion/key-deleted-before-data.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const key = (DeletionPolicy?: string) => ({ Type: 'AWS::KMS::Key', ...(DeletionPolicy && { DeletionPolicy }), Properties: {} });
const arn = { 'Fn::GetAtt': ['Key', 'Arn'] };
const table = (DeletionPolicy: string, KMSMasterKeyId: unknown = arn) =>
  ({
    Type: 'AWS::DynamoDB::Table',
    DeletionPolicy,
    Properties: { SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId } },
  }) as JsonObject;
const app = (resources: object, id = 'Data'): Example => ({ [id]: { region: 'us-east-1', resources } }) as Example;

const messages = (example: Example) => findingsIn(example, check).map(({ message }) => message);

it.each<[what: string, resources: object, message: string]>([
  [
    'a table',
    { Key: key('Delete'), Orders: table('Retain') },
    'Key Key is deleted with the stack Data, but Table Orders, which it encrypts, is retained: once the key is deleted, the data cannot be decrypted.',
  ],
  [
    'a key without a policy',
    { Key: key(), Orders: table('RetainExceptOnCreate') },
    'Key Key is deleted with the stack Data, but Table Orders, which it encrypts, is retained: once the key is deleted, the data cannot be decrypted.',
  ],
  [
    'by alias, and more than one',
    {
      Key: key('Delete'),
      Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/a', TargetKeyId: { Ref: 'Key' } } },
      Orders: table('Retain', { Ref: 'Alias' }),
      Users: table('Retain'),
    },
    'Key Key is deleted with the stack Data, but Table Users and 1 more, which it encrypts, is retained: once the key is deleted, the data cannot be decrypted.',
  ],
  [
    'a snapshot',
    { Key: key('Delete'), Db: { Type: 'AWS::RDS::DBInstance', DeletionPolicy: 'Snapshot', Properties: { KmsKeyId: arn } } },
    'Key Key is deleted with the stack Data, but DBInstance Db, which it encrypts, leaves a final snapshot: once the key is deleted, the data cannot be decrypted.',
  ],
  [
    'a replica of a global table',
    {
      Key: key('Delete'),
      Orders: {
        Type: 'AWS::DynamoDB::GlobalTable',
        DeletionPolicy: 'Retain',
        Properties: { Replicas: [{ Region: 'us-east-1', SSESpecification: { KMSMasterKeyId: arn } }] },
      },
    },
    'Key Key is deleted with the stack Data, but GlobalTable Orders, which it encrypts, is retained: once the key is deleted, the data cannot be decrypted.',
  ],
])('reports the key of %s', (_, resources, message) => {
  expect(messages(app(resources))).toEqual([message]);
});

it.each<[what: string, example: Example]>([
  ['both retained', app({ Key: key('Retain'), Orders: table('Retain') })],
  ['both deleted', app({ Key: key('Delete'), Orders: table('Delete') })],
  ['nothing encrypted', app({ Key: key('Delete') })],
  [
    'what only passes through',
    app({ Key: key('Delete'), Q: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain', Properties: { KmsMasterKeyId: arn } } }),
  ],
  [
    'another use of the key',
    app({ Key: key('Delete'), B: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', Properties: { Tags: [{ Key: 'k', Value: arn }] } } }),
  ],
  [
    'artifacts of a pipeline',
    app({
      Key: key('Delete'),
      Artifacts: {
        Type: 'AWS::S3::Bucket',
        DeletionPolicy: 'Retain',
        Properties: {
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn } }],
          },
        },
      },
      Pipeline: { Type: 'AWS::CodePipeline::Pipeline', Properties: { ArtifactStore: { Type: 'S3', Location: { Ref: 'Artifacts' } } } },
    }),
  ],
  ['declared destroyable', app({ Key: key('Delete'), Orders: table('Retain') }, 'Data-test')],
])('reports nothing: %s', (_, example) => {
  expect(messages(example)).toEqual([]);
});
