import type { Stack } from 'aws-cdk-lib';
import * as rds from 'aws-cdk-lib/aws-rds';

declare const stack: Stack;
declare const cluster: rds.DatabaseCluster;

/// !show
new rds.CfnGlobalCluster(stack, 'Global', {
  globalClusterIdentifier: 'orders',
  sourceDbClusterIdentifier: cluster.clusterArn,
});
