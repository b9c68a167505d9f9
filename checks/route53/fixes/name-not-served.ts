import type { Stack } from 'aws-cdk-lib';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';

declare const stack: Stack;
declare const certificate: acm.ICertificate;

/// !show
new cloudfront.Distribution(stack, 'Site', {
  domainNames: ['www.acme-bank.io'],
  certificate: certificate,
  defaultBehavior: { origin: new origins.HttpOrigin('origin.acme-bank.io') },
});
