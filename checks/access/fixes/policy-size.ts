import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

declare const stack: Stack;
declare const role: iam.Role;

/// !show
new iam.ManagedPolicy(stack, 'Reports', {
  roles: [role],
  statements: [
    new iam.PolicyStatement({
      actions: ['s3:GetObject'],
      resources: ['arn:aws:s3:::acme-reports-*/*'],
    }),
  ],
});
