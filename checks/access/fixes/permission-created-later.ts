import type { Stack } from 'aws-cdk-lib';

declare const trailStack: Stack;
declare const policyStack: Stack;

/// !show
trailStack.addStackDependency(policyStack);
