import type { Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';

declare const stack: Stack;
declare const vpc: ec2.IVpc;

/// !show
new elbv2.ApplicationTargetGroup(stack, 'Tasks', {
  vpc: vpc,
  port: 80,
  targetType: elbv2.TargetType.IP,
});
