import { Duration, type Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';

declare const stack: Stack;
declare const network: ec2.IVpc;

/// !show
new rds.DatabaseCluster(stack, 'Orders', {
  engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_08_0 }),
  vpc: network,
  writer: rds.ClusterInstance.serverlessV2('writer'),
  backup: { retention: Duration.days(14) },
});
