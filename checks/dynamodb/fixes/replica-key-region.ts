import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';

declare const key: kms.IKey;
declare const westernKey: kms.IKey;

/// !show
const encryption = dynamodb.TableEncryptionV2.customerManagedKey(key, { 'us-west-2': westernKey.keyArn });
