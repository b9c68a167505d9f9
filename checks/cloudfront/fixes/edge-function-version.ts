import type { Stack } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import type * as lambda from 'aws-cdk-lib/aws-lambda';

declare const stack: Stack;
declare const bucketOrigin: cloudfront.IOrigin;
declare const fn: lambda.Function;

/// !show
new cloudfront.Distribution(stack, 'Site', {
  defaultBehavior: {
    origin: bucketOrigin,
    edgeLambdas: [
      {
        functionVersion: fn.currentVersion,
        eventType: cloudfront.LambdaEdgeEventType.VIEWER_REQUEST,
      },
    ],
  },
});
