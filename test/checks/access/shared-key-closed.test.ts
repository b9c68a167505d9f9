import { describe, expect, it } from 'vitest';
import check from '../../../checks/access/shared-key-closed.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn, reports } from '../../support/findings-in.js';

const OTHER = '604211987345';
const app = (key: JsonObject, kmsKeyId: Json = { 'Fn::GetAtt': ['Key', 'Arn'] }) => ({
  Data: {
    region: 'us-east-1',
    resources: {
      Key: { Type: 'AWS::KMS::Key', Properties: key },
      Login: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: kmsKeyId } },
      Share: {
        Type: 'AWS::SecretsManager::ResourcePolicy',
        Properties: {
          SecretId: { Ref: 'Login' },
          ResourcePolicy: {
            Statement: [{ Effect: 'Allow', Principal: { AWS: OTHER }, Action: 'secretsmanager:GetSecretValue', Resource: '*' }],
          },
        },
      },
    },
  },
});
const keyFor = (Principal: Json, Action: Json = 'kms:Decrypt'): JsonObject => ({
  KeyPolicy: { Statement: [{ Effect: 'Allow', Principal, Action, Resource: '*' }] },
});

describe('access/shared-key-closed', () => {
  it('reports the statement that shares it', () =>
    reports(check, {
      example: app(keyFor({ AWS: '482731905566' })),
      problems: [
        {
          severity: 'warning',
          stack: 'Data',
          logicalId: 'Share',
          propertyPath: 'ResourcePolicy.Statement.0.Principal.AWS',
          message:
            'This lets account 604211987345 use Login, and the policy of the key Key does not let it in: that account gets "Access to KMS is not allowed".',
          related: [{ stack: 'Data', logicalId: 'Key', message: 'This is the key.' }],
        },
      ],
    }));

  it.each<[string, JsonObject, Json?]>([
    ['a role of the account', keyFor({ AWS: `arn:aws:iam::${OTHER}:role/reader` })],
    ['a writer', keyFor({ AWS: OTHER }, 'kms:GenerateDataKey*')],
    ['everybody', keyFor('*', 'kms:*')],
    ['a principal that only deployment knows', keyFor({ AWS: { Ref: 'Reader' } })],
    ['a key of AWS, which is another check', keyFor({ AWS: '482731905566' }), 'alias/aws/secretsmanager'],
    ['a key that is declared elsewhere', keyFor({ AWS: '482731905566' }), 'arn:aws:kms:us-east-1:482731905566:key/1'],
  ])('ignores %s', (_, key, kmsKeyId) => {
    expect(findingsIn(app(key, kmsKeyId), check)).toEqual([]);
  });

  it('ignores an account of AWS, as the CDK names it for the logs of load balancers', () => {
    const resources = {
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: keyFor({ Service: 'delivery.logs.amazonaws.com' }, ['kms:Decrypt', 'kms:GenerateDataKey*']),
      },
      Logs: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
            ],
          },
        },
      },
      Policy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: { Ref: 'Logs' },
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::156460612806:root' },
                Action: 's3:PutObject',
                Resource: { 'Fn::Sub': '${Logs.Arn}/*' },
              },
            ],
          },
        },
      },
    };
    expect(findingsIn({ Web: { account: '482731905566', region: 'eu-west-1', resources } }, check)).toEqual([]);
  });
});
