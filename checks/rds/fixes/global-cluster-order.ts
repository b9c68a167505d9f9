import type { Stack } from 'aws-cdk-lib';

declare const secondaryStack: Stack;
declare const primaryStack: Stack;

/// !show
secondaryStack.addStackDependency(primaryStack);
