import { expect, it } from 'vitest';
import check from '../../../checks/kms/via-service-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (Condition: Json, Type = 'AWS::KMS::Key'): Example => ({
  Keys: {
    region: 'eu-west-1',
    parameters: { Where: { Type: 'String' } },
    resources: {
      Key: {
        Type,
        Properties: { KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*', Condition }] } },
      },
    },
  },
});

it('reports the condition', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'kms/via-service-region',
      severity: 'warning',
      stack: 'Keys',
      logicalId: 'Key',
      propertyPath: 'KeyPolicy.Statement.0.Condition.StringEquals.kms:ViaService',
      message: 'The key is in eu-west-1, and services of us-east-1 do not use it: the condition is never met.',
    },
  ]);
});

it.each<[string, Example]>([
  ['a list', app({ StringEquals: { 'kms:ViaService': ['sqs.us-east-1.amazonaws.com', 'sns.us-west-2.amazonaws.com'] } })],
  ['a pattern', app({ StringLike: { 'kms:ViaService': '*.us-east-1.amazonaws.com' } })],
  ['a denial of all others', app({ StringNotEquals: { 'kms:viaService': 's3.us-east-1.amazonaws.com' } })],
  ['a replica', app({ StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }, 'AWS::KMS::ReplicaKey')],
])('reports %s', (_, example) => {
  expect(findingsIn(example, check)).toHaveLength(1);
});

it.each<[string, Example]>([
  ['its own region', app({ StringEquals: { 'kms:ViaService': { 'Fn::Sub': 's3.${AWS::Region}.amazonaws.com' } } })],
  [
    'several regions, its own among them',
    app({ StringEquals: { 'kms:ViaService': ['s3.us-east-1.amazonaws.com', 's3.eu-west-1.amazonaws.com'] } }),
  ],
  ['any region', app({ StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } })],
  ['a region that is not known', app({ StringEquals: { 'kms:ViaService': { 'Fn::Sub': 's3.${Where}.amazonaws.com' } } })],
  ['another condition', app({ StringEquals: { 'kms:CallerAccount': '482731905566' } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
