import type { Stack } from 'aws-cdk-lib';
import * as rds from 'aws-cdk-lib/aws-rds';

declare const stack: Stack;
declare const globalCluster: rds.CfnGlobalCluster;

/// !show
// No user, password or database name: they come from the primary cluster.
new rds.CfnDBCluster(stack, 'Secondary', {
  engine: 'aurora-postgresql',
  globalClusterIdentifier: globalCluster.ref,
});
