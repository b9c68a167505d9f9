import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';

declare const stack: Stack;
declare const network: ec2.IVpc;
declare const postgres: rds.IClusterEngine;

/// !show
new rds.DatabaseCluster(stack, 'Orders', {
  engine: postgres,
  vpc: network,
  writer: rds.ClusterInstance.provisioned('writer', {
    instanceType: ec2.InstanceType.of(ec2.InstanceClass.R6G, ec2.InstanceSize.LARGE),
  }),
});
