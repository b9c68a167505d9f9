import type { Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';

declare const stack: Stack;
declare const backup: s3.IBucket;

/// !show
new s3.Bucket(stack, 'Orders', {
  versioned: true,
  replicationRules: [{ destination: backup, accessControlTransition: true }],
});
