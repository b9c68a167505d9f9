import type { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';

declare const stack: Stack;

/// !show
new lambda.Function(stack, 'Poller', {
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = () => {};'),
  logGroup: new logs.LogGroup(stack, 'Logs'),
});
