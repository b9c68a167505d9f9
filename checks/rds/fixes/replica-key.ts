import type { Stack } from 'aws-cdk-lib';
import * as rds from 'aws-cdk-lib/aws-rds';

declare const stack: Stack;

/// !show
new rds.CfnDBInstance(stack, 'Replica', {
  sourceDbInstanceIdentifier: 'arn:aws:rds:us-east-1:482731905566:db:orders',
  kmsKeyId: 'alias/aws/rds',
});
