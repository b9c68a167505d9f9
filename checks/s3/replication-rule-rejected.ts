import { defineCheck } from '../../src/check/check.js';
import type { Problem } from '../../src/check/problem.js';
import type { Property } from '../../src/graph/model/property.js';
import { type Replication, replicationsOf } from './model/bucket-replication.js';
import { REJECTED_RULES } from './model/rejected-rules.js';
import { replicationExample } from './model/replication-example.js';

const filtered = (deleteMarkers: object) =>
  replicationExample({ rule: { Priority: 1, Prefix: { Ref: 'AWS::NoValue' }, Filter: { Prefix: 'invoices/' }, ...deleteMarkers } });

export default defineCheck({
  id: 's3/replication-rule-rejected',
  title: 'Invalid combination of replication rule settings',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'Some elements of a replication rule need one another, and some exclude one another. CloudFormation’s schema allows every combination; S3 rejects the configuration, and the deployment fails.',
    fix: 'Use `replicationRules` of `Bucket`, which writes complete rules. On `CfnBucket`, add what the message names.',
    sources: [
      ...new Set(REJECTED_RULES.map(({ source }) => source)),
      'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ReplicationErrorCodeList',
      'https://cloudkatha.com/resolved-number-of-distinct-destination-bucket-arns-cannot-exceed-1/',
    ],
    templateFix: 'Add what the message names to the rule.',
    bad: filtered({}),
    good: filtered({ DeleteMarkerReplication: { Status: 'Disabled' } }),
  },
  needs: ['ReplicationConfiguration'],
  *resource(bucket) {
    const replications = replicationsOf(bucket);
    const among = { isOnlyRule: replications.length === 1 };
    for (const { rule } of replications) {
      for (const { find, problem, fix } of REJECTED_RULES) {
        const at = find(rule, among);
        if (at !== undefined) yield { at, message: `${problem}.`, fix };
      }
    }
    yield* several(replications);
  },
});

/** What the rules of one bucket must not have in common, and what the older version may have once only. */
function* several(replications: readonly Replication[]): Generator<Problem> {
  const [first] = replications;
  if (first === undefined) return;
  const other = replications.find((replication) => goesElsewhere(replication, first));
  if (other !== undefined && replications.every(({ rule }) => rule.get('Filter').isAbsent)) {
    yield {
      at: other.destination,
      message:
        'Rules without Filter can have one destination only, and these have several. S3 rejects them: "Number of distinct destination bucket ARNs cannot exceed 1".',
      fix: 'Write each prefix in a filter (`filter: { prefix: "…" }`, with `priority` and `deleteMarkerReplication`), or use `replicationRules` of `Bucket`.',
      related: [{ at: first.destination, message: 'This is the other destination.' }],
    };
  }
  const byPriority = new Map<string, Property>();
  for (const { rule, target, name } of replications) {
    const [priority, bucket] = [rule.get('Priority'), target?.id ?? name];
    if (priority.text === undefined || bucket === undefined) continue;
    const key = `${priority.text} ${bucket}`;
    const same = byPriority.get(key);
    if (same === undefined) byPriority.set(key, priority);
    else {
      yield {
        at: priority,
        message: `Two rules for one destination have priority ${priority.text}. S3 rejects the configuration: "Found duplicate priority ${priority.text}".`,
        fix: 'Give every rule a `priority` of its own.',
        related: [{ at: same, message: 'This rule has the same priority.' }],
      };
    }
  }
}

function goesElsewhere(one: Replication, other: Replication): boolean {
  if (one.target !== undefined && other.target !== undefined) return one.target !== other.target;
  return one.name !== undefined && other.name !== undefined && one.name !== other.name;
}
