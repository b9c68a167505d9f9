import type { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const east: route53.HealthCheck;
declare const west: route53.HealthCheck;

/// !show
new route53.HealthCheck(stack, 'Any', {
  type: route53.HealthCheckType.CALCULATED,
  childHealthChecks: [east, west],
  healthThreshold: 1,
});
