import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';

declare const stack: Stack;
declare const key: kms.IKey;
declare const westernKey: kms.IKey;

/// !show
new dynamodb.CfnGlobalTable(stack, 'Orders', {
  attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
  keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
  sseSpecification: { sseEnabled: true, sseType: 'KMS' },
  replicas: [
    { region: 'us-east-1', sseSpecification: { kmsMasterKeyId: key.keyArn } },
    { region: 'us-west-2', sseSpecification: { kmsMasterKeyId: westernKey.keyArn } },
  ],
});
