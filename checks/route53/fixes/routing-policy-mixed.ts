import type { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const zone: route53.IHostedZone;

/// !show
new route53.CnameRecord(stack, 'East', {
  zone: zone,
  recordName: 'api',
  domainName: 'east.acme-bank.io',
  weight: 50,
});
new route53.CnameRecord(stack, 'West', {
  zone: zone,
  recordName: 'api',
  domainName: 'west.acme-bank.io',
  weight: 50,
});
