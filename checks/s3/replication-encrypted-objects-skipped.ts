import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { isGiven } from '../../src/queries/global-tables.js';
import { replicationsOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

const encrypted = (rule: JsonObject, destination: JsonObject) =>
  replicationExample({
    orders: {
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] },
    },
    rule,
    destination,
  });

export default defineCheck({
  id: 's3/replication-encrypted-objects-skipped',
  title: 'Encrypted objects are not replicated',
  severity: 'warning',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 replicates objects that are encrypted with KMS only under a rule that selects them. Without it they are not replicated, and nothing reports it.',
    fix: 'Write both in the rule: `replicationRules: [{ destination, sseKmsEncryptedObjects: true, kmsKey: destinationKey }]`, with a key of the destination’s region.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html'],
    templateFix:
      "Write both in the rule: `SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: Enabled } }`, and `EncryptionConfiguration: { ReplicaKmsKeyID: KEY_ARN }` in `Destination`, with a key of the destination's region.",
    bad: encrypted({}, {}),
    good: encrypted(
      { SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } } },
      { EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:us-west-2:482731905566:key/93d2' } },
    ),
  },
  needs: ['ReplicationConfiguration'],
  *resource(bucket) {
    const algorithm = kmsEncryptionOf(bucket);
    const replications = replicationsOf(bucket);
    for (const { rule, target, name } of replications) {
      const destination = target ?? name;
      const others = replications.filter((other) => {
        const its = other.target ?? other.name;
        return other.rule !== rule && (its === destination || its === undefined || destination === undefined);
      });
      const selection = rule.get('SourceSelectionCriteria', 'SseKmsEncryptedObjects', 'Status');
      const key = rule.get('Destination', 'EncryptionConfiguration', 'ReplicaKmsKeyID');
      // S3 rejects a rule that names a key and does not select them, which is another problem.
      if (selection.isAbsent && isGiven(key) === true) continue;
      if (algorithm === undefined || !leavesOut(selection) || others.some((other) => takesOver(other.rule, rule))) continue;
      yield {
        at: selection.isAbsent ? rule : selection,
        message: `The bucket encrypts its objects with KMS (${algorithm}), but the rule does not select such objects: they are silently not replicated.`,
      };
    }
  },
});

function leavesOut(selection: Property): boolean {
  return selection.isAbsent || selection.text === 'Disabled';
}

/**
 * Whether another rule for the same destination may apply to the objects of this one instead: "objects will be replicated according to the
 * rule with the highest priority". Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationRule.html
 */
function takesOver(other: Property, rule: Property): boolean {
  if (leavesOut(other.get('SourceSelectionCriteria', 'SseKmsEncryptedObjects', 'Status'))) return false;
  const [higher, lower] = [other.get('Priority').number, rule.get('Priority').number];
  if (higher !== undefined && lower !== undefined && higher < lower) return false;
  const [wide, narrow] = [prefixOf(other), prefixOf(rule)];
  return wide === undefined || narrow === undefined || narrow.startsWith(wide);
}

/** Undefined when it is not known, or when the rule chooses by tags. */
function prefixOf(rule: Property): string | undefined {
  const filter = rule.get('Filter');
  if (!filter.get('TagFilter').isAbsent || !filter.get('And').isAbsent) return undefined;
  const prefix = filter.isAbsent ? rule.get('Prefix') : filter.get('Prefix');
  return prefix.isAbsent && !filter.isUnknown ? '' : prefix.text;
}

/** The algorithm of the bucket's default encryption, when it is one with KMS. */
function kmsEncryptionOf(bucket: Resource): string | undefined {
  const rules = bucket.property('BucketEncryption', 'ServerSideEncryptionConfiguration').items ?? [];
  return rules
    .map((rule) => rule.get('ServerSideEncryptionByDefault', 'SSEAlgorithm').text)
    .find((algorithm) => algorithm?.startsWith('aws:kms'));
}
