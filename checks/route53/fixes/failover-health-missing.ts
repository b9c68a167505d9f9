import type { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const zone: route53.IHostedZone;
declare const healthCheck: route53.HealthCheck;

/// !show
new route53.CnameRecord(stack, 'Primary', {
  zone: zone,
  recordName: 'api',
  domainName: 'east.acme-bank.io',
  failover: route53.Failover.PRIMARY,
  healthCheck: healthCheck,
});
