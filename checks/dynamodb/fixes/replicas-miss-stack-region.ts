import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';

declare const stack: Stack;

/// !show
new dynamodb.CfnGlobalTable(stack, 'Orders', {
  attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
  keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
  replicas: [{ region: stack.region }, { region: 'us-west-2' }],
});
