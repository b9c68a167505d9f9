import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

declare const stack: Stack;
declare const routeTableId: string;
declare const vpcPeeringConnectionId: string;

/// !show
new ec2.CfnRoute(stack, 'ToShop', {
  routeTableId: routeTableId,
  destinationCidrBlock: '10.1.0.0/16',
  vpcPeeringConnectionId: vpcPeeringConnectionId,
});
