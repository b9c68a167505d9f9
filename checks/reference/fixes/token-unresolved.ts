import { Fn } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';

declare const functionUrl: lambda.FunctionUrl;

/// !show
const host = Fn.select(2, Fn.split('/', functionUrl.url));
