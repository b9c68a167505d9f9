import type { Stack } from 'aws-cdk-lib';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import type * as s3 from 'aws-cdk-lib/aws-s3';

declare const stack: Stack;
declare const westernBucket: s3.IBucket;

/// !show
new codepipeline.Pipeline(stack, 'Pipeline', {
  crossRegionReplicationBuckets: { 'us-west-2': westernBucket },
});
