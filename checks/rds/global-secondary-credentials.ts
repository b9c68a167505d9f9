import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { credentialsOf, DB_CLUSTERS, type GlobalCluster, membershipOf } from '../../src/queries/global-clusters.js';
import { type DatabaseModule, moduleOf } from './model/cdk-modules.js';

const login = { MasterUsername: 'orders', MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}' };
const example = (secondary: typeof login | object) => ({
  Primary: {
    region: 'us-east-1',
    resources: {
      Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: 'aurora-postgresql', ...login } },
      Global: {
        Type: 'AWS::RDS::GlobalCluster',
        Properties: { GlobalClusterIdentifier: 'orders', SourceDBClusterIdentifier: { Ref: 'Cluster' } },
      },
    },
  },
  Secondary: {
    region: 'us-west-2',
    dependencies: ['Primary'],
    resources: {
      Cluster: {
        Type: 'AWS::RDS::DBCluster',
        Properties: { Engine: 'aurora-postgresql', GlobalClusterIdentifier: 'orders', ...secondary },
      },
    },
  },
});

function fixWith(module: DatabaseModule): string {
  return `The L2 \`${module}.DatabaseCluster\` always writes a user and a password. Take them out of the secondary with \`(cluster.node.defaultChild as ${module}.CfnDBCluster).addPropertyDeletionOverride('MasterUsername')\` and \`('MasterUserPassword')\`, or use \`${module}.CfnDBCluster\` there.`;
}

export default defineCheck({
  id: 'rds/global-secondary-credentials',
  title: 'Secondary cluster sets master credentials or database name',
  severity: 'error',
  types: DB_CLUSTERS,
  docs: {
    why: 'A secondary cluster of a global database has the users and databases of the primary. One that brings its own is rejected: "Cannot specify user name for cross region replication cluster" (or "password", or "database name").',
    fix: fixWith('rds'),
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
      'https://github.com/crossplane-contrib/provider-aws/issues/2072',
      'https://github.com/cloudposse/terraform-aws-rds-cluster/issues/157',
    ],
    templateFix:
      'Leave `MasterUsername`, `MasterUserPassword` and `DatabaseName` out of the secondary cluster: it has those of the primary.',
    bad: example(login),
    good: example({}),
  },
  *resource(cluster) {
    const { globalCluster, member } = membershipOf(cluster) ?? {};
    const [first, ...others] = credentialsOf(cluster);
    if (globalCluster === undefined || first === undefined || member?.role === 'primary') return;
    const primary = member?.role === 'secondary' ? primaryOf(globalCluster) : likelyPrimary(globalCluster);
    if (cluster.is(primary) || (member?.role === undefined && primary === undefined)) return;
    const names = [first, ...others].map(({ path }) => path.at(-1)).join(', ');
    yield {
      at: first,
      fix: fixWith(moduleOf(cluster)),
      message: `This cluster joins the global cluster "${globalCluster.name}" as a secondary and sets ${names}: it is rejected with "Cannot specify user name for cross region replication cluster".`,
      ...(primary && { related: [{ at: primary, message: 'The primary cluster, which sets them for all.' }] }),
    };
  },
});

function primaryOf({ members }: GlobalCluster): Resource | undefined {
  return members.find(({ role }) => role === 'primary')?.cluster;
}

/** Of several clusters that start a database at most one can be the primary: the one beside the global cluster, or else the first. */
function likelyPrimary(globalCluster: GlobalCluster): Resource | undefined {
  if (!likely.has(globalCluster)) likely.set(globalCluster, findLikelyPrimary(globalCluster));
  return likely.get(globalCluster);
}

const likely = new WeakMap<GlobalCluster, Resource | undefined>();

function findLikelyPrimary({ declaration, members }: GlobalCluster): Resource | undefined {
  const starters = members
    .map(({ cluster }) => cluster)
    .filter((cluster) => cluster.existence === 'certain' && credentialsOf(cluster).length > 0);
  if (starters.length < 2) return undefined;
  return starters.find(({ region }) => region !== undefined && region === declaration?.region) ?? starters[0];
}
