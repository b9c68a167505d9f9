import type { Stack } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';

declare const stack: Stack;
declare const api: apigateway.RestApi;

/// !show
new cloudfront.Distribution(stack, 'Site', { defaultBehavior: { origin: new origins.RestApiOrigin(api) } });
