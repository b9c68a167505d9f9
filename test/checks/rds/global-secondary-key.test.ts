import { expect, it } from 'vitest';
import { globalSecondaryKey as check } from '../../../checks/rds/global-cluster-members.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { aurora, cluster, emptyFirst, globalCluster, LOGIN } from './aurora.js';

const keyOutput = { 'Fn::GetStackOutput': { StackName: 'Primary', OutputName: 'Key', Region: 'us-east-1' } };
const withKey = (properties: object, value: object = { 'Fn::GetAtt': ['Key', 'Arn'] }) => ({
  resources: {
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {}, ...properties } },
    Cluster: cluster(LOGIN),
    Global: globalCluster({ SourceDBClusterIdentifier: { Ref: 'Cluster' } }),
  },
  outputs: { Key: { Value: { ...value } } },
});
// A stack without a region: the key `region` may not be there at all.
const withoutRegion = { region: undefined as unknown as string };

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "rds/global-secondary-key",
        "logicalId": "Cluster",
        "message": "The global cluster "orders" is encrypted and this secondary names no key for us-west-2: it is rejected with "kmsKeyId should be explicitly specified".",
        "propertyPath": "KmsKeyId",
        "severity": "error",
        "stack": "Secondary",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['encryption that only the primary says', aurora({ primary: { StorageEncrypted: true } }), 'error Secondary.Cluster KmsKeyId'],
  ['encryption that the global cluster says', emptyFirst({ global: { StorageEncrypted: 'true' } }), 'error Secondary.Cluster KmsKeyId'],
  [
    'a key of another region',
    aurora({ secondary: { KmsKeyId: 'arn:aws:kms:us-east-1:482731905566:key/1f0c' } }),
    'error Secondary.Cluster KmsKeyId',
  ],
  [
    "the primary's key through an output",
    aurora({ primaryStack: withKey({}), secondary: { KmsKeyId: keyOutput } }),
    'error Secondary.Cluster KmsKeyId',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['no encryption', aurora()],
  ['a primary of its own', aurora({ primary: { StorageEncrypted: true }, secondary: { KmsKeyId: 'alias/aws/rds' } })],
  ['a key that a parameter gives', aurora({ primary: { StorageEncrypted: true }, secondary: { KmsKeyId: { Ref: 'Key' } } })],
  [
    'the id of a multi-region key',
    aurora({ primaryStack: withKey({ MultiRegion: true }, { Ref: 'Key' }), secondary: { KmsKeyId: keyOutput } }),
  ],
  ['a region that is not known', aurora({ primary: { StorageEncrypted: true }, secondaryStack: withoutRegion })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
