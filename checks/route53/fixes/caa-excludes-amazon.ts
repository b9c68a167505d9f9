import type { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const zone: route53.IHostedZone;

/// !show
new route53.CaaAmazonRecord(stack, 'Caa', { zone: zone });
