import { describe, expect, it } from 'vitest';
import { replicationDestinationClosed as closed } from '../../../checks/s3/replication-destinations.js';
import {
  replicationDestinationAccount as account,
  replicationDestinationObjectLock as objectLock,
} from '../../../checks/s3/replication-rules.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { app, bucket, COPIES, replicatingTo, source, VERSIONED } from './buckets.js';

const DESTINATION = 'ReplicationConfiguration.Rules.0.Destination';
const OTHER = '590184027316';
const copies = bucket({ BucketName: 'orders-copies', ...VERSIONED });
const acrossAccounts = (orders: JsonObject, resources: JsonObject = {}): Example => ({
  ...app(orders),
  Archive: { region: 'us-west-2', account: OTHER, resources: { Copies: copies, ...resources } },
});

describe('s3/replication-destination-account', () => {
  it('says whose the bucket is', () => {
    expect(findingsIn(acrossAccounts(source(COPIES, {}, { Account: '482731905566' })), account)).toEqual([
      {
        severity: 'error',
        checkId: 's3/replication-destination-account',
        stack: 'Orders',
        logicalId: 'Orders',
        propertyPath: `${DESTINATION}.Account`,
        message:
          'The rule says that the destination bucket "orders-copies" belongs to account 482731905566, but it is created in 590184027316. S3 rejects it: "The AWS account specified in the <Account> element must match the destination bucket owner."',
        related: [{ stack: 'Archive', logicalId: 'Copies', message: 'The bucket is in Archive, which is deployed to 590184027316.' }],
      },
    ]);
  });
  it.each<[string, JsonObject]>([
    ['is right', { Account: OTHER }],
    ['is not given', {}],
    ['is no account', { Account: '12345678' }],
    ['is not known', { Account: { Ref: 'Account' } }],
  ])('reports nothing where the account %s', (_, destination) => {
    expect(findingsIn(acrossAccounts(source(COPIES, {}, destination)), account)).toEqual([]);
  });
});

describe('s3/replication-destination-closed', () => {
  const ROLE = 'arn:aws:iam::482731905566:role/replication';
  const policy = (of: Json, statement: JsonObject = {}) => ({
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: of,
      PolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 's3:Replicate*', Resource: `${COPIES}/*`, ...statement }],
      },
    },
  });
  const withPolicy = (statement: JsonObject, rule: JsonObject = {}, destination: JsonObject = {}) =>
    acrossAccounts(source(COPIES, rule, destination), { Policy: policy({ Ref: 'Copies' }, statement) });
  it.each<[string, Example, string]>([
    ['another role', withPolicy({ Principal: { AWS: `${ROLE}-other` } }), 's3:ReplicateObject'],
    ['the bucket, not its objects', withPolicy({ Resource: COPIES }), 's3:ReplicateObject'],
    ['another account', withPolicy({ Principal: { AWS: '111122223333' } }), 's3:ReplicateObject'],
    [
      'the copy, not its markers and owner',
      withPolicy(
        { Action: 's3:ReplicateObject' },
        { Filter: { Prefix: '' }, DeleteMarkerReplication: { Status: 'Enabled' } },
        { Account: OTHER, AccessControlTranslation: { Owner: 'Destination' } },
      ),
      's3:ReplicateDelete, s3:ObjectOwnerOverrideToBucketOwner',
    ],
    ['nothing, by a denial', withPolicy({ Effect: 'Deny' }), 's3:ReplicateObject'],
  ])('warns where the policy allows %s', (_, example, actions) => {
    expect(findingsIn(example, closed)).toMatchObject([
      {
        severity: 'warning',
        message: `The destination bucket "orders-copies" belongs to account 590184027316, and its bucket policy does not allow the replication role ${actions}. S3 accepts the rule, but replication fails.`,
      },
    ]);
  });
  it.each<[string, JsonObject]>([
    ['the whole account', { Principal: { AWS: 'arn:aws:iam::482731905566:root' } }],
    ['everybody, under a condition', { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abc' } } }],
    ['the role by a condition', { Principal: '*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::482731905566:role/*' } } }],
  ])('is silent where the policy allows %s', (_, statement) => {
    expect(findingsIn(withPolicy(statement), closed)).toEqual([]);
  });
  it('says that no policy admits the other account', () => {
    expect(findingsIn(acrossAccounts(source(COPIES)), closed)).toEqual([
      {
        severity: 'warning',
        checkId: 's3/replication-destination-closed',
        stack: 'Orders',
        logicalId: 'Orders',
        propertyPath: `${DESTINATION}.Bucket`,
        message:
          'The destination bucket "orders-copies" belongs to account 590184027316, and no bucket policy there lets account 482731905566 write to it. S3 accepts the rule, but replication fails.',
        related: [{ stack: 'Archive', logicalId: 'Copies', message: 'This bucket has no bucket policy.' }],
      },
    ]);
  });
  it.each<[string, Example]>([
    ['there is a policy', acrossAccounts(source(COPIES), { Policy: policy({ Ref: 'Copies' }) })],
    ['there is a policy by name', acrossAccounts(source(COPIES), { Policy: policy('orders-copies') })],
    ['there may be one', acrossAccounts(source(COPIES), { Policy: policy({ 'Fn::ImportValue': 'some-bucket' }) })],
    [
      'a custom resource is given the name',
      acrossAccounts(source(COPIES), { Call: { Type: 'Custom::AWS', Properties: { Create: '{"Bucket":"orders-copies"}' } } }),
    ],
    ['the account is the same', app(source(COPIES))],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, closed)).toEqual([]);
  });
});

describe('s3/replication-destination-object-lock', () => {
  const locked = (enabled: Json) => bucket({ ObjectLockEnabled: enabled, ...VERSIONED, ...replicatingTo([COPIES]) });
  it('says that the destination has no lock', () => {
    expect(findingsIn(app(locked('true')), objectLock)).toEqual([
      {
        severity: 'error',
        checkId: 's3/replication-destination-object-lock',
        stack: 'Orders',
        logicalId: 'Orders',
        propertyPath: `${DESTINATION}.Bucket`,
        message: 'The bucket has Object Lock, but the destination "orders-copies" in Archive does not. S3 does not replicate to it.',
        related: [{ stack: 'Archive', logicalId: 'Copies', message: 'This bucket is declared without Object Lock.' }],
      },
    ]);
  });
  it.each<[string, Example]>([
    ['both have it', app(locked(true), { ...VERSIONED, ObjectLockEnabled: true })],
    ['it is not known', app(locked(true), { ...VERSIONED, ObjectLockEnabled: { Ref: 'Lock' } })],
    ['the source has none', app(locked(false))],
  ])('reports nothing where %s', (_, example) => {
    expect(findingsIn(example, objectLock)).toEqual([]);
  });
});
