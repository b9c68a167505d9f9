import { RemovalPolicies, type Stack } from 'aws-cdk-lib';

declare const stack: Stack;

/// !show
RemovalPolicies.of(stack).destroy();
