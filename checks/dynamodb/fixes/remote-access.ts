import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as lambda from 'aws-cdk-lib/aws-lambda';

declare const stack: Stack;
declare const fn: lambda.IFunction;

/// !show
const table = new dynamodb.TableV2(stack, 'Orders', {
  partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  replicas: [{ region: 'us-west-2' }],
});
table.replica('us-west-2').grantReadWriteData(fn);
