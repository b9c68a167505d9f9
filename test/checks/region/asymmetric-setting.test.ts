import { expect, it } from 'vitest';
import check from '../../../checks/region/asymmetric-setting.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { pair, QUEUE, resource, TOPIC } from './asymmetric.js';

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "region/asymmetric-setting",
        "logicalId": "Bucket",
        "message": "Bucket differs from its copy in OrdersPrimary: VersioningConfiguration.Status is not set here and Enabled in us-east-1.",
        "propertyPath": "VersioningConfiguration.Status",
        "related": [
          {
            "logicalId": "Bucket",
            "message": "The copy in us-east-1.",
            "propertyPath": "VersioningConfiguration.Status",
            "stack": "OrdersPrimary",
          },
        ],
        "severity": "info",
        "stack": "OrdersSecondary",
      },
    ]
  `);
});

it('reports once for all settings of a resource', () => {
  const one = resource('AWS::Lambda::Function', { Runtime: 'nodejs22.x', MemorySize: 512 });
  const other = resource('AWS::Lambda::Function', { Runtime: 'nodejs20.x', MemorySize: '1024' });
  expect(findingsIn(pair({ Fn: one }, { Fn: other }), check).map(({ message }) => message)).toEqual([
    'Fn differs from its copy in AppPrimary: MemorySize is 1024 here and 512 in us-east-1; Runtime is nodejs20.x here and nodejs22.x in us-east-1.',
  ]);
});

it.each<[string, Example]>([
  [
    'the same settings',
    pair({ Fn: resource('AWS::Lambda::Function', { Timeout: 30 }) }, { Fn: resource('AWS::Lambda::Function', { Timeout: '30' }) }),
  ],
  [
    'a bucket that replicates to its copy, which must be versioned anyway',
    pair(
      {
        Archive: resource('AWS::S3::Bucket', {
          VersioningConfiguration: { Status: 'Enabled' },
          ReplicationConfiguration: { Role: 'r', Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::archive-copy' } }] },
        }),
      },
      { Archive: resource('AWS::S3::Bucket', { BucketName: 'archive-copy' }) },
    ),
  ],
  [
    'a setting that is not known',
    pair(
      { Fn: resource('AWS::Lambda::Function', { Timeout: 30 }) },
      { Fn: resource('AWS::Lambda::Function', { Timeout: { 'Fn::ImportValue': 'timeout' } }) },
    ),
  ],
  [
    'other constructs',
    pair(
      { Queue: QUEUE, A: resource('AWS::Lambda::Function', { Timeout: 30 }) },
      { Queue: QUEUE, B: resource('AWS::Lambda::Function', { Timeout: 60 }) },
    ),
  ],
  [
    'other stacks',
    pair(
      { Topic: TOPIC, Fn: resource('AWS::Lambda::Function', { Timeout: 30 }) },
      { Fn: resource('AWS::Lambda::Function', { Timeout: 60 }) },
      ['Orders', 'Payments'],
    ),
  ],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
