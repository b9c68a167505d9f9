import type { CheckContext } from '../../src/check/check.js';
import { defineFamily } from '../../src/check/family.js';
import type { Problem } from '../../src/check/problem.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { credentialsOf, DB_CLUSTERS, type GlobalCluster, type Member, membershipOf } from '../../src/queries/global-clusters.js';
import { keyRegionOf } from '../../src/queries/kms-keys.js';
import { type DatabaseModule, moduleOf } from './model/cdk-modules.js';
import { globalDatabase, LOGIN, primaryStack, secondaryStack } from './model/global-database-example.js';

/** Checks of a cluster that belongs to a global cluster. */
const memberCheck = defineFamily(
  (row: {
    /** Clusters of all databases when it is left out. */
    readonly types?: readonly string[];
    inGlobalCluster(cluster: Resource, globalCluster: GlobalCluster, member: Member, context: CheckContext): Iterable<Problem>;
  }) => ({
    types: row.types ?? DB_CLUSTERS,
    *resource(cluster: Resource, context: CheckContext): Iterable<Problem> {
      const { globalCluster, member } = membershipOf(cluster) ?? {};
      if (globalCluster !== undefined && member !== undefined) yield* row.inGlobalCluster(cluster, globalCluster, member, context);
    },
  }),
);

export const globalClusterBacktrack = memberCheck({
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
    bad: globalDatabase({ primary: { ...LOGIN, BacktrackWindow: 86_400 } }),
    good: globalDatabase(),
  },
  *inGlobalCluster(cluster, globalCluster) {
    const backtrack = cluster.property('BacktrackWindow');
    if (!((backtrack.number ?? 0) > 0)) return;
    yield {
      at: backtrack,
      message: `This cluster belongs to the global cluster "${globalCluster.name}", and backtrack is not supported for global databases: it is rejected.`,
    };
  },
});

export const globalManagedPassword = memberCheck({
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
    bad: globalDatabase({ primary: { MasterUsername: 'orders', ManageMasterUserPassword: true } }),
    good: globalDatabase(),
  },
  *inGlobalCluster(cluster, globalCluster, member) {
    const at = cluster.property('ManageMasterUserPassword');
    // Of a secondary its login as a whole is rejected: global-secondary-credentials.
    if (member.role === 'secondary' || at.boolean !== true) return;
    const other = globalCluster.members.find(({ cluster: each }) => each.region !== cluster.region)?.cluster.region;
    yield {
      at,
      fill: { 'us-west-2': other },
      message: `RDS manages the password of this cluster, which is part of the global cluster "${globalCluster.name}": this "isn't supported for … DB clusters that are part of an Aurora global database".`,
    };
  },
});

export const globalClusterSameRegion = memberCheck({
  id: 'rds/global-cluster-same-region',
  title: 'Two clusters of a global cluster in one region',
  severity: 'error',
  docs: {
    why: 'A global database has one cluster in each region: the primary, and every secondary in a region of its own. A second one in a region is rejected.',
    fix: "Deploy the secondary's stack to another region: `new DatabaseStack(app, 'Secondary', { env: { account, region: otherRegion } })`. For more readers in one region add instances to its cluster.",
    sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html'],
    templateFix: 'Deploy the template of the secondary to another region. For more readers in one region add instances to its cluster.',
    bad: { Primary: primaryStack(), Secondary: secondaryStack(undefined, 'us-east-1') },
    good: globalDatabase(),
  },
  *inGlobalCluster(cluster, globalCluster) {
    const members = globalCluster.members.map((member) => member.cluster);
    const other = members.find(({ region, existence }) => region !== undefined && region === cluster.region && existence === 'certain');
    if (other === undefined || cluster.is(other)) return;
    yield {
      at: cluster,
      message: `The global cluster "${globalCluster.name}" already has a cluster in ${cluster.region}; it can have one in each region.`,
      related: [{ at: other, message: `The other cluster in ${cluster.region}.` }],
    };
  },
});

const POSTGRES = { Engine: 'aurora-postgresql', EngineVersion: '16.4' };
const postgres = (version: string) =>
  globalDatabase({ primary: { ...POSTGRES, ...LOGIN }, secondary: { ...POSTGRES, EngineVersion: version } });

function engineFix(module: DatabaseModule): string {
  return module === 'rds'
    ? 'Keep engine and version in one constant and give it to all stacks: `engine: rds.DatabaseClusterEngine.auroraPostgres({ version })`.'
    : 'Keep the version in one constant and give it to the clusters of all stacks and to the global cluster: `engineVersion`.';
}

export const globalClusterEngineMismatch = memberCheck({
  id: 'rds/global-cluster-engine-mismatch',
  title: 'Clusters of a global cluster with different engines',
  severity: 'error',
  docs: {
    why: 'A global database replicates storage, so all its clusters run the same engine in the same major version; a cluster with another is rejected. Different minor versions prevent switchover and failover.',
    fix: engineFix('rds'),
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html',
    ],
    templateFix: 'Write the same `Engine` and `EngineVersion` for all members of the global cluster.',
    bad: postgres('15.8'),
    good: postgres('16.4'),
  },
  *inGlobalCluster(cluster, globalCluster, member) {
    if (member.role === 'primary') return;
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
        fix: engineFix(moduleOf(cluster)),
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

function loginFix(module: DatabaseModule): string {
  return `The L2 \`${module}.DatabaseCluster\` always writes a user and a password. Take them out of the secondary with \`(cluster.node.defaultChild as ${module}.CfnDBCluster).addPropertyDeletionOverride('MasterUsername')\` and \`('MasterUserPassword')\`, or use \`${module}.CfnDBCluster\` there.`;
}

export const globalSecondaryCredentials = memberCheck({
  id: 'rds/global-secondary-credentials',
  title: 'Secondary cluster sets master credentials or database name',
  severity: 'error',
  docs: {
    why: 'A secondary cluster of a global database has the users and databases of the primary. One that brings its own is rejected: "Cannot specify user name for cross region replication cluster" (or "password", or "database name").',
    fix: loginFix('rds'),
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
      'https://github.com/crossplane-contrib/provider-aws/issues/2072',
      'https://github.com/cloudposse/terraform-aws-rds-cluster/issues/157',
    ],
    templateFix:
      'Leave `MasterUsername`, `MasterUserPassword` and `DatabaseName` out of the secondary cluster: it has those of the primary.',
    bad: globalDatabase({ secondary: LOGIN }),
    good: globalDatabase(),
  },
  *inGlobalCluster(cluster, globalCluster, member) {
    const [first, ...others] = credentialsOf(cluster);
    if (first === undefined || member.role === 'primary') return;
    const primary = member.role === 'secondary' ? primaryOf(globalCluster) : likelyPrimary(globalCluster);
    if (cluster.is(primary) || (member.role === undefined && primary === undefined)) return;
    const names = [first, ...others].map(({ path }) => path.at(-1)).join(', ');
    yield {
      at: first,
      fix: loginFix(moduleOf(cluster)),
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

const encrypted = (key: object) =>
  globalDatabase({
    primary: { ...LOGIN, StorageEncrypted: true },
    secondary: { StorageEncrypted: true, SourceRegion: 'us-east-1', ...key },
  });

function keyFix(module: DatabaseModule): string {
  return module === 'rds'
    ? "Give the secondary a key in its own region: `storageEncryptionKey: new kms.Key(this, 'Key')` in the secondary's stack, or `kmsKeyId: 'alias/aws/rds'` for the key that RDS manages there. `CfnDBCluster` also needs `sourceRegion`, the primary's region, so that CloudFormation can sign the request."
    : "Give the secondary a key in its own region: `kmsKey: new kms.Key(this, 'Key')` in the secondary's stack (`kmsKeyId: key.keyArn` on `CfnDBCluster`).";
}

export const globalSecondaryKey = memberCheck({
  id: 'rds/global-secondary-key',
  title: 'Encrypted secondary cluster without a key of its region',
  severity: 'error',
  docs: {
    why: 'The secondary of an encrypted global database is encrypted with a key of its own region, and no default is taken: "kmsKeyId should be explicitly specified". A key of another region does not exist there.',
    fix: keyFix('rds'),
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html',
      'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/719',
      'https://github.com/hashicorp/terraform-provider-aws/issues/13715',
    ],
    templateFix: "Name a key of the secondary's own region in `KmsKeyId`.",
    bad: encrypted({}),
    good: encrypted({ KmsKeyId: 'alias/aws/rds' }),
  },
  *inGlobalCluster(cluster, globalCluster, member) {
    if (member.role !== 'secondary') return;
    const key = cluster.property('KmsKeyId');
    const keyRegion = keyRegionOf(key);
    if (keyRegion !== undefined && cluster.region !== undefined && keyRegion !== cluster.region) {
      yield {
        at: key,
        fix: keyFix(moduleOf(cluster)),
        message: `The key of this secondary cluster is in ${keyRegion}, the cluster in ${cluster.region}: it must be encrypted with a key of its own region.`,
        ...(key.reference && { related: [{ at: key.reference.resource, message: `The key, in ${keyRegion}.` }] }),
      };
    }
    const primary = globalCluster.members.find(({ role }) => role === 'primary')?.cluster;
    const encrypted = [cluster, primary, globalCluster.declaration].find((resource) => resource?.property('StorageEncrypted').boolean);
    if (!key.isAbsent || encrypted === undefined || cluster.region === undefined || primary?.region === cluster.region) return;
    yield {
      at: key,
      fix: keyFix(moduleOf(cluster)),
      message: `The global cluster "${globalCluster.name}" is encrypted and this secondary names no key for ${cluster.region}: it is rejected with "kmsKeyId should be explicitly specified".`,
      ...(encrypted !== cluster && {
        related: [{ at: encrypted.property('StorageEncrypted'), message: 'Encryption is switched on here.' }],
      }),
    };
  },
});
