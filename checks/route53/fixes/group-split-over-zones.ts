import type { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;

/// !show
const zone = route53.HostedZone.fromLookup(stack, 'Zone', { domainName: 'acme-bank.io' });
