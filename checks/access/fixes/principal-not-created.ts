import type { Stack } from 'aws-cdk-lib';

declare const policyStack: Stack;
declare const roleStack: Stack;

/// !show
policyStack.addStackDependency(roleStack);
