import type { Stack } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import type * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const comZone: route53.IHostedZone;
declare const ioZone: route53.IHostedZone;

/// !show
new acm.Certificate(stack, 'Certificate', {
  domainName: 'shop.acme-bank.com',
  subjectAlternativeNames: ['shop.acme-bank.io'],
  validation: acm.CertificateValidation.fromDnsMultiZone({
    'shop.acme-bank.com': comZone,
    'shop.acme-bank.io': ioZone,
  }),
});
