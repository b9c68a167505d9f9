import { WAYS } from '../../facts/resilience/ways.js';
import type { Resource } from '../../graph/model/resource.js';
import { replicasOf } from '../../queries/global-tables.js';
import { type Ways, wayOf } from '../way.js';

/** The other replicas of an `AWS::DynamoDB::GlobalTable`. A witness of strong consistency cannot be read, and is none. */
export function waysOfGlobalTable(table: Resource): Ways {
  const replicas = replicasOf(table);
  if (replicas === undefined) return { ways: [], open: 'its replicas are not known' };
  const row = table.property('MultiRegionConsistency').text === 'STRONG' ? WAYS.strongGlobalTable : WAYS.globalTable;
  const ways = replicas.flatMap(({ region, at }) => (region === undefined || region === table.region ? [] : [wayOf(row, region, at)]));
  return { ways, open: replicas.some(({ region }) => region === undefined) ? 'the region of a replica is not known' : undefined };
}

/** An `AWS::DynamoDB::Table` has replicas when `Table` of the CDK has made them with a custom resource. */
export function waysOfTable(table: Resource): Ways {
  const replicas = table.graph.linksTo(table).filter(({ from }) => from.type === 'Custom::DynamoDBReplica');
  const regions = [...new Set(replicas.map(({ from }) => from))].map((replica) => replica.property('Region'));
  return {
    ways: regions.flatMap((at) => (at.text === undefined ? [] : [wayOf(WAYS.globalTable, at.text, at)])),
    open: regions.some(({ text }) => text === undefined) ? 'the region of a replica is not known' : undefined,
  };
}

/** The regions of a keyspace: https://docs.aws.amazon.com/keyspaces/latest/devguide/multiRegion-replication.html */
export function waysOfKeyspace(keyspace: Resource): Ways {
  const specification = keyspace.property('ReplicationSpecification');
  const regions = specification.get('RegionList').items;
  if (regions === undefined || specification.isUnknown) return { ways: [], open: 'its regions are not known' };
  return { ways: regions.flatMap((at) => (at.text === undefined ? [] : [wayOf(WAYS.keyspaces, at.text, at)])) };
}

/** The peers of an Aurora DSQL cluster, by ARN. A witness region stores the log alone. */
export function waysOfDsql(cluster: Resource): Ways {
  const peers = cluster.property('MultiRegionProperties', 'Clusters').items;
  if (peers === undefined) return { ways: [], open: 'its peers are not known' };
  const regions = peers.map((at) => ({ at, region: at.arn?.region ?? at.reference?.resource.region }));
  const ways = regions.flatMap(({ at, region }) =>
    region === undefined || region === cluster.region ? [] : [wayOf(WAYS.dsql, region, at)],
  );
  return { ways, open: regions.some(({ region }) => region === undefined) ? 'the region of a peer is not known' : undefined };
}
