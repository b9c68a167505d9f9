import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';

declare const stack: Stack;
declare const network: ec2.IVpc;

/// !show
new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', {
  vpc: network,
  internetFacing: true,
  vpcSubnets: { onePerAz: true, subnetType: ec2.SubnetType.PUBLIC },
});
