import { Fn, type Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const functionUrl: lambda.FunctionUrl;

/// !show
new route53.HealthCheck(stack, 'Health', {
  type: route53.HealthCheckType.HTTPS,
  fqdn: Fn.select(2, Fn.split('/', functionUrl.url)),
});
