import type { Stack } from 'aws-cdk-lib';

declare const sourceStack: Stack;
declare const destinationStack: Stack;

/// !show
sourceStack.addStackDependency(destinationStack);
