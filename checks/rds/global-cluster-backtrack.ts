import { defineCheck } from '../../src/check/check.js';
import { membershipOf } from '../../src/queries/global-clusters.js';

const example = (backtrack: object) => ({
  Primary: {
    region: 'us-east-1',
    resources: {
      Cluster: {
        Type: 'AWS::RDS::DBCluster',
        Properties: {
          Engine: 'aurora-mysql',
          MasterUsername: 'orders',
          MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}',
          ...backtrack,
        },
      },
      Global: {
        Type: 'AWS::RDS::GlobalCluster',
        Properties: { GlobalClusterIdentifier: 'orders', SourceDBClusterIdentifier: { Ref: 'Cluster' } },
      },
    },
  },
  Secondary: {
    region: 'us-west-2',
    dependencies: ['Primary'],
    resources: { Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql', GlobalClusterIdentifier: 'orders' } } },
  },
});

export default defineCheck({
  id: 'rds/global-cluster-backtrack',
  title: 'Backtrack in a global database',
  severity: 'error',
  types: ['AWS::RDS::DBCluster'],
  docs: {
    why: 'Aurora cannot rewind a cluster of a global database: "Backtracking isn\'t supported with Aurora global databases". A cluster with a backtrack window is rejected as a member, and its global cluster is not created.',
    fix: 'Leave out `backtrackWindow`, and go back in time with point-in-time recovery (`backup: { retention: cdk.Duration.days(14) }`).',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
    ],
    templateFix: 'Leave out `BacktrackWindow`, and go back in time with point-in-time recovery (`BackupRetentionPeriod`).',
    bad: example({ BacktrackWindow: 86_400 }),
    good: example({}),
  },
  *resource(cluster) {
    const { globalCluster } = membershipOf(cluster) ?? {};
    const backtrack = cluster.property('BacktrackWindow');
    if (globalCluster === undefined || !((backtrack.number ?? 0) > 0)) return;
    yield {
      at: backtrack,
      message: `This cluster belongs to the global cluster "${globalCluster.name}", and backtrack is not supported for global databases: it is rejected.`,
    };
  },
});
