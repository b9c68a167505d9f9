import type { Stack } from 'aws-cdk-lib';
import * as cr from 'aws-cdk-lib/custom-resources';

declare const stack: Stack;

/// !show
new cr.AwsCustomResource(stack, 'Limits', {
  onUpdate: {
    service: 'SSM',
    action: 'getParameter',
    parameters: { Name: '/orders/limits' },
    region: 'us-west-2',
    physicalResourceId: cr.PhysicalResourceId.of('limits'),
  },
  policy: cr.AwsCustomResourcePolicy.fromSdkCalls({ resources: cr.AwsCustomResourcePolicy.ANY_RESOURCE }),
});
