import { isRegion } from '../../../src/facts/regions.js';
import type { Property } from '../../../src/graph/model/property.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';

/** One enabled rule of a bucket's `ReplicationConfiguration`. */
export interface Replication {
  readonly source: Resource;
  readonly rule: Property;
  /** `Destination.Bucket`. */
  readonly destination: Property;
  /** The destination's name, when it is written out. */
  readonly name: string | undefined;
  /** Undefined when nothing here declares the destination, or it is not known. */
  readonly target: Resource | undefined;
}

/** The enabled rules of a bucket. S3 also reads disabled ones, but what it asks of them is not documented. */
export function replicationsOf(source: Resource): readonly Replication[] {
  const rules = source.property('ReplicationConfiguration', 'Rules').items ?? [];
  return rules
    .filter((rule) => rule.get('Status').text === 'Enabled')
    .map((rule) => {
      const destination = rule.get('Destination', 'Bucket');
      const { arn } = destination;
      const isName = arn?.service === 's3' && arn.region === '' && arn.account === '' && arn.resource.kind === 'literal';
      return {
        source,
        rule,
        destination,
        name: isName && arn.resource.kind === 'literal' ? String(arn.resource.value).split('/', 1)[0] : undefined,
        target: destination.target('AWS::S3::Bucket'),
      };
    });
}

/** The enabled rules of a bucket, one for each destination. */
export function destinationsOf(source: Resource): readonly Replication[] {
  const byDestination = new Map<unknown, Replication>();
  for (const replication of replicationsOf(source)) {
    const key = replication.target ?? replication.name ?? replication;
    if (!byDestination.has(key)) byDestination.set(key, replication);
  }
  return [...byDestination.values()];
}

/** What other buckets, in any stack, replicate to this one: a rule of each. */
export function replicationsTo({ graph, base }: Resource): readonly Replication[] {
  return graph.memo(replicationsByTarget).get(base) ?? [];
}

/** By the bucket that they replicate to. */
export function replicationsByTarget(graph: ResourceGraph): ReadonlyMap<Resource, readonly Replication[]> {
  const index = new Map<Resource, Replication[]>();
  for (const source of graph.certainResourcesOfType('AWS::S3::Bucket')) {
    for (const replication of destinationsOf(source)) {
      if (replication.target === undefined || replication.target === source) continue;
      const group = index.get(replication.target);
      if (group === undefined) index.set(replication.target, [replication]);
      else group.push(replication);
    }
  }
  return index;
}

/** The buckets on the shortest way that objects take from this one through others back to it; undefined when there is none. */
export function replicationCycleOf({ base }: Resource): readonly Resource[] | undefined {
  // Followed backwards, from each bucket to those that replicate to it.
  const next = new Map<Resource, Resource>();
  const open: Resource[] = [base];
  for (const bucket of open) {
    for (const { source } of replicationsTo(bucket)) {
      if (source === base) return [base, ...chain(bucket, base, next)];
      if (next.has(source)) continue;
      next.set(source, bucket);
      open.push(source);
    }
  }
  return undefined;
}

function chain(from: Resource, to: Resource, next: ReadonlyMap<Resource, Resource>): readonly Resource[] {
  const members: Resource[] = [];
  for (let bucket: Resource | undefined = from; bucket !== undefined && bucket !== to; bucket = next.get(bucket)) members.push(bucket);
  return members;
}

/** Whether versions are kept; undefined when it is not known. Object Lock switches versioning on by itself. */
export function isVersioned(bucket: Resource): boolean | undefined {
  const status = bucket.property('VersioningConfiguration', 'Status');
  if (!status.isAbsent) return status.text === undefined ? undefined : status.text === 'Enabled';
  return hasObjectLock(bucket);
}

export function hasObjectLock(bucket: Resource): boolean | undefined {
  const lock = bucket.property('ObjectLockEnabled');
  return lock.isAbsent ? false : lock.boolean;
}

/** The region where the objects go: the stack's, or the one in a name of the account's regional namespace (`x-111122223333-us-west-2-an`). */
export function destinationRegionOf({ target, name }: Replication): string | undefined {
  if (target !== undefined) return target.region;
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
  const region = /-\d{12}-([a-z0-9-]{1,30})-an$/.exec(name ?? '')?.[1];
  return region !== undefined && isRegion(region) ? region : undefined;
}

/** A bucket as a person would call it. */
export function bucketName(bucket: Resource): string {
  return bucket.physicalName ?? bucket.displayName;
}
