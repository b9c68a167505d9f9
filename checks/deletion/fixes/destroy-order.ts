import { RemovalPolicy } from 'aws-cdk-lib';
import type * as rds from 'aws-cdk-lib/aws-rds';

declare const globalCluster: rds.CfnGlobalCluster;

/// !show
globalCluster.applyRemovalPolicy(RemovalPolicy.RETAIN);
