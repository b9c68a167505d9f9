import { defineCheck } from '../../src/check/check.js';
import { stack } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { isStandby } from '../../src/queries/region-words.js';
import { cluster, globalDatabase, LOGIN } from './model/global-database-example.js';

export default defineCheck({
  id: 'rds/regional-twins',
  title: 'Aurora clusters in several regions without a global cluster',
  severity: 'warning',
  types: ['AWS::RDS::DBCluster'],
  docs: {
    why: 'Clusters of one engine in several regions look like a database and its copy, but nothing replicates between them: each has its own data, and a failover finds an empty database.',
    fix: "Make them one global database: `new rds.CfnGlobalCluster(this, 'Global', { globalClusterIdentifier: 'orders', sourceDbClusterIdentifier: cluster.clusterArn })` beside the first, and `globalClusterIdentifier: 'orders'` on the others. If they are meant to be separate, suppress this with a reason.",
    sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html'],
    templateFix:
      'Make them one global database: a `GlobalCluster` with `SourceDBClusterIdentifier: !Ref Cluster` beside the first, and its `GlobalClusterIdentifier` on the others. If they are meant to be separate, suppress this with a reason.',
    bad: { Primary: stack('us-east-1', { Cluster: cluster(LOGIN) }), Secondary: stack('us-west-2', { Cluster: cluster(LOGIN) }) },
    good: globalDatabase(),
  },
  *resource(cluster, { graph }) {
    const twins = graph.memo(byAccountAndEngine).get(keyOf(cluster)) ?? [];
    // Once for all clusters of the engine.
    if (!cluster.is(twins[0]) || twins.some(isLinked)) return;
    const regions = [...new Set(twins.map(({ region }) => region))];
    if (regions.length < 2) return;
    yield {
      at: cluster,
      severity: twins.some(({ stack }) => isStandby(stack)) ? 'warning' : 'info',
      message: `There are ${cluster.property('Engine').text} clusters in ${regions.join(' and ')}, and nothing replicates between them.`,
      related: twins.slice(1).map((twin) => ({ at: twin, message: `A cluster in ${twin.region}.` })),
    };
  },
});

function byAccountAndEngine(graph: ResourceGraph): Map<string, Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const cluster of graph.certainResourcesOfType('AWS::RDS::DBCluster')) {
    if (cluster.region === undefined || !cluster.property('Engine').text?.startsWith('aurora')) continue;
    const group = groups.get(keyOf(cluster)) ?? [];
    groups.set(keyOf(cluster), group);
    group.push(cluster);
  }
  return groups;
}

function keyOf(cluster: Resource): string {
  return `${cluster.account ?? ''} ${cluster.property('Engine').text}`;
}

function isLinked(cluster: Resource): boolean {
  const properties = ['GlobalClusterIdentifier', 'ReplicationSourceIdentifier', 'SourceDBClusterIdentifier'];
  return (
    properties.some((name) => !cluster.property(name).isAbsent) ||
    cluster.graph.linksTo(cluster).some(({ from }) => from.type === 'AWS::RDS::GlobalCluster')
  );
}
