import { defineCheck } from '../../src/check/check.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { DB_CLUSTERS, declaredBy, GLOBAL_CLUSTERS, mayHaveOtherMembers } from '../../src/queries/global-clusters.js';
import { type DatabaseModule, moduleOf } from './model/cdk-modules.js';
import { globalDatabase, primaryStack } from './model/global-database-example.js';

function fixWith(module: DatabaseModule): string {
  // DocumentDB and Neptune have one engine, which their clusters do not name.
  const engine = module === 'rds' ? 'engine, engineVersion' : 'engineVersion';
  return `Declare the secondary in a stack of the other region: \`new ${module}.CfnDBCluster(this, 'Cluster', { ${engine}, globalClusterIdentifier: 'orders' })\`, with at least one instance to read from, and \`secondaryStack.addStackDependency(primaryStack)\`. If it is declared in another app, list the name under \`external.globalClusters\`.`;
}

export default defineCheck({
  id: 'rds/global-cluster-single-member',
  title: 'Global cluster with fewer than two clusters',
  severity: 'warning',
  types: GLOBAL_CLUSTERS,
  docs: {
    why: 'A global database replicates from its primary cluster to secondary clusters in other regions. With the primary alone nothing is replicated, and there is nowhere to fail over to.',
    fix: fixWith('rds'),
    sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html'],
    templateFix: 'Declare a secondary `DBCluster` with the same `GlobalClusterIdentifier` in a template of another region.',
    bad: { Primary: primaryStack() },
    good: globalDatabase(),
  },
  *resource(resource, { graph, settings }) {
    const found = declaredBy(resource);
    if (found === undefined || !resource.is(found.declaration) || found.members.length > 1) return;
    if (settings.isExternal('globalClusters', found.name) || graph.memo(mayHoldOthers)) return;
    if (mayHaveOtherMembers(resource)) return;
    const [member] = found.members;
    yield {
      at: resource,
      fix: fixWith(moduleOf(resource)),
      message: `The global cluster "${found.name}" has ${member === undefined ? 'no cluster' : 'only one cluster'} in this assembly: nothing is replicated to another region.`,
      ...(member && { related: [{ at: member.cluster, message: 'The only member.' }] }),
    };
  },
});

/** Whether clusters may be members without our seeing it: a name that is not known, or resources that a macro makes. */
function mayHoldOthers(graph: ResourceGraph): boolean {
  const isOpen = DB_CLUSTERS.flatMap((type) => graph.resourcesOfType(type)).some(
    (cluster) => cluster.property('GlobalClusterIdentifier').isUnknown,
  );
  return isOpen || graph.mayLackResources();
}
