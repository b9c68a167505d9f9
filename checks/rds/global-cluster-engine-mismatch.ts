import { defineCheck } from '../../src/check/check.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { DB_CLUSTERS, membershipOf } from '../../src/queries/global-clusters.js';
import { type DatabaseModule, moduleOf } from './model/cdk-modules.js';

const example = (version: string) => ({
  Primary: {
    region: 'us-east-1',
    resources: {
      Cluster: {
        Type: 'AWS::RDS::DBCluster',
        Properties: {
          Engine: 'aurora-postgresql',
          EngineVersion: '16.4',
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
    region: 'us-west-2',
    dependencies: ['Primary'],
    resources: {
      Cluster: {
        Type: 'AWS::RDS::DBCluster',
        Properties: { Engine: 'aurora-postgresql', EngineVersion: version, GlobalClusterIdentifier: 'orders' },
      },
    },
  },
});

function fixWith(module: DatabaseModule): string {
  return module === 'rds'
    ? 'Keep engine and version in one constant and give it to all stacks: `engine: rds.DatabaseClusterEngine.auroraPostgres({ version })`.'
    : 'Keep the version in one constant and give it to the clusters of all stacks and to the global cluster: `engineVersion`.';
}

export default defineCheck({
  id: 'rds/global-cluster-engine-mismatch',
  title: 'Clusters of a global cluster with different engines',
  severity: 'error',
  types: DB_CLUSTERS,
  docs: {
    why: 'A global database replicates storage, so all its clusters run the same engine in the same major version; a cluster with another is rejected. Different minor versions prevent switchover and failover.',
    fix: fixWith('rds'),
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html',
    ],
    templateFix: 'Write the same `Engine` and `EngineVersion` for all members of the global cluster.',
    bad: example('15.8'),
    good: example('16.4'),
  },
  *resource(cluster) {
    const { globalCluster, member } = membershipOf(cluster) ?? {};
    if (globalCluster === undefined || member?.role === 'primary') return;
    const { declaration, members } = globalCluster;
    const primary = members.find(({ role }) => role === 'primary') ?? members[0];
    for (const other of [primary?.cluster, declaration]) {
      if (other === undefined || cluster.is(other) || other.existence !== 'certain') continue;
      const difference = differenceOf(cluster, other);
      if (difference === undefined) continue;
      const { property, severity } = difference;
      yield {
        at: cluster.property(property),
        ...(severity && { severity }),
        fix: fixWith(moduleOf(cluster)),
        message: `This cluster runs ${cluster.property(property).text} and ${other.displayName} in stack ${other.stack.displayName} ${other.property(property).text}: ${severity ? 'with different minor versions neither can take over from the other' : `all clusters of the global cluster "${globalCluster.name}" must have the same engine and major version`}.`,
        related: [{ at: other.property(property), message: 'The other version.' }],
      };
      return;
    }
  },
});

function differenceOf(one: Resource, other: Resource) {
  const [engine, otherEngine] = [one, other].map((resource) => resource.property('Engine').text);
  if (engine !== undefined && otherEngine !== undefined && engine !== otherEngine) return { property: 'Engine' };
  const [version, otherVersion] = [one, other].map((resource) => resource.property('EngineVersion').text);
  if (version === undefined || otherVersion === undefined || version === otherVersion) return undefined;
  const [major, otherMajor] = [majorOf(version), majorOf(otherVersion)];
  if (major !== otherMajor) return { property: 'EngineVersion' };
  const isPrefix = version.startsWith(otherVersion) || otherVersion.startsWith(version);
  return isPrefix ? undefined : { property: 'EngineVersion', severity: 'warning' as const };
}

/** `16` of `16.4`, `8.0.mysql_aurora.3` of `8.0.mysql_aurora.3.04.1`. */
function majorOf(version: string): string | undefined {
  return /^\d+\.\d+\.mysql_aurora\.\d+/.exec(version)?.[0] ?? /^\d+/.exec(version)?.[0];
}
