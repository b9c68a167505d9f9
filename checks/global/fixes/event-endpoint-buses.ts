import type { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';

declare const stack: Stack;

/// !show
new events.EventBus(stack, 'Bus', { eventBusName: 'orders' });
