import { Duration, type Stack } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';

declare const stack: Stack;

/// !show
new sqs.Queue(stack, 'Orders', { visibilityTimeout: Duration.minutes(3) });
