import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';

declare const stack: Stack;
declare const key: kms.IKey;
declare const westernKeyArn: string;

/// !show
new dynamodb.TableV2(stack, 'Orders', {
  partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  encryption: dynamodb.TableEncryptionV2.customerManagedKey(key, { 'us-west-2': westernKeyArn }),
  replicas: [{ region: 'us-west-2' }],
});
