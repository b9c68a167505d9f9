import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';

declare const stack: Stack;
declare const key: kms.IKey;
declare const westernKey: kms.IKey;

/// !show
new dynamodb.TableV2(stack, 'Orders', {
  partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  encryption: dynamodb.TableEncryptionV2.customerManagedKey(key, { 'us-west-2': westernKey.keyArn }),
  replicas: [{ region: 'us-west-2' }],
});
