import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';

declare const stack: Stack;

/// !show
new s3.Bucket(stack, 'Orders', {
  // No bucketName: CloudFormation makes one.
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
});
