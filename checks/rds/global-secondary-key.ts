import { defineCheck } from '../../src/check/check.js';
import { DB_CLUSTERS, membershipOf } from '../../src/queries/global-clusters.js';
import { keyRegionOf } from '../../src/queries/kms-keys.js';
import { type DatabaseModule, moduleOf } from './model/cdk-modules.js';

const example = (key: object) => ({
  Primary: {
    region: 'us-east-1',
    resources: {
      Cluster: {
        Type: 'AWS::RDS::DBCluster',
        Properties: {
          Engine: 'aurora-mysql',
          MasterUsername: 'orders',
          MasterUserPassword: '{{resolve:secretsmanager:orders:SecretString:password}}',
          StorageEncrypted: true,
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
        Properties: {
          Engine: 'aurora-mysql',
          GlobalClusterIdentifier: 'orders',
          StorageEncrypted: true,
          SourceRegion: 'us-east-1',
          ...key,
        },
      },
    },
  },
});

function fixWith(module: DatabaseModule): string {
  return module === 'rds'
    ? "Give the secondary a key in its own region: `storageEncryptionKey: new kms.Key(this, 'Key')` in the secondary's stack, or `kmsKeyId: 'alias/aws/rds'` for the key that RDS manages there. `CfnDBCluster` also needs `sourceRegion`, the primary's region, so that CloudFormation can sign the request."
    : "Give the secondary a key in its own region: `kmsKey: new kms.Key(this, 'Key')` in the secondary's stack (`kmsKeyId: key.keyArn` on `CfnDBCluster`).";
}

export default defineCheck({
  id: 'rds/global-secondary-key',
  title: 'Encrypted secondary cluster without a key of its region',
  severity: 'error',
  types: DB_CLUSTERS,
  docs: {
    why: 'The secondary of an encrypted global database is encrypted with a key of its own region, and no default is taken: "kmsKeyId should be explicitly specified". A key of another region does not exist there.',
    fix: fixWith('rds'),
    sources: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html',
      'https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/719',
      'https://github.com/hashicorp/terraform-provider-aws/issues/13715',
    ],
    templateFix: "Name a key of the secondary's own region in `KmsKeyId`.",
    bad: example({}),
    good: example({ KmsKeyId: 'alias/aws/rds' }),
  },
  *resource(cluster) {
    const { globalCluster, member } = membershipOf(cluster) ?? {};
    if (globalCluster === undefined || member?.role !== 'secondary') return;
    const key = cluster.property('KmsKeyId');
    const keyRegion = keyRegionOf(key);
    if (keyRegion !== undefined && cluster.region !== undefined && keyRegion !== cluster.region) {
      yield {
        at: key,
        fix: fixWith(moduleOf(cluster)),
        message: `The key of this secondary cluster is in ${keyRegion}, the cluster in ${cluster.region}: it must be encrypted with a key of its own region.`,
        ...(key.reference && { related: [{ at: key.reference.resource, message: `The key, in ${keyRegion}.` }] }),
      };
    }
    const primary = globalCluster.members.find(({ role }) => role === 'primary')?.cluster;
    const encrypted = [cluster, primary, globalCluster.declaration].find((resource) => resource?.property('StorageEncrypted').boolean);
    if (!key.isAbsent || encrypted === undefined || cluster.region === undefined || primary?.region === cluster.region) return;
    yield {
      at: key,
      fix: fixWith(moduleOf(cluster)),
      message: `The global cluster "${globalCluster.name}" is encrypted and this secondary names no key for ${cluster.region}: it is rejected with "kmsKeyId should be explicitly specified".`,
      ...(encrypted !== cluster && {
        related: [{ at: encrypted.property('StorageEncrypted'), message: 'Encryption is switched on here.' }],
      }),
    };
  },
});
