import { expect, it } from 'vitest';
import check from '../../../checks/s3/replication-rule-rejected.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { app, COPIES, source } from './buckets.js';

const NONE = { Ref: 'AWS::NoValue' };
const NEWER = { Prefix: NONE, Filter: { Prefix: 'a/' }, Priority: 1, DeleteMarkerReplication: { Status: 'Disabled' } };
const SELECTED = { SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } } };
const OWNER = { AccessControlTranslation: { Owner: 'Destination' } };
const TIME = { ReplicationTime: { Status: 'Enabled', Time: { Minutes: 15 } } };
const RULE = 'ReplicationConfiguration.Rules.0';
const at = (rule: JsonObject, destination?: JsonObject) => findingsIn(app(source(COPIES, rule, destination)), check);

it.each<[string, JsonObject, JsonObject, string, string]>([
  ['criteria without a key', SELECTED, {}, `${RULE}.SourceSelectionCriteria.SseKmsEncryptedObjects`, 'names no key for the replicas'],
  ['a key without criteria', {}, { EncryptionConfiguration: { ReplicaKmsKeyID: 'k' } }, RULE, 'does not select encrypted objects'],
  ['an owner without an account', {}, OWNER, `${RULE}.Destination.AccessControlTranslation`, 'does not name the account'],
  ['a filter alone', { ...NEWER, DeleteMarkerReplication: NONE }, {}, RULE, 'DeleteMarkerReplication must be specified'],
  [
    'delete markers with a prefix',
    { DeleteMarkerReplication: { Status: 'Enabled' } },
    {},
    `${RULE}.DeleteMarkerReplication`,
    'DeleteMarkerReplication cannot be used for this version',
  ],
  [
    'delete markers with tags',
    { ...NEWER, Filter: { TagFilter: { Key: 'k', Value: 'v' } }, DeleteMarkerReplication: { Status: 'Enabled' } },
    {},
    `${RULE}.DeleteMarkerReplication`,
    'filters by tags',
  ],
  [
    'another time than 15 minutes',
    NEWER,
    { ReplicationTime: { Status: 'Enabled', Time: { Minutes: 5 } }, Metrics: { Status: 'Enabled', EventThreshold: { Minutes: 15 } } },
    `${RULE}.Destination.ReplicationTime.Time.Minutes`,
    'are 15 minutes',
  ],
  ['time control without metrics', NEWER, TIME, `${RULE}.Destination.ReplicationTime`, 'without replication metrics'],
])('reports %s', (_, rule, destination, propertyPath, message) => {
  expect(at(rule, destination)).toMatchObject([{ severity: 'error', propertyPath, message: expect.stringContaining(message) }]);
});

it('reports rules of the older version with two destinations', () => {
  expect(findingsIn(app(source([COPIES, 'arn:aws:s3:::other'])), check)).toMatchObject([
    {
      propertyPath: 'ReplicationConfiguration.Rules.1.Destination.Bucket',
      message: expect.stringContaining('Number of distinct destination bucket ARNs cannot exceed 1'),
      related: [{ propertyPath: 'ReplicationConfiguration.Rules.0.Destination.Bucket' }],
    },
  ]);
});

it('reports filters without a priority when there are several rules', () => {
  expect(findingsIn(app(source([COPIES, 'arn:aws:s3:::other'], { ...NEWER, Priority: NONE })), check)).toMatchObject([
    { severity: 'error', propertyPath: RULE, message: expect.stringContaining('has no Priority') },
    { propertyPath: 'ReplicationConfiguration.Rules.1' },
  ]);
});

it('reports a priority that two rules for one destination have', () => {
  expect(findingsIn(app(source([COPIES, COPIES], NEWER)), check)).toMatchObject([
    { propertyPath: 'ReplicationConfiguration.Rules.1.Priority', message: expect.stringContaining('Found duplicate priority 1') },
  ]);
});

it.each<[string, JsonObject, JsonObject?]>([
  ['an older rule', {}],
  ['a complete newer rule', NEWER],
  ['the only rule without a priority, as the CDK writes it', { ...NEWER, Priority: NONE }],
  ['an owner with the account', NEWER, { ...OWNER, Account: '590184027316' }],
  ['criteria with a key', { ...NEWER, ...SELECTED }, { EncryptionConfiguration: { ReplicaKmsKeyID: 'k' } }],
  ['criteria that are off', { ...NEWER, SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Disabled' } } }],
  ['a key that may not be there', {}, { EncryptionConfiguration: { Ref: 'Encryption' } }],
  ['what is not known', { Prefix: NONE, Filter: { Ref: 'F' } }],
  ['a rule that is off', { ...NEWER, Priority: NONE, Status: 'Disabled' }],
])('ignores %s', (_, rule, destination) => {
  expect(at(rule, destination)).toEqual([]);
});

it('ignores one priority for two destinations, and newer rules with several', () => {
  expect(findingsIn(app(source([COPIES, 'arn:aws:s3:::other'], NEWER)), check)).toEqual([]);
});
