import type { Stack } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';

declare const stack: Stack;
declare const network: ec2.IVpc;

/// !show
const postgres = rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_6 });
new rds.DatabaseCluster(stack, 'Orders', { engine: postgres, vpc: network, writer: rds.ClusterInstance.serverlessV2('writer') });
