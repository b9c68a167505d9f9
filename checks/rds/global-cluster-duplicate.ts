import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { declaredBy, GLOBAL_CLUSTERS } from '../../src/queries/global-clusters.js';
import { type DatabaseModule, moduleOf } from './model/cdk-modules.js';
import { cluster, LOGIN, secondaryStack } from './model/global-database-example.js';

const globalCluster = resource('AWS::RDS::GlobalCluster', { GlobalClusterIdentifier: 'orders', Engine: 'aurora-mysql' });
const member = (login: object) => ({ ...cluster({ GlobalClusterIdentifier: 'orders', ...login }), DependsOn: 'Global' });
const primary = stack('us-east-1', { Global: globalCluster, Cluster: member(LOGIN) });

function fixWith(module: DatabaseModule): string {
  return `Declare \`${module}.CfnGlobalCluster\` only in the primary's stack. The secondary's stack needs nothing but \`globalClusterIdentifier\` on its cluster.`;
}

export default defineCheck({
  id: 'rds/global-cluster-duplicate',
  title: 'Global cluster declared twice',
  severity: 'error',
  types: GLOBAL_CLUSTERS,
  docs: {
    why: 'The name of a global cluster is unique in an account, across all regions. It is declared once, in one region; a second declaration under the same name fails because it already exists, and would not join the clusters anyway.',
    fix: fixWith('rds'),
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-globalcluster.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateGlobalCluster.html',
    ],
    templateFix: 'Declare the `GlobalCluster` in one stack; clusters of the other regions name its `GlobalClusterIdentifier` as text.',
    bad: { Primary: primary, Secondary: stackAfter('Primary', 'us-west-2', { Global: globalCluster, Cluster: member({}) }) },
    good: { Primary: primary, Secondary: secondaryStack() },
  },
  *resource(declaration) {
    const found = declaredBy(declaration);
    if (found?.declaration?.existence !== 'certain' || declaration.is(found.declaration)) return;
    const at = declaration.property('GlobalClusterIdentifier');
    yield {
      at,
      fix: fixWith(moduleOf(declaration)),
      message: `The global cluster "${found.name}" is declared in stack ${found.declaration.stack.displayName} already, and its name is unique in an account, across all regions: the second declaration fails.`,
      ...(declaration.account === undefined && { severity: 'warning' as const }),
      related: [{ at: found.declaration.property('GlobalClusterIdentifier'), message: 'The first declaration.' }],
    };
  },
});
