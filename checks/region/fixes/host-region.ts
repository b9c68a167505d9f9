import type { Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';

declare const stack: Stack;

/// !show
const site = s3.Bucket.fromBucketAttributes(stack, 'Site', { bucketName: 'altona-site', region: 'eu-west-1' });
