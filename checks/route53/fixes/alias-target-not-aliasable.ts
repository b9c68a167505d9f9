import type { Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as targets from 'aws-cdk-lib/aws-route53-targets';

declare const stack: Stack;
declare const zone: route53.IHostedZone;
declare const domain: apigateway.DomainName;

/// !show
new route53.ARecord(stack, 'Api', {
  zone: zone,
  recordName: 'api',
  target: route53.RecordTarget.fromAlias(new targets.ApiGatewayDomain(domain)),
});
