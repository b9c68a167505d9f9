import type { Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';

declare const stack: Stack;
declare const westernKey: kms.IKey;

/// !show
new secretsmanager.Secret(stack, 'Login', {
  replicaRegions: [{ region: 'us-west-2', encryptionKey: westernKey }],
});
