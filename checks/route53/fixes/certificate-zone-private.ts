import type { Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const publicZone: route53.IHostedZone;

/// !show
new acm.Certificate(stack, 'Certificate', {
  domainName: 'shop.acme-bank.io',
  validation: acm.CertificateValidation.fromDns(publicZone),
});
