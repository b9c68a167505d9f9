import { WAYS } from '../../facts/resilience/ways.js';
import type { Resource } from '../../graph/model/resource.js';
import { bucketOf } from '../../queries/named-places.js';
import { NO_WAYS, type Ways, wayOf } from '../way.js';

/** Rules that replicate to a bucket of another region. */
export function waysOfBucket(bucket: Resource): Ways {
  const rules = bucket.property('ReplicationConfiguration', 'Rules').items;
  if (rules === undefined) return { ways: [], open: 'its replication rules are not known' };
  const enabled = rules.filter((rule) => rule.get('Status').text !== 'Disabled');
  const found = enabled.map((rule) => ({
    rule,
    at: rule.get('Destination', 'Bucket'),
    region: bucketOf(rule.get('Destination', 'Bucket'))?.region,
  }));
  const ways = found.flatMap(({ rule, at, region }) => {
    if (region === undefined || region === bucket.region) return [];
    const isTimed = rule.get('Destination', 'ReplicationTime', 'Status').text === 'Enabled';
    return [wayOf(isTimed ? WAYS.replicationTimeControl : WAYS.bucketReplication, region, at, bucketOf(at))];
  });
  // Names of buckets do not say in which region they are.
  return {
    ways,
    open: found.some(({ region }) => region === undefined) ? 'it replicates to a bucket that is not declared here' : undefined,
  };
}

export function waysOfTableBucket(bucket: Resource): Ways {
  const rules = bucket.property('ReplicationConfiguration');
  return rules.isAbsent ? NO_WAYS : { ways: [], open: 'where it replicates to is not read' };
}

/** A destination of EFS replication: a region, a file system of another region, or both. */
export function waysOfFileSystem(fileSystem: Resource): Ways {
  const destinations = fileSystem.property('ReplicationConfiguration', 'Destinations').items;
  if (destinations === undefined) return { ways: [], open: 'its replication is not known' };
  const found = destinations.map((at) => {
    const named = at.get('FileSystemId');
    const copy = named.isAbsent ? undefined : named.target('AWS::EFS::FileSystem');
    return { at, copy, region: at.get('Region').text ?? named.arn?.region ?? copy?.region };
  });
  const ways = found.flatMap(({ at, copy, region }) =>
    region === undefined || region === fileSystem.region ? [] : [wayOf(WAYS.fileSystemReplication, region, at, copy)],
  );
  return { ways, open: found.some(({ region }) => region === undefined) ? 'the region of its copy is not known' : undefined };
}

/** The regions of a secret's replicas. */
export function waysOfSecret(secret: Resource): Ways {
  const replicas = secret.property('ReplicaRegions').items;
  if (replicas === undefined) return { ways: [], open: 'its replicas are not known' };
  const ways = replicas.flatMap((at) => {
    const region = at.get('Region').text;
    return region === undefined || region === secret.region ? [] : [wayOf(WAYS.secretReplica, region, at)];
  });
  return { ways, open: replicas.some((at) => at.get('Region').text === undefined) ? 'the region of a replica is not known' : undefined };
}
