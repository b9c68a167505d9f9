import { expect, it } from 'vitest';
import check from '../../../checks/global/replica-key-region.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const ARN = 'arn:aws:kms:us-east-1:482731905566:key/1f0c';
const one = (type: string, properties: object): Example => ({
  S: {
    region: 'us-east-1',
    resources: {
      R: { Type: type, Properties: { ...properties } },
      Key: { Type: 'AWS::KMS::Key', Properties: {} },
      Multi: { Type: 'AWS::KMS::Key', Properties: { MultiRegion: true } },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/replica-key-region",
        "logicalId": "Login",
        "message": "The replica is in us-west-2 and its key in us-east-1: nothing is replicated.",
        "propertyPath": "ReplicaRegions.0.KmsKeyId",
        "severity": "error",
        "stack": "Secrets",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  [
    'a file system',
    one('AWS::EFS::FileSystem', { ReplicationConfiguration: { Destinations: [{ Region: 'us-west-2', KmsKeyId: ARN }] } }),
    'error S.R ReplicationConfiguration.Destinations.0.KmsKeyId',
  ],
  [
    'a key of the same template',
    one('AWS::SecretsManager::Secret', { ReplicaRegions: [{ Region: 'us-west-2', KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } }] }),
    'error S.R ReplicaRegions.0.KmsKeyId',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['an alias', one('AWS::SecretsManager::Secret', { ReplicaRegions: [{ Region: 'us-west-2', KmsKeyId: 'alias/orders' }] })],
  ['the default key', one('AWS::SecretsManager::Secret', { ReplicaRegions: [{ Region: 'us-west-2' }] })],
  [
    'the id of a multi-region key',
    one('AWS::SecretsManager::Secret', { ReplicaRegions: [{ Region: 'us-west-2', KmsKeyId: { Ref: 'Multi' } }] }),
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
