import type { Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';

declare const stack: Stack;

/// !show
new s3.Bucket(stack, 'Backup', { versioned: true, objectLockEnabled: true });
