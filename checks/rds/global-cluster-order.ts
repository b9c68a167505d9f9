import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { DB_CLUSTERS, GLOBAL_CLUSTERS, membershipOf } from '../../src/queries/global-clusters.js';
import { isDeployedFirst } from '../../src/queries/stack-order.js';
import { primaryStack, secondaryStack } from './model/global-database-example.js';

const example = (dependencies: readonly string[]) => ({ Writer: primaryStack(), Reader: { ...secondaryStack(), dependencies } });

export default defineCheck({
  id: 'rds/global-cluster-order',
  title: 'Secondary cluster may be created before its global cluster',
  severity: 'error',
  types: [...DB_CLUSTERS, ...GLOBAL_CLUSTERS],
  docs: {
    why: 'A secondary cluster can join only a global cluster that exists and has its primary. A name that is written out makes no dependency: the CDK may deploy the stacks at the same time or the wrong way round, and destroy them in an order that RDS rejects as well ("Unable to delete cluster that is a primary member of global cluster while there are other global cluster members").',
    fix: 'Declare the dependency: `secondaryStack.addStackDependency(primaryStack)`. Inside one stack refer to the global cluster (`globalCluster.ref`) instead of repeating its name, or add `cluster.node.addDependency(globalCluster)`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html',
      'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Stack.html',
    ],
    templateFix:
      'Deploy the stack of the primary first, and declare that: `dependsOn` in the configuration. Inside one template refer to the global cluster (`!Ref Global`) instead of repeating its name, or add `DependsOn`.',
    bad: example([]),
    good: example(['Writer']),
  },
  *resource(resource) {
    const { order } = resource.graph;
    const isDeclaration = GLOBAL_CLUSTERS.includes(resource.type);
    const needed = isDeclaration ? [sourceOf(resource)] : neededBy(resource);
    const late = needed.find(
      (other) => other?.existence === 'certain' && !order.createdBefore(other, resource) && order.isKnown(other.stack, resource.stack),
    );
    if (late === undefined) return;
    const at = resource.property(isDeclaration ? 'SourceDBClusterIdentifier' : 'GlobalClusterIdentifier');
    const what = GLOBAL_CLUSTERS.includes(late.type) ? 'global cluster' : 'primary cluster';
    const [first, second] =
      late.stack === resource.stack ? [late.displayName, 'this'] : [late.stack.displayName, resource.stack.displayName];
    const reason = order.precedes(resource.stack, late.stack)
      ? `${second} is deployed before ${first}`
      : `Nothing makes ${first} deploy before ${second}`;
    // Where only the names put them in the right order, the first deployment works.
    const isOrderedByName = isDeployedFirst(resource.graph, late.stack, resource.stack);
    yield {
      at,
      ...(isOrderedByName && { severity: 'warning' as const }),
      message: `${reason}: "${at.text ?? late.displayName}" is rejected as long as the ${what} does not exist.`,
      related: [{ at: late, message: `The ${what} that must exist first.` }],
    };
  },
});

function sourceOf(declaration: Resource): Resource | undefined {
  return declaration.property('SourceDBClusterIdentifier').target(...DB_CLUSTERS);
}

/** The global cluster and, for a secondary, the primary; not what the global cluster itself waits for. */
function neededBy(cluster: Resource): readonly (Resource | undefined)[] {
  const { globalCluster, member } = membershipOf(cluster) ?? {};
  const { declaration, members } = globalCluster ?? {};
  if (declaration === undefined || cluster.property('GlobalClusterIdentifier').isAbsent) return [];
  const hasSource = !declaration.property('SourceDBClusterIdentifier').isAbsent;
  const primary = member?.role === 'secondary' && !hasSource ? members?.find(({ role }) => role === 'primary')?.cluster : undefined;
  // Two members in one stack are in one region: another check says so.
  return [primary?.stack === cluster.stack ? undefined : primary, declaration];
}
