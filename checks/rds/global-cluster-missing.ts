import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { DB_CLUSTERS, GLOBAL_CLUSTERS, membershipOf } from '../../src/queries/global-clusters.js';
import { type DatabaseModule, moduleOf } from './model/cdk-modules.js';
import { cluster, LOGIN, secondaryStack } from './model/global-database-example.js';

const MEMBER = { GlobalClusterIdentifier: 'orders-global' };
const primary = cluster({ ...MEMBER, ...LOGIN });
const declaration = resource('AWS::RDS::GlobalCluster', { ...MEMBER, Engine: 'aurora-mysql' });

function fixWith(module: DatabaseModule): string {
  const source = module === 'rds' ? 'cluster.clusterArn' : 'cluster.clusterIdentifier';
  return `Declare it once, in the primary's stack: \`new ${module}.CfnGlobalCluster(this, 'Global', { globalClusterIdentifier: 'orders', sourceDbClusterIdentifier: ${source} })\`, and keep its name in one constant. If it exists outside of this app, list the name under \`external.globalClusters\`.`;
}

export default defineCheck({
  id: 'rds/global-cluster-missing',
  title: 'Global cluster is not defined',
  severity: 'warning',
  types: DB_CLUSTERS,
  docs: {
    why: 'A cluster can join only a global cluster that exists. When no stack here declares one under the name, the cluster is rejected, unless the global cluster was made elsewhere.',
    fix: fixWith('rds'),
    sources: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-globalcluster.html'],
    templateFix: 'Declare a `GlobalCluster` with `SourceDBClusterIdentifier` of the primary cluster, or correct `GlobalClusterIdentifier`.',
    bad: { Primary: stack('us-east-1', { Cluster: primary }), Secondary: secondaryStack(MEMBER) },
    good: {
      Primary: stack('us-east-1', { Global: declaration, Cluster: { ...primary, DependsOn: 'Global' } }),
      Secondary: secondaryStack(MEMBER),
    },
  },
  *resource(resource, { graph, settings }) {
    const { globalCluster } = membershipOf(resource) ?? {};
    if (globalCluster === undefined || globalCluster.declaration !== undefined) return;
    if (graph.mayLackResources() || graph.memo(hasOpenDeclaration)) return;
    const [first, ...others] = globalCluster.members;
    // Once for all members.
    if (!resource.is(first?.cluster) || settings.isExternal('globalClusters', globalCluster.name)) return;
    yield {
      at: resource.property('GlobalClusterIdentifier'),
      fix: fixWith(moduleOf(resource)),
      message: `No stack in this app defines the global cluster "${globalCluster.name}": this cluster can be created only if it exists already.`,
      related: others.map(({ cluster }) => ({
        at: cluster.property('GlobalClusterIdentifier'),
        message: 'It names the same global cluster.',
      })),
    };
  },
});

/** Whether a global cluster is declared whose name is not known: it may be any. */
function hasOpenDeclaration(graph: ResourceGraph): boolean {
  return GLOBAL_CLUSTERS.flatMap((type) => graph.resourcesOfType(type)).some((one) => one.property('GlobalClusterIdentifier').isUnknown);
}
