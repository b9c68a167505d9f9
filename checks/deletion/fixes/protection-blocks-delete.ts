import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';

declare const stack: Stack;

/// !show
new cognito.UserPool(stack, 'Merchants', {
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
});
