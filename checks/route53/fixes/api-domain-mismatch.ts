import type { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as acm from 'aws-cdk-lib/aws-certificatemanager';

declare const stack: Stack;
declare const certificate: acm.ICertificate;

/// !show
new apigateway.DomainName(stack, 'Domain', {
  domainName: 'api.acme-bank.io',
  certificate: certificate,
  endpointType: apigateway.EndpointType.REGIONAL,
});
