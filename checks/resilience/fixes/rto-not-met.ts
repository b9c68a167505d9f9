import { Duration, type Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;

/// !show
new route53.HealthCheck(stack, 'Health', {
  type: route53.HealthCheckType.HTTPS,
  fqdn: 'east.acme-bank.io',
  requestInterval: Duration.seconds(10),
  failureThreshold: 2,
});
