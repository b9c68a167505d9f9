import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as ssm from 'aws-cdk-lib/aws-ssm';

declare const fn: lambda.Function;
declare const limits: ssm.StringParameter;

/// !show
fn.addEnvironment('LIMITS', limits.parameterName);
fn.addEnvironment('LIMITS_REGION', 'us-east-1');
