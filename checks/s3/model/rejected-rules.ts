import type { Property } from '../../../src/graph/model/property.js';
import { isGiven as isWritten } from '../../../src/queries/global-tables.js';

/** A form of a replication rule that S3 rejects. */
export interface RejectedRule {
  /** The place that is wrong; undefined when the rule does not have this form, or that is not known. */
  readonly find: (rule: Property, among: { readonly isOnlyRule: boolean }) => Property | undefined;
  readonly problem: string;
  readonly fix: string;
  readonly source: string;
}

const RULES = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationRule.html';
const DESTINATION = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_Destination.html';
const ELEMENTS = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html';

const isGiven = (place: Property) => !place.isAbsent && place.value.kind !== 'unknown';
const isEnabled = (place: Property) => place.get('Status').text === 'Enabled';
/** A rule of the newer version has `Filter`, the older one `Prefix`. */
const isNewer = (rule: Property) => isGiven(rule.get('Filter')) && rule.get('Prefix').isAbsent;
const isOlder = (rule: Property) => rule.get('Filter').isAbsent && isGiven(rule.get('Prefix'));

export const REJECTED_RULES: readonly RejectedRule[] = [
  {
    // Which key it is does not matter: `isWritten` holds for one that is not known.
    find: (rule) =>
      rule.get('Destination', 'EncryptionConfiguration').hasEntries &&
      isWritten(rule.get('Destination', 'EncryptionConfiguration', 'ReplicaKmsKeyID')) === true &&
      rule.get('SourceSelectionCriteria', 'SseKmsEncryptedObjects', 'Status').isAbsent
        ? rule
        : undefined,
    problem:
      'The rule names a key for the replicas but does not select encrypted objects. S3 rejects it: "SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present."',
    fix: 'Write both in the rule: `replicationRules: [{ destination, sseKmsEncryptedObjects: true, kmsKey: destinationKey }]`; on `CfnBucket` add `sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } }`.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html',
  },
  {
    find: (rule) =>
      isEnabled(rule.get('SourceSelectionCriteria', 'SseKmsEncryptedObjects')) &&
      rule.get('Destination', 'EncryptionConfiguration').isAbsent
        ? rule.get('SourceSelectionCriteria', 'SseKmsEncryptedObjects')
        : undefined,
    problem:
      'The rule selects objects that are encrypted with KMS but names no key for the replicas. S3 requires Destination.EncryptionConfiguration with SseKmsEncryptedObjects',
    fix: 'Name a key of the destination’s region: `replicationRules: [{ destination, sseKmsEncryptedObjects: true, kmsKey: destinationKey }]`.',
    source: DESTINATION,
  },
  {
    find: (rule) => {
      const translation = rule.get('Destination', 'AccessControlTranslation');
      return isGiven(translation) && rule.get('Destination', 'Account').isAbsent ? translation : undefined;
    },
    problem:
      'The rule changes the owner of the replicas (AccessControlTranslation) but does not name the account of the destination. S3 requires Destination.Account with it',
    fix: 'On `CfnBucket` write `account` beside `accessControlTranslation`; `replicationRules: [{ destination, accessControlTransition: true }]` writes both.',
    source: DESTINATION,
  },
  {
    find: (rule) => (isNewer(rule) && rule.get('DeleteMarkerReplication').isAbsent ? rule : undefined),
    problem:
      'A rule with Filter needs DeleteMarkerReplication. S3 rejects it: "DeleteMarkerReplication must be specified for this version of Cross Region Replication configuration schema"',
    fix: 'Write `deleteMarkerReplication: { status: "Disabled" }` (or `"Enabled"`) beside the filter, or use `replicationRules` of `Bucket`, which does.',
    source: RULES,
  },
  {
    // One rule alone needs none: `replicationRules` of `Bucket` writes it without, and asks for priorities from two rules on.
    find: (rule, { isOnlyRule }) => (isNewer(rule) && !isOnlyRule && rule.get('Priority').isAbsent ? rule : undefined),
    problem: 'One of several rules with Filter has no Priority. S3 rejects it without one',
    fix: 'Give every rule a `priority` of its own.',
    source: ELEMENTS,
  },
  {
    find: (rule) => (isOlder(rule) && isGiven(rule.get('DeleteMarkerReplication')) ? rule.get('DeleteMarkerReplication') : undefined),
    problem:
      'A rule with Prefix instead of Filter cannot have DeleteMarkerReplication. S3 rejects it: "DeleteMarkerReplication cannot be used for this version of Cross Region Replication configuration schema"',
    fix: 'Write the prefix in a filter: `filter: { prefix: "…" }` with a `priority`, or remove `deleteMarkerReplication`.',
    source: 'https://github.com/rust-lang/simpleinfra/pull/468',
  },
  {
    find: (rule) => (isEnabled(rule.get('DeleteMarkerReplication')) && hasTags(rule) ? rule.get('DeleteMarkerReplication') : undefined),
    problem: 'A rule that filters by tags cannot replicate delete markers. S3 rejects DeleteMarkerReplication Enabled with a tag filter',
    fix: 'Write `deleteMarkerReplication: { status: "Disabled" }` in this rule (`deleteMarkerReplication: false` in `replicationRules`), or filter by prefix only.',
    source: RULES,
  },
  {
    find: (rule) => {
      const time = rule.get('Destination', 'ReplicationTime');
      return isEnabled(time) && rule.get('Destination', 'Metrics').isAbsent ? time : undefined;
    },
    problem: 'A rule with ReplicationTime needs Metrics as well. S3 rejects replication time control without replication metrics',
    fix: 'Write `metrics: { status: "Enabled", eventThreshold: { minutes: 15 } }` in the destination; `replicationTimeControl` of `replicationRules` writes both.',
    source: DESTINATION,
  },
  {
    find: (rule) => {
      const [threshold, time] = [rule.get('Destination', 'Metrics', 'EventThreshold'), rule.get('Destination', 'ReplicationTime')];
      const isOff = time.isAbsent || time.get('Status').text === 'Disabled';
      return isGiven(threshold) && isOff ? threshold : undefined;
    },
    problem:
      'A threshold of the metrics needs ReplicationTime as well. S3 rejects it: "Metrics cannot contain an event threshold when ReplicationTime is not specified or Disabled"',
    fix: 'Remove `eventThreshold`, or let `replicationTimeControl: s3.ReplicationTimeValue.FIFTEEN_MINUTES` of `replicationRules` write both.',
    source: 'https://github.com/KensioSoftware/yulin/issues/1186',
  },
  {
    find: (rule) =>
      [rule.get('Destination', 'ReplicationTime', 'Time', 'Minutes'), rule.get('Destination', 'Metrics', 'EventThreshold', 'Minutes')].find(
        ({ number }) => number !== undefined && number !== 15,
      ),
    problem: 'Replication time control and the threshold of its metrics are 15 minutes: "Valid value: 15". S3 rejects any other',
    fix: 'Write `minutes: 15` in both; `replicationTimeControl: s3.ReplicationTimeValue.FIFTEEN_MINUTES` of `replicationRules` does.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationTimeValue.html',
  },
];

function hasTags(rule: Property): boolean {
  return isGiven(rule.get('Filter', 'TagFilter')) || (rule.get('Filter', 'And', 'TagFilters').items?.length ?? 0) > 0;
}
