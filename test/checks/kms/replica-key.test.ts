import { expect, it } from 'vitest';
import check from '../../../checks/kms/replica-key.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const replica = (key: object, west: object = {}): Example => ({
  East: {
    region: 'us-east-1',
    parameters: { Given: { Type: 'String' } },
    conditions: { Maybe: { 'Fn::Equals': [{ Ref: 'Given' }, 'yes'] } },
    resources: { Key: { Type: 'AWS::KMS::Key', Properties: { ...key } } },
    outputs: { Arn: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
  },
  West: {
    region: 'us-west-2',
    dependencies: ['East'],
    resources: {
      Replica: {
        Type: 'AWS::KMS::ReplicaKey',
        Properties: { PrimaryKeyArn: { 'Fn::GetStackOutput': { StackName: 'East', OutputName: 'Arn', Region: 'us-east-1' } } },
      },
    },
    ...west,
  },
});
const written = (region: string, id: string | object): Example => ({
  West: {
    region: 'us-west-2',
    resources: {
      Replica: {
        Type: 'AWS::KMS::ReplicaKey',
        Properties: { PrimaryKeyArn: typeof id === 'string' ? `arn:aws:kms:${region}:482731905566:key/${id}` : { ...id } },
      },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "kms/replica-key",
        "logicalId": "Replica",
        "message": "Key is not a multi-region key: KMS cannot replicate it.",
        "propertyPath": "PrimaryKeyArn",
        "related": [
          {
            "logicalId": "Key",
            "message": "The primary key.",
            "stack": "East",
          },
        ],
        "severity": "error",
        "stack": "West",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['a replica in the region of its primary', replica({ MultiRegion: true }, { region: 'us-east-1' }), 'error West.Replica PrimaryKeyArn'],
  ['the ARN of a single-region key', written('us-east-1', '1f0c'), 'error West.Replica PrimaryKeyArn'],
  ['an ARN of the same region', written('us-west-2', 'mrk-1f0c'), 'error West.Replica PrimaryKeyArn'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['a multi-region key of another region', replica({ MultiRegion: 'true' })],
  ['its ARN', written('us-east-1', 'mrk-1f0c')],
  ['a key that may be multi-region', replica({ MultiRegion: { 'Fn::If': ['Maybe', true, false] } })],
  ['a key that nothing here makes', written('us-east-1', { 'Fn::ImportValue': 'key' })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
