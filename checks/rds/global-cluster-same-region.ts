import { defineCheck } from '../../src/check/check.js';
import { DB_CLUSTERS, membershipOf } from '../../src/queries/global-clusters.js';

const example = (region: string) => ({
  Primary: {
    region: 'us-east-1',
    resources: {
      Cluster: {
        Type: 'AWS::RDS::DBCluster',
        Properties: {
          Engine: 'aurora-mysql',
          MasterUsername: 'orders',
          MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}',
        },
      },
      Global: {
        Type: 'AWS::RDS::GlobalCluster',
        Properties: { GlobalClusterIdentifier: 'orders', SourceDBClusterIdentifier: { Ref: 'Cluster' } },
      },
    },
  },
  Secondary: {
    region,
    dependencies: ['Primary'],
    resources: { Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql', GlobalClusterIdentifier: 'orders' } } },
  },
});

export default defineCheck({
  id: 'rds/global-cluster-same-region',
  title: 'Two clusters of a global cluster in one region',
  severity: 'error',
  types: DB_CLUSTERS,
  docs: {
    why: 'A global database has one cluster in each region: the primary, and every secondary in a region of its own. A second one in a region is rejected.',
    fix: "Deploy the secondary's stack to another region: `new DatabaseStack(app, 'Secondary', { env: { account, region: otherRegion } })`. For more readers in one region add instances to its cluster.",
    sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html'],
    templateFix: 'Deploy the template of the secondary to another region. For more readers in one region add instances to its cluster.',
    bad: example('us-east-1'),
    good: example('us-west-2'),
  },
  *resource(cluster) {
    const { globalCluster } = membershipOf(cluster) ?? {};
    const members = globalCluster?.members.map((member) => member.cluster) ?? [];
    const other = members.find(({ region, existence }) => region !== undefined && region === cluster.region && existence === 'certain');
    if (globalCluster === undefined || other === undefined || cluster.is(other)) return;
    yield {
      at: cluster,
      message: `The global cluster "${globalCluster.name}" already has a cluster in ${cluster.region}; it takes one in each region.`,
      related: [{ at: other, message: `The other cluster in ${cluster.region}.` }],
    };
  },
});
