import type { Stack } from 'aws-cdk-lib';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';

declare const stack: Stack;

/// !show
new secretsmanager.Secret(stack, 'Login', {
  replicaRegions: [{ region: 'us-west-2' }],
});
