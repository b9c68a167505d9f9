import { describe, expect, it } from 'vitest';
import check from '../../../checks/s3/replication-cycle.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { bucket, replicatingTo, VERSIONED } from './buckets.js';

const stack = (region: string, name: string, ...destinations: readonly string[]) => ({
  region,
  resources: {
    Orders: bucket({ BucketName: name, ...VERSIONED, ...replicatingTo(destinations.map((destination) => `arn:aws:s3:::${destination}`)) }),
  },
});

describe('s3/replication-cycle', () => {
  it('says once that two buckets need each other', () => {
    expect(findingsIn({ West: stack('us-west-2', 'west', 'other', 'east'), East: stack('us-east-1', 'east', 'west') }, check)).toEqual([
      {
        severity: 'error',
        checkId: 's3/replication-cycle',
        stack: 'West',
        logicalId: 'Orders',
        propertyPath: 'ReplicationConfiguration.Rules.1.Destination.Bucket',
        message:
          '"west" and "east" replicate to each other, and each declaration needs the next bucket to exist already. A first deployment fails: "Destination bucket must exist."',
        related: [
          { stack: 'East', logicalId: 'Orders', propertyPath: 'ReplicationConfiguration', message: '"east" has rules of its own.' },
        ],
      },
    ]);
  });

  it('finds longer ways round, and each cycle once', () => {
    const example = {
      A: stack('us-east-1', 'a', 'b'),
      B: stack('us-east-2', 'b', 'c'),
      C: stack('us-west-2', 'c', 'a', 'd'),
      D: stack('eu-west-1', 'd'),
    };
    expect(findingsIn(example, check)).toMatchObject([{ stack: 'A', related: [{ stack: 'B' }, { stack: 'C' }] }]);
  });

  it.each<[string, Example]>([
    [
      'one of them is off',
      {
        West: {
          region: 'us-west-2',
          resources: { Orders: bucket({ BucketName: 'west', ...replicatingTo(['arn:aws:s3:::east'], { Status: 'Disabled' }) }) },
        },
        East: stack('us-east-1', 'east', 'west'),
      },
    ],
    ['objects go one way only', { A: stack('us-east-1', 'a', 'b', 'c'), B: stack('us-east-2', 'b', 'c'), C: stack('us-west-2', 'c') }],
    ['a bucket replicates to itself', { A: stack('us-east-1', 'a', 'a') }],
    [
      'the second direction hangs on a condition',
      {
        West: {
          region: 'us-west-2',
          parameters: { Pass: { Type: 'String' } },
          conditions: { Second: { 'Fn::Equals': [{ Ref: 'Pass' }, '2'] } },
          resources: {
            Orders: bucket({
              BucketName: 'west',
              ReplicationConfiguration: {
                'Fn::If': ['Second', replicatingTo(['arn:aws:s3:::east']).ReplicationConfiguration, { Ref: 'AWS::NoValue' }],
              },
            }),
          },
        },
        East: stack('us-east-1', 'east', 'west'),
      },
    ],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, check)).toEqual([]);
  });
});
