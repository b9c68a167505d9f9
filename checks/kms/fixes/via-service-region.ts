import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

declare const stack: Stack;

/// !show
new iam.PolicyStatement({
  actions: ['kms:Decrypt'],
  resources: ['*'],
  conditions: {
    StringEquals: { 'kms:ViaService': `sqs.${stack.region}.amazonaws.com` },
  },
});
