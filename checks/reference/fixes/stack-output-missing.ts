import { CfnOutput, type Stack } from 'aws-cdk-lib';

declare const databaseStack: Stack;
declare const endpoint: string;

/// !show
new CfnOutput(databaseStack, 'Endpoint', { value: endpoint });
