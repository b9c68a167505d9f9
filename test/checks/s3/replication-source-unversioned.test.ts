import { expect, it } from 'vitest';
import check from '../../../checks/s3/replication-source-unversioned.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { app, bucket, COPIES, replicatingTo, VERSIONED } from './buckets.js';

const orders = (versioning: JsonObject, rule: JsonObject = {}) => app(bucket({ ...versioning, ...replicatingTo([COPIES], rule) }));

it('says that a bucket with rules is not versioned', () => {
  expect(findingsIn(orders({}), check)).toEqual([
    {
      severity: 'error',
      checkId: 's3/replication-source-unversioned',
      stack: 'Orders',
      logicalId: 'Orders',
      propertyPath: 'ReplicationConfiguration',
      message:
        'The bucket "Orders" has replication rules, but its versioning is not switched on. S3 rejects them: "Versioning must be \'Enabled\' on the bucket to apply a replication configuration".',
    },
  ]);
  expect(findingsIn(orders({ VersioningConfiguration: { Status: 'Suspended' } }), check)).toMatchObject([
    { propertyPath: 'VersioningConfiguration.Status', message: expect.stringContaining('is suspended') },
  ]);
});

it.each<[string, JsonObject, JsonObject?]>([
  ['it is versioned', VERSIONED],
  ['Object Lock, which brings versioning, is on', { ObjectLockEnabled: 'true' }],
  ['it is not known', { VersioningConfiguration: { Status: { Ref: 'Status' } } }],
  ['it is not known whether a rule is on', {}, { Status: { Ref: 'Status' } }],
])('reports nothing where %s', (_, versioning, rule) => {
  expect(findingsIn(orders(versioning, rule), check)).toEqual([]);
});

it('reports a bucket of which all rules are disabled', () => {
  expect(findingsIn(orders({}, { Status: 'Disabled' }), check)).toHaveLength(1);
});
