import type { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const zone: route53.IHostedZone;

/// !show
new route53.CfnRecordSet(stack, 'Api', {
  hostedZoneId: zone.hostedZoneId,
  name: 'api.acme-bank.io.',
  type: 'CNAME',
  ttl: '60',
  resourceRecords: ['east.acme-bank.io'],
  weight: 70,
  setIdentifier: stack.region,
});
