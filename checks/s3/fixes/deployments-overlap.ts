import type { Stack } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3deploy from 'aws-cdk-lib/aws-s3-deployment';

declare const stack: Stack;
declare const bucket: s3.IBucket;

/// !show
new s3deploy.BucketDeployment(stack, 'Site', {
  destinationBucket: bucket,
  destinationKeyPrefix: 'site',
  sources: [s3deploy.Source.data('index.html', 'Hello')],
});
