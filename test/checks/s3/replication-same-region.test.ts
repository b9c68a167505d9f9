import { expect, it } from 'vitest';
import { replicationSameRegion as check } from '../../../checks/s3/replication-rules.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

interface Names {
  readonly destination?: string;
  readonly destinationId?: string;
  readonly rule?: string;
  readonly source?: string;
}

const resources = ({ destination, destinationId = 'Other', rule = 'rule', source = 'orders' }: Names) => ({
  [destinationId]: { Type: 'AWS::S3::Bucket', Properties: destination === undefined ? {} : { BucketName: destination } },
  Orders: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketName: source,
      ReplicationConfiguration: {
        Role: 'arn:aws:iam::482731905566:role/replication',
        Rules: [{ Id: rule, Status: 'Enabled', Prefix: '', Destination: { Bucket: { 'Fn::GetAtt': [destinationId, 'Arn'] } } }],
      },
    },
  },
});
const app = (names: Names): Example => ({ Orders: { region: 'us-east-1', resources: resources(names) } });

it('says which name promises a copy elsewhere', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'warning',
      checkId: 's3/replication-same-region',
      stack: 'Orders',
      logicalId: 'Orders',
      propertyPath: 'ReplicationConfiguration.Rules.0.Destination.Bucket',
      message:
        'Orders replicates to orders-copies, which is in the same region, us-east-1, although "disaster-recovery" says that it is a copy: when the region fails, the copy is not available either.',
      related: [{ stack: 'Archive', logicalId: 'Copies', message: 'The destination.' }],
    },
  ]);
});

it.each<[string, Names, string]>([
  ['the id of a construct', { destinationId: 'BackupBucket' }, '"BackupBucket" says that it is a copy'],
  ['the id of a rule', { rule: 'CrossRegionReplication' }, '"CrossRegionReplication" says that it is a copy'],
  ['another region', { destination: 'orders-eu-west-1' }, '"orders-eu-west-1" names another region'],
  ['another region in short', { destination: 'orders-usw2' }, '"orders-usw2" names another region'],
])('reads %s', (_, names, reason) => {
  expect(findingsIn(app(names), check)).toMatchObject([{ message: expect.stringContaining(reason) }]);
});

it.each<[string, Names]>([
  ['names that promise nothing', { destination: 'orders-test' }],
  ['its own region', { destination: 'orders-us-east-1' }],
  ['a word that only contains one', { destination: 'orders-hydra' }],
  ['its own region in short', { destination: 'orders-use1' }],
  ['logs that are collected', { destination: 'central-logs', rule: 'copy' }],
])('ignores %s', (_, names) => {
  expect(findingsIn(app(names), check)).toEqual([]);
});

it('reports a region that is not known inside one stack only', () => {
  const agnostic = { Orders: { resources: resources({ destination: 'orders-replica' }) } };
  expect(findingsIn(agnostic, check)).toMatchObject([{ message: expect.stringContaining('in the same region, although') }]);
});
