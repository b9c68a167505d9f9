import type { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;

/// !show
new route53.HealthCheck(stack, 'Health', {
  type: route53.HealthCheckType.HTTPS,
  fqdn: 'api.acme-bank.io',
  port: 443,
  resourcePath: '/health',
});
