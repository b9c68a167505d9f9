import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';

declare const stack: Stack;
declare const primaryKeyArn: string;

/// !show
new kms.CfnReplicaKey(stack, 'Replica', {
  primaryKeyArn: primaryKeyArn,
  keyPolicy: new iam.PolicyDocument({
    statements: [
      new iam.PolicyStatement({
        actions: ['kms:*'],
        principals: [new iam.AccountRootPrincipal()],
        resources: ['*'],
      }),
    ],
  }),
});
