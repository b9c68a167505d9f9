import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

declare const stack: Stack;

/// !show
new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
