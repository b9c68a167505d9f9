import { CfnOutput, Fn, type Stack } from 'aws-cdk-lib';

declare const stack: Stack;
declare const nameServers: string[];

/// !show
new CfnOutput(stack, 'NameServers', { value: Fn.join(',', nameServers) });
