import type { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const parentZone: route53.IHostedZone;
declare const nameServers: string[];

/// !show
new route53.NsRecord(stack, 'Delegation', {
  zone: parentZone,
  recordName: 'shop',
  values: nameServers,
});
