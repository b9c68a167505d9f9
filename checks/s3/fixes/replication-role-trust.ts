import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

declare const stack: Stack;

/// !show
const role = new iam.Role(stack, 'Replication', {
  assumedBy: new iam.ServicePrincipal('s3.amazonaws.com'),
});
