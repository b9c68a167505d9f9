import { Fn, type Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const api: apigateway.RestApi;

/// !show
new route53.HealthCheck(stack, 'Health', {
  type: route53.HealthCheckType.HTTPS,
  fqdn: Fn.parseDomainName(api.url),
  resourcePath: '/prod/health',
});
