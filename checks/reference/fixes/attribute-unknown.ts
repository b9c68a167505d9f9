import type * as lambda from 'aws-cdk-lib/aws-lambda';

declare const fn: lambda.Function;

/// !show
const url = fn.addFunctionUrl().url;
