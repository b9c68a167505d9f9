import type { Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';

declare const stack: Stack;
declare const vpc: ec2.IVpc;

/// !show
new efs.FileSystem(stack, 'Copy', {
  vpc: vpc,
  replicationOverwriteProtection: efs.ReplicationOverwriteProtection.DISABLED,
});
