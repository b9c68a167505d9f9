import { describe, expect, it } from 'vitest';
import { replicationDestinationMissing as check } from '../../../checks/s3/replication-destinations.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { app, bucket, COPIES, replicatingTo, source, VERSIONED } from './buckets.js';

const MISSPELT = 'arn:aws:s3:::order-copies';

describe('s3/replication-destination-missing', () => {
  it('says which bucket nothing declares', () => {
    expect(findingsIn(app(source(MISSPELT)), check)).toEqual([
      {
        severity: 'warning',
        checkId: 's3/replication-destination-missing',
        stack: 'Orders',
        logicalId: 'Orders',
        propertyPath: 'ReplicationConfiguration.Rules.0.Destination.Bucket',
        message:
          'No stack in this app defines the destination bucket "order-copies". Unless it exists already, S3 rejects the rule: "Destination bucket must exist."',
      },
    ]);
  });

  it('says so once for each bucket, not for each rule', () => {
    const found = findingsIn(app(source([MISSPELT, MISSPELT, 'arn:aws:s3:::orders-backup', COPIES])), check);
    expect(found.map(({ propertyPath }) => propertyPath)).toEqual([
      'ReplicationConfiguration.Rules.0.Destination.Bucket',
      'ReplicationConfiguration.Rules.2.Destination.Bucket',
    ]);
  });

  it.each<[string, Json]>([
    ['written with the partition', { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::order-copies' }],
    ['joined', { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::order-copies']] }],
  ])('reads an ARN %s', (_, destination) => {
    expect(findingsIn(app(source(destination)), check)).toHaveLength(1);
  });

  it.each<[string, Example]>([
    ['the bucket is in another stack', app(source(COPIES))],
    [
      'the bucket is in another account',
      {
        ...app(source(COPIES)),
        Archive: { region: 'eu-west-1', account: '590184027316', resources: { Copies: bucket({ BucketName: 'orders-copies' }) } },
      },
    ],
    ['the name is not known', app(source({ Ref: 'Destination' }), VERSIONED, { parameters: { Destination: { Type: 'String' } } })],
    ['the name comes from outside', app(source({ 'Fn::ImportValue': 'copies-arn' }))],
    ['the rule is off', app(source(MISSPELT, { Status: 'Disabled' }))],
    ['the rule may be off', app(source(MISSPELT, { Status: { Ref: 'Mode' } }), VERSIONED, { parameters: { Mode: { Type: 'String' } } })],
    [
      'a bucket here has a name that may be it',
      app(source('arn:aws:s3:::order-copies-590184027316'), { BucketName: { 'Fn::Sub': 'order-copies-${Suffix}' } }),
    ],
    [
      'a bucket here has a generated name in the account’s namespace',
      app(source('arn:aws:s3:::copies-482731905566-us-west-2-an'), {
        BucketName: { Ref: 'AWS::NoValue' },
        BucketNamePrefix: 'copies',
        BucketNamespace: 'account-regional',
      }),
    ],
    [
      'a custom resource is given the name',
      app(source(MISSPELT), VERSIONED, {
        resources: { Orders: source(MISSPELT), Maker: { Type: 'Custom::Bucket', Properties: { ServiceToken: 'x', Name: 'order-copies' } } },
      }),
    ],
    [
      'the template has a part that is not shown',
      app(source(MISSPELT), VERSIONED, { resources: { Orders: source(MISSPELT), 'Fn::ForEach::Copies': ['Region', ['us-west-2'], {}] } }),
    ],
    [
      'the rules hang on a condition',
      app(
        bucket({
          ...VERSIONED,
          ReplicationConfiguration: {
            'Fn::If': ['Second', replicatingTo([MISSPELT]).ReplicationConfiguration, { Ref: 'AWS::NoValue' }],
          },
        }),
        VERSIONED,
        { parameters: { Pass: { Type: 'String' } }, conditions: { Second: { 'Fn::Equals': [{ Ref: 'Pass' }, '2'] } } },
      ),
    ],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, check)).toEqual([]);
  });

  it('ignores buckets that the configuration calls external', () => {
    expect(findingsIn(app(source(MISSPELT)), check, { external: { s3: ['order-*'] } })).toEqual([]);
  });
});
