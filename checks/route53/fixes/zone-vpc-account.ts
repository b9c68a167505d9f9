import type { Stack } from 'aws-cdk-lib';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import * as cr from 'aws-cdk-lib/custom-resources';

declare const stack: Stack;
declare const zone: route53.PrivateHostedZone;

/// !show
new cr.AwsCustomResource(stack, 'Authorize', {
  onCreate: {
    service: 'Route53',
    action: 'createVPCAssociationAuthorization',
    parameters: {
      HostedZoneId: zone.hostedZoneId,
      VPC: { VPCId: 'vpc-0f3a91c2d4e5b6a78', VPCRegion: 'us-west-2' },
    },
    physicalResourceId: cr.PhysicalResourceId.of('authorization'),
  },
  policy: cr.AwsCustomResourcePolicy.fromSdkCalls({ resources: cr.AwsCustomResourcePolicy.ANY_RESOURCE }),
});
