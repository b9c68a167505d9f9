import bucketNameNamespace from '../../checks/s3/bucket-name-namespace.js';
import deploymentsOverlap from '../../checks/s3/deployments-overlap.js';
import notificationsOverlap from '../../checks/s3/notifications-overlap.js';
import cycle from '../../checks/s3/replication-cycle.js';
import {
  replicationDestinationClosed as destinationClosed,
  replicationDestinationOrder as destinationOrder,
} from '../../checks/s3/replication-destinations.js';
import skipped from '../../checks/s3/replication-encrypted-objects-skipped.js';
import rolePermissions from '../../checks/s3/replication-role-permissions.js';
import roleTrust from '../../checks/s3/replication-role-trust.js';
import ruleRejected from '../../checks/s3/replication-rule-rejected.js';
import {
  replicationDestinationAccount as destinationAccount,
  replicationKeyRegion as keyRegion,
  replicationDestinationObjectLock as objectLock,
  replicationSameRegion as sameRegion,
} from '../../checks/s3/replication-rules.js';
import type { Example } from '../../src/check/example.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

const CONFIGURATION = 'ReplicationConfiguration';
const RULE = [CONFIGURATION, 'Rules', 0] as const;
const BUCKET = [...RULE, 'Destination', 'Bucket'] as const;

/** A fault that shows at the source bucket, `Orders` in the stack `Orders`. */
function atSource(
  check: string,
  name: string,
  from: Example,
  apply: Mutation['apply'],
  property: readonly (string | number)[] = BUCKET,
): Mutation {
  return { check: `s3/${check}`, name, from, apply, expect: { stack: 'Orders', resource: 'Orders', property: property.join('.') } };
}

/** A fault in the versioning of the destination, `Copies` in the stack `Archive`. */
function unversioned(name: string, apply: Mutation['apply']): Mutation {
  const expect = { stack: 'Archive', resource: 'Copies', property: 'VersioningConfiguration.Status' };
  return { check: 's3/replication-destination-unversioned', name, from: plain, apply, expect };
}

/** `Archive` in us-west-2 with the bucket `orders-copies`, and `Orders` in us-east-1 that replicates to it. */
const plain = destinationOrder.docs.good;
const NOTHING = { Ref: 'AWS::NoValue' };

export const mutations: readonly Mutation[] = [
  atSource('replication-destination-missing', 'misspell the destination', plain, (assembly) =>
    edit(assembly, 'Orders', 'Orders', ['Properties', ...BUCKET], 'arn:aws:s3:::order-copies'),
  ),
  atSource('replication-destination-missing', 'rename the destination', plain, (assembly) =>
    edit(assembly, 'Archive', 'Copies', ['Properties', 'BucketName'], 'orders-copies-2'),
  ),
  atSource('replication-destination-missing', 'take the destination away', plain, (assembly) => edit(assembly, 'Archive', 'Copies', [])),
  unversioned('drop the versioning of the destination', (assembly) =>
    edit(assembly, 'Archive', 'Copies', ['Properties', 'VersioningConfiguration']),
  ),
  unversioned('suspend the versioning of the destination', (assembly) =>
    edit(assembly, 'Archive', 'Copies', ['Properties', 'VersioningConfiguration', 'Status'], 'Suspended'),
  ),
  unversioned('replace the versioning of the destination by AWS::NoValue', (assembly) =>
    edit(assembly, 'Archive', 'Copies', ['Properties', 'VersioningConfiguration'], NOTHING),
  ),
  atSource('replication-destination-order', 'drop the dependency', plain, (assembly) => {
    if (assembly.Orders !== undefined) assembly.Orders.dependencies = [];
  }),
  atSource('replication-destination-order', 'turn the dependency around', plain, (assembly) => {
    if (assembly.Orders !== undefined) assembly.Orders.dependencies = [];
    if (assembly.Archive !== undefined) assembly.Archive.dependencies = ['Orders'];
  }),
  atSource('replication-destination-order', 'move the destination into the template of the source', plain, (assembly) => {
    edit(assembly, 'Archive', 'Copies', []);
    edit(assembly, 'Orders', 'Copies', [], plain.Archive?.resources?.Copies);
  }),
  atSource(
    'replication-rule-rejected',
    'drop the delete markers of a rule with a filter',
    ruleRejected.docs.good,
    (assembly) => edit(assembly, 'Orders', 'Orders', ['Properties', ...RULE, 'DeleteMarkerReplication']),
    [...RULE],
  ),
  atSource(
    'replication-source-unversioned',
    'drop the versioning of the source',
    plain,
    (assembly) => edit(assembly, 'Orders', 'Orders', ['Properties', 'VersioningConfiguration']),
    [CONFIGURATION],
  ),
  {
    check: 's3/replication-cycle',
    name: 'replicate back',
    from: cycle.docs.good,
    apply: (assembly) =>
      edit(assembly, 'Archive', 'Orders', ['Properties', CONFIGURATION], {
        Role: 'arn:aws:iam::482731905566:role/replication',
        Rules: [{ Status: 'Enabled', Prefix: '', Destination: { Bucket: 'arn:aws:s3:::orders-live' } }],
      }),
    expect: { stack: 'Archive', resource: 'Orders', property: BUCKET.join('.') },
  },
  atSource(
    'replication-key-region',
    'encrypt the copies with a key of the source’s region',
    keyRegion.docs.good,
    (assembly) =>
      edit(
        assembly,
        'Orders',
        'Orders',
        ['Properties', ...RULE, 'Destination', 'EncryptionConfiguration', 'ReplicaKmsKeyID'],
        'arn:aws:kms:us-east-1:482731905566:key/1f0c',
      ),
    [...RULE, 'Destination', 'EncryptionConfiguration', 'ReplicaKmsKeyID'],
  ),
  atSource(
    'replication-encrypted-objects-skipped',
    'drop the selection of encrypted objects, and the key',
    skipped.docs.good,
    (assembly) => {
      edit(assembly, 'Orders', 'Orders', ['Properties', ...RULE, 'SourceSelectionCriteria']);
      edit(assembly, 'Orders', 'Orders', ['Properties', ...RULE, 'Destination', 'EncryptionConfiguration']);
    },
    RULE,
  ),
  atSource(
    'replication-rule-rejected',
    'drop the selection of encrypted objects',
    keyRegion.docs.good,
    (assembly) => edit(assembly, 'Orders', 'Orders', ['Properties', ...RULE, 'SourceSelectionCriteria']),
    RULE,
  ),
  atSource(
    'replication-role-account',
    'name a role of another account',
    destinationAccount.docs.good,
    (assembly) => edit(assembly, 'Orders', 'Orders', ['Properties', CONFIGURATION, 'Role'], 'arn:aws:iam::590184027316:role/replication'),
    [CONFIGURATION, 'Role'],
  ),
  atSource(
    'replication-role-trust',
    'let the role trust another service',
    roleTrust.docs.good,
    (assembly) =>
      edit(
        assembly,
        'Orders',
        'Role',
        ['Properties', 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal', 'Service'],
        'lambda.amazonaws.com',
      ),
    [CONFIGURATION, 'Role'],
  ),
  atSource(
    'replication-role-permissions',
    'drop the permission to write',
    rolePermissions.docs.good,
    (assembly) =>
      edit(assembly, 'Orders', 'Role', ['Properties', 'Policies', 0, 'PolicyDocument', 'Statement', 2, 'Action'], 's3:PutObject'),
    [CONFIGURATION, 'Role'],
  ),
  atSource('replication-same-region', 'move the copy to the region of the source', sameRegion.docs.good, (assembly) => {
    if (assembly.Archive !== undefined) assembly.Archive.region = 'us-east-1';
  }),
  atSource('replication-destination-object-lock', 'drop the lock of the destination', objectLock.docs.good, (assembly) =>
    edit(assembly, 'Archive', 'Copies', ['Properties', 'ObjectLockEnabled']),
  ),
  atSource(
    'replication-destination-account',
    'name the source’s account as the owner of the destination',
    destinationAccount.docs.good,
    (assembly) => edit(assembly, 'Orders', 'Orders', ['Properties', ...RULE, 'Destination', 'Account'], '482731905566'),
    [...RULE, 'Destination', 'Account'],
  ),
  atSource('replication-destination-closed', 'drop the bucket policy', destinationClosed.docs.good, (assembly) =>
    edit(assembly, 'Archive', 'Policy', []),
  ),
  {
    check: deploymentsOverlap.id,
    name: 'deploy to the root of the bucket',
    from: deploymentsOverlap.docs.good,
    apply: (app) => edit(app, 'Site', 'App', ['Properties', 'DestinationBucketKeyPrefix']),
    expect: { stack: 'Site', resource: 'App', property: 'DestinationBucketName' },
  },
  {
    check: notificationsOverlap.id,
    name: 'drop the filter of a rule',
    from: notificationsOverlap.docs.good,
    apply: (app) => edit(app, 'Inbox', 'Bucket', ['Properties', 'NotificationConfiguration', 'QueueConfigurations', 1, 'Filter']),
    expect: { stack: 'Inbox', resource: 'Bucket', property: 'NotificationConfiguration.QueueConfigurations.1' },
  },
  {
    check: bucketNameNamespace.id,
    name: 'deploy the stack to another region',
    from: bucketNameNamespace.docs.good,
    apply: (app) => {
      if (app.Storage !== undefined) app.Storage.region = 'us-east-1';
    },
    expect: { stack: 'Storage', resource: 'Orders', property: 'BucketName' },
  },
];
