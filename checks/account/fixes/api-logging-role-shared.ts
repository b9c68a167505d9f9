import type { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';

declare const stack: Stack;

/// !show
new apigateway.SpecRestApi(stack, 'Orders', {
  apiDefinition: apigateway.ApiDefinition.fromInline({ openapi: '3.0.1' }),
  cloudWatchRole: false,
});
