import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';

declare const stack: Stack;

/// !show
const vpc = ec2.Vpc.fromLookup(stack, 'Vpc', { vpcName: 'shared' });
