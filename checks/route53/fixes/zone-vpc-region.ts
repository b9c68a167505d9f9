import type { Stack } from 'aws-cdk-lib';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const vpcId: string;

/// !show
new route53.CfnHostedZone(stack, 'Zone', {
  name: 'acme.internal',
  vpcs: [{ vpcId: vpcId, vpcRegion: 'us-west-2' }],
});
