import { defineCheck } from '../../src/check/check.js';
import { resource, stackAfter } from '../../src/check/example-parts.js';
import { DB_CLUSTERS, membershipOf } from '../../src/queries/global-clusters.js';
import { type DatabaseModule, moduleOf } from './model/cdk-modules.js';
import { cluster, primaryStack } from './model/global-database-example.js';

const example = (DBInstanceClass: string) => ({
  Primary: primaryStack(),
  Secondary: stackAfter('Primary', 'us-west-2', {
    Cluster: cluster({ GlobalClusterIdentifier: 'orders' }),
    Reader: resource('AWS::RDS::DBInstance', { Engine: 'aurora-mysql', DBClusterIdentifier: { Ref: 'Cluster' }, DBInstanceClass }),
  }),
});

function fixWith(module: DatabaseModule): string {
  const serverless = module === 'rds' ? ", or `rds.ClusterInstance.serverlessV2('writer')`" : '';
  return `Use \`ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE)\` or larger${serverless}.`;
}

export default defineCheck({
  id: 'rds/global-cluster-instance-class',
  title: 'Burstable instance in a global database',
  severity: 'error',
  types: ['AWS::RDS::DBInstance', 'AWS::DocDB::DBInstance'],
  docs: {
    why: 'Global databases run on memory-optimized classes and, for Aurora, on serverless v2. A burstable one (`db.t3`, `db.t4g`) is rejected, in the primary and in the secondaries: "The requested instance class is not supported by global databases: db.t4g.medium".',
    fix: fixWith('rds'),
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
      'https://docs.aws.amazon.com/documentdb/latest/developerguide/global-clusters.get-started.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/27736',
    ],
    templateFix: 'Write a `DBInstanceClass` that global databases support, such as `db.r6g.large`.',
    bad: example('db.t3.medium'),
    good: example('db.r6g.large'),
  },
  *resource(instance) {
    const instanceClass = instance.property('DBInstanceClass');
    if (!/^db\.t\d/.test(instanceClass.text ?? '')) return;
    const cluster = instance.property('DBClusterIdentifier').target(...DB_CLUSTERS);
    const globalCluster = cluster && membershipOf(cluster)?.globalCluster;
    if (cluster?.existence !== 'certain' || globalCluster === undefined) return;
    yield {
      at: instanceClass,
      fix: fixWith(moduleOf(instance)),
      message: `The cluster ${cluster.displayName} belongs to the global cluster "${globalCluster.name}", which does not run on ${instanceClass.text}: "The requested instance class is not supported by global databases".`,
      ...(globalCluster.declaration && { related: [{ at: globalCluster.declaration, message: 'The global cluster.' }] }),
    };
  },
});
