import type { Stack } from 'aws-cdk-lib';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';

declare const stack: Stack;

/// !show
new wafv2.CfnWebACL(stack, 'Acl', {
  scope: 'CLOUDFRONT',
  defaultAction: { allow: {} },
  visibilityConfig: {
    cloudWatchMetricsEnabled: true,
    metricName: 'site',
    sampledRequestsEnabled: true,
  },
});
