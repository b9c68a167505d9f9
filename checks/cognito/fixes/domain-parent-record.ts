import type { Stack } from 'aws-cdk-lib';

declare const usersStack: Stack;
declare const dnsStack: Stack;

/// !show
usersStack.addStackDependency(dnsStack);
