import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

declare const stack: Stack;
declare const ownVpcId: string;
declare const otherVpcId: string;

/// !show
new ec2.CfnVPCPeeringConnection(stack, 'Peering', {
  vpcId: ownVpcId,
  peerVpcId: otherVpcId,
  peerOwnerId: '605318274419',
  peerRoleArn: 'arn:aws:iam::605318274419:role/accept-peering',
});
