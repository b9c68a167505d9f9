import type { Stack } from 'aws-cdk-lib';
import * as rds from 'aws-cdk-lib/aws-rds';

declare const stack: Stack;
declare const primary: rds.DatabaseInstance;

/// !show
new rds.CfnDBInstance(stack, 'Replica', {
  sourceDbInstanceIdentifier: primary.instanceArn,
});
