import type { Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as cr from 'aws-cdk-lib/custom-resources';

declare const stack: Stack;
declare const peering: ec2.CfnTransitGatewayPeeringAttachment;

/// !show
new cr.AwsCustomResource(stack, 'Accept', {
  onCreate: {
    service: 'EC2',
    action: 'acceptTransitGatewayPeeringAttachment',
    parameters: { TransitGatewayAttachmentId: peering.attrTransitGatewayAttachmentId },
    region: 'us-west-2',
    physicalResourceId: cr.PhysicalResourceId.of('accepted'),
  },
  policy: cr.AwsCustomResourcePolicy.fromSdkCalls({ resources: cr.AwsCustomResourcePolicy.ANY_RESOURCE }),
});
