import type { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as iam from 'aws-cdk-lib/aws-iam';

declare const stack: Stack;
declare const role: iam.IRole;

/// !show
new apigateway.CfnAccount(stack, 'Logging', { cloudWatchRoleArn: role.roleArn });
