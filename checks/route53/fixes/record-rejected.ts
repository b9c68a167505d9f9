import type { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const zone: route53.IHostedZone;

/// !show
new route53.CnameRecord(stack, 'Shop', {
  zone: zone,
  recordName: 'shop',
  domainName: 'east.acme-bank.io',
  weight: 70,
});
