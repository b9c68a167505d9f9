import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';

declare const stack: Stack;

/// !show
new dynamodb.CfnGlobalTable(stack, 'Orders', {
  attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
  keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
  streamSpecification: { streamViewType: 'NEW_AND_OLD_IMAGES' },
  replicas: [{ region: 'us-east-1' }, { region: 'us-west-2' }],
});
