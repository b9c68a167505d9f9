import type { Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';

declare const stack: Stack;

/// !show
new sns.Topic(stack, 'Orders', { topicName: `orders-${stack.region}` });
