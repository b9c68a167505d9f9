import { counted } from '../../counted.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';

/** An enabled rule that deletes objects some days after they were written. */
interface Expiry {
  /** Of the keys; empty for all. */
  readonly prefix: string;
  readonly days: number;
  /** Whether it is for all objects under the prefix. */
  readonly isForAll: boolean;
}

/**
 * What a lifecycle rule deletes that stayed before. "When you add a Lifecycle configuration to a bucket, the configuration rules apply to both
 * existing objects and objects that you add later": https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html. In a
 * versioned bucket the objects stay as noncurrent versions:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html
 */
export function lossByObjectExpiry(before: Resource, after: Resource): string | undefined {
  if (after.type !== 'AWS::S3::Bucket' || !isUnversioned(before) || !isUnversioned(after)) return undefined;
  const [old, current] = [expiriesOf(before), expiriesOf(after)];
  const sooner = current?.find(({ prefix, days }) => old !== undefined && days < daysBefore(old, prefix));
  if (old === undefined || sooner === undefined) return undefined;
  const previous = daysBefore(old, sooner.prefix);
  const time = previous === Number.POSITIVE_INFINITY ? 'which stayed before' : `before after ${previous} days`;
  const which = sooner.prefix === '' ? 'objects' : `objects under ${sooner.prefix}`;
  return `\`LifecycleConfiguration\` deletes ${which} after ${counted(sooner.days, 'day')}, ${time}: those that are older are deleted.`;
}

function isUnversioned(bucket: Resource): boolean {
  return bucket.property('VersioningConfiguration').isAbsent;
}

/** How long objects under a prefix stayed, by the rules that are for all of them. */
function daysBefore(rules: readonly Expiry[], prefix: string): number {
  return Math.min(
    ...rules.filter((rule) => rule.isForAll && prefix.startsWith(rule.prefix)).map(({ days }) => days),
    Number.POSITIVE_INFINITY,
  );
}

/** Undefined when it is not known what they are. */
function expiriesOf(bucket: Resource): readonly Expiry[] | undefined {
  const rules = bucket.property('LifecycleConfiguration', 'Rules');
  if (rules.isAbsent) return bucket.property('LifecycleConfiguration').isUnknown ? undefined : [];
  const found = rules.items?.flatMap((rule) => {
    const [status, expiry] = [rule.get('Status'), rule.get('ExpirationInDays')];
    if (expiry.isAbsent || status.text?.toLowerCase() === 'disabled') return [];
    const prefix = prefixOf(rule);
    return [
      prefix === undefined || expiry.number === undefined || status.text === undefined
        ? undefined
        : { prefix, days: expiry.number, isForAll: isForAll(rule) },
    ];
  });
  return found === undefined || found.includes(undefined) ? undefined : (found as readonly Expiry[]);
}

function prefixOf(rule: Property): string | undefined {
  const prefix = rule.get('Prefix');
  return prefix.isAbsent ? '' : prefix.text;
}

function isForAll(rule: Property): boolean {
  return ['TagFilters', 'ObjectSizeGreaterThan', 'ObjectSizeLessThan'].every((limit) => rule.get(limit).isAbsent);
}
