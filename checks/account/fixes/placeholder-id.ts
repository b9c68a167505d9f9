import type { Stack } from 'aws-cdk-lib';

declare const stack: Stack;

/// !show
const roleArn = `arn:aws:iam::${stack.account}:role/jobs`;
