import type { Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';

declare const stack: Stack;
declare const globalCluster: rds.CfnGlobalCluster;
declare const key: kms.IKey;

/// !show
new rds.CfnDBCluster(stack, 'Secondary', {
  engine: 'aurora-postgresql',
  globalClusterIdentifier: globalCluster.ref,
  storageEncrypted: true,
  kmsKeyId: key.keyArn,
});
