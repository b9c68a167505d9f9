import { CfnOutput, type Stack } from 'aws-cdk-lib';

declare const stack: Stack;
declare const endpoint: string;

/// !show
new CfnOutput(stack, 'Endpoint', {
  value: endpoint,
  exportName: `${stack.stackName}-endpoint`,
});
