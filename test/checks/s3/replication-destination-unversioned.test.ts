import { describe, expect, it } from 'vitest';
import check from '../../../checks/s3/replication-destination-unversioned.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { app, bucket, COPIES, replicatingTo, source, VERSIONED } from './buckets.js';

describe('s3/replication-destination-unversioned', () => {
  it('names the bucket in the other stack and who replicates to it', () => {
    expect(findingsIn(app(source(COPIES), {}), check)).toEqual([
      {
        severity: 'error',
        checkId: 's3/replication-destination-unversioned',
        stack: 'Archive',
        logicalId: 'Copies',
        propertyPath: 'VersioningConfiguration.Status',
        message:
          'The bucket "orders-copies" is the destination of a replication, but its versioning is not switched on. S3 rejects the rule: "Destination bucket must have versioning enabled."',
        related: [
          {
            stack: 'Orders',
            logicalId: 'Orders',
            propertyPath: 'ReplicationConfiguration.Rules.0.Destination.Bucket',
            message: '"Orders" in Orders replicates to it.',
          },
        ],
      },
    ]);
  });

  it('says so once, however many buckets replicate to it', () => {
    const example = app(source([COPIES, COPIES]), { VersioningConfiguration: { Status: 'Suspended' } });
    const [finding, ...more] = findingsIn({ ...example, More: { region: 'eu-west-1', resources: { More: source(COPIES) } } }, check);
    expect(more).toEqual([]);
    expect(finding?.message).toContain('its versioning is suspended');
    expect(finding?.related).toHaveLength(2);
  });

  it.each<[string, Example]>([
    ['in the same template', { Orders: { resources: { Copies: bucket(), Orders: source({ 'Fn::GetAtt': ['Copies', 'Arn'] }) } } }],
    [
      'handed over by an export',
      {
        Archive: {
          region: 'us-east-1',
          resources: { Copies: bucket() },
          outputs: { Arn: { Value: { 'Fn::GetAtt': ['Copies', 'Arn'] }, Export: { Name: 'copies' } } },
        },
        Orders: { region: 'us-east-1', dependencies: ['Archive'], resources: { Orders: source({ 'Fn::ImportValue': 'copies' }) } },
      },
    ],
    [
      'handed over from another region',
      {
        Archive: { region: 'us-west-2', resources: { Copies: bucket() }, outputs: { Arn: { Value: { 'Fn::GetAtt': ['Copies', 'Arn'] } } } },
        Orders: {
          region: 'us-east-1',
          dependencies: ['Archive'],
          resources: { Orders: source({ 'Fn::GetStackOutput': { StackName: 'Archive', OutputName: 'Arn', Region: 'us-west-2' } }) },
        },
      },
    ],
    [
      'in a nested stack',
      {
        Orders: {
          resources: { Nested: { Type: 'AWS::CloudFormation::Stack' }, Orders: source({ 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] }) },
          nested: { Nested: { resources: { Copies: bucket() }, outputs: { Arn: { Value: { 'Fn::GetAtt': ['Copies', 'Arn'] } } } } },
        },
      },
    ],
  ])('finds a destination %s', (_, example) => {
    expect(findingsIn(example, check)).toMatchObject([{ logicalId: 'Copies' }]);
  });

  const conditional = { parameters: { Keep: { Type: 'String' } }, conditions: { Kept: { 'Fn::Equals': [{ Ref: 'Keep' }, 'yes'] } } };
  it.each<[string, JsonObject]>([
    ['it is versioned', VERSIONED],
    ['Object Lock, which brings versioning, is on', { ObjectLockEnabled: true }],
    ['it is not known', { VersioningConfiguration: { Status: { Ref: 'Status' } } }],
    ['it replicates on, and so has its own finding', replicatingTo(['arn:aws:s3:::third'])],
  ])('reports nothing where %s', (_, copies) => {
    expect(findingsIn(app(source(COPIES), copies), check)).toEqual([]);
  });

  it.each<[string, Example]>([
    ['nothing replicates to it', app(bucket(), {})],
    ['the rule is off', app(source(COPIES, { Status: 'Disabled' }), {})],
    ['the source may not be there', app({ ...source(COPIES), Condition: 'Kept' }, {}, conditional)],
    [
      'versioning hangs on a condition',
      {
        ...app(source(COPIES)),
        Archive: {
          region: 'us-west-2',
          ...conditional,
          resources: {
            Copies: bucket({
              BucketName: 'orders-copies',
              VersioningConfiguration: { 'Fn::If': ['Kept', { Status: 'Enabled' }, { Ref: 'AWS::NoValue' }] },
            }),
          },
        },
      },
    ],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, check)).toEqual([]);
  });
});
