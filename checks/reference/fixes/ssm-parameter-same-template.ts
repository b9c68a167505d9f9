import type { Stack } from 'aws-cdk-lib';
import * as ssm from 'aws-cdk-lib/aws-ssm';

declare const stack: Stack;
declare const vpcId: string;

/// !show
const parameter = new ssm.StringParameter(stack, 'VpcId', { stringValue: vpcId });
const value = parameter.stringValue;
