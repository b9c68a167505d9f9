import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

declare const stack: Stack;
declare const vpcId: string;
declare const peerVpcId: string;

/// !show
new ec2.CfnVPCPeeringConnection(stack, 'Peering', {
  vpcId: vpcId,
  peerVpcId: peerVpcId,
  peerRegion: 'us-west-2',
});
