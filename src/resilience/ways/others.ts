import { WAYS } from '../../facts/resilience/ways.js';
import type { Resource } from '../../graph/model/resource.js';
import { NO_WAYS, type Ways, wayOf } from '../way.js';

/** The replicas that `AWS::Cognito::UserPoolReplica` makes. */
export function waysOfUserPool(pool: Resource): Ways {
  const replicas = pool.graph
    .certainResourcesOfType('AWS::Cognito::UserPoolReplica')
    .filter((replica) => replica.property('UserPoolId').target('AWS::Cognito::UserPool')?.is(pool));
  const ways = replicas.flatMap((replica) => {
    const at = replica.property('RegionName');
    return at.text === undefined ? [] : [wayOf(WAYS.userPoolReplica, at.text, at, replica)];
  });
  return { ways };
}

/** The rules of its registry: one registry in each account and region. */
export function waysOfRepository(repository: Resource): Ways {
  const registries = repository.graph
    .certainResourcesOfType('AWS::ECR::ReplicationConfiguration')
    .filter(({ account, region }) => account === repository.account && region === repository.region);
  const destinations = registries.flatMap((registry) =>
    (registry.property('ReplicationConfiguration', 'Rules').items ?? []).flatMap((rule) =>
      isSelected(
        rule.get('RepositoryFilters').items?.map((filter) => filter.get('Filter').text),
        repository,
      )
        ? (rule.get('Destinations').items ?? [])
        : [],
    ),
  );
  return {
    ways: destinations.flatMap((at) => {
      const region = at.get('Region').text;
      return region === undefined || region === repository.region ? [] : [wayOf(WAYS.imageReplication, region, at)];
    }),
  };
}

/** Filters are prefixes; without any all repositories are replicated, and a name that is not known may fit. */
function isSelected(prefixes: readonly (string | undefined)[] | undefined, { physicalName }: Resource): boolean {
  if (prefixes === undefined || prefixes.length === 0 || physicalName === undefined) return true;
  return prefixes.some((prefix) => prefix === undefined || physicalName.startsWith(prefix));
}

export function waysOfRedshift(cluster: Resource): Ways {
  const at = cluster.property('DestinationRegion');
  if (at.isAbsent) return NO_WAYS;
  return at.text === undefined
    ? { ways: [], open: 'the region of its snapshots is not known' }
    : { ways: [wayOf(WAYS.redshiftSnapshots, at.text, at)] };
}

export function waysOfRedshiftServerless(namespace: Resource): Ways {
  const copies = (namespace.property('SnapshotCopyConfigurations').items ?? []).map((copy) => copy.get('DestinationRegion'));
  return { ways: copies.flatMap((at) => (at.text === undefined ? [] : [wayOf(WAYS.redshiftServerlessSnapshots, at.text, at)])) };
}

/** Replicators stand in the region of the target: https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html */
export function waysOfKafka(cluster: Resource): Ways {
  const replicators = cluster.graph
    .certainResourcesOfType('AWS::MSK::Replicator')
    .filter((replicator) => cluster.graph.linksFrom(replicator).some(({ to }) => to.is(cluster)));
  return {
    ways: replicators.flatMap((replicator) =>
      replicator.region === undefined || replicator.region === cluster.region
        ? []
        : [wayOf(WAYS.kafkaReplicator, replicator.region, replicator)],
    ),
  };
}

/** A broker of another region that names this one as its primary. */
export function waysOfBroker(broker: Resource): Ways {
  const replicas = broker.graph
    .certainResourcesOfType('AWS::AmazonMQ::Broker')
    .filter((other) => other.property('DataReplicationPrimaryBrokerArn').target('AWS::AmazonMQ::Broker')?.is(broker));
  return {
    ways: replicas.flatMap((replica) =>
      replica.region === undefined || replica.region === broker.region
        ? []
        : [wayOf(WAYS.brokerReplication, replica.region, replica.property('DataReplicationPrimaryBrokerArn'), replica)],
    ),
  };
}
