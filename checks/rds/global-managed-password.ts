import { defineCheck } from '../../src/check/check.js';
import { membershipOf } from '../../src/queries/global-clusters.js';

const example = (login: object) => ({
  Primary: {
    region: 'us-east-1',
    resources: {
      Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-mysql', MasterUsername: 'orders', ...login } },
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
  id: 'rds/global-managed-password',
  title: 'Password managed by RDS in an Aurora global database',
  severity: 'warning',
  types: ['AWS::RDS::DBCluster'],
  docs: {
    why: 'Managing master user passwords with Secrets Manager "isn\'t supported for … DB clusters that are part of an Aurora global database".',
    fix: 'Use `credentials: rds.Credentials.fromGeneratedSecret("admin", { replicaRegions: [{ region: "us-west-2" }] })` on the primary: a secret of your own, which is replicated to the other regions.',
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations',
      'https://github.com/terraform-aws-modules/terraform-aws-rds-aurora/issues/428',
    ],
    templateFix:
      "In place of `ManageMasterUserPassword`, take the password of an `AWS::SecretsManager::Secret` of your own, with `ReplicaRegions`: `MasterUserPassword: !Sub '{{resolve:secretsmanager:${Login}:SecretString:password}}'`.",
    bad: example({ ManageMasterUserPassword: true }),
    good: example({ MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}' }),
  },
  *resource(cluster) {
    const at = cluster.property('ManageMasterUserPassword');
    const { globalCluster, member } = membershipOf(cluster) ?? {};
    // Of a secondary its login as a whole is rejected: global-secondary-credentials.
    if (globalCluster === undefined || member?.role === 'secondary' || at.boolean !== true) return;
    const other = globalCluster.members.find(({ cluster: each }) => each.region !== cluster.region)?.cluster.region;
    yield {
      at,
      fill: { 'us-west-2': other },
      message: `RDS manages the password of this cluster, which is part of the global cluster "${globalCluster.name}": this "isn't supported for … DB clusters that are part of an Aurora global database".`,
    };
  },
});
