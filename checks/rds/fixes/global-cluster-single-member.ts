import type { Stack } from 'aws-cdk-lib';
import * as rds from 'aws-cdk-lib/aws-rds';

declare const stack: Stack;

/// !show
new rds.CfnDBCluster(stack, 'Standby', {
  engine: 'aurora-postgresql',
  engineVersion: '16.6',
  globalClusterIdentifier: 'orders',
});
