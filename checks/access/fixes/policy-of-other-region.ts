import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as lambda from 'aws-cdk-lib/aws-lambda';

declare const table: dynamodb.TableV2;
declare const fn: lambda.IFunction;

/// !show
table.replica('us-west-2').grantReadWriteData(fn);
