import type { Stack } from 'aws-cdk-lib';

declare const applicationStack: Stack;
declare const networkStack: Stack;

/// !show
applicationStack.addStackDependency(networkStack);
