import { Stack } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as route53 from 'aws-cdk-lib/aws-route53';

declare const stack: Stack;
declare const alarm: cloudwatch.Alarm;

/// !show
new route53.HealthCheck(stack, 'Health', {
  type: route53.HealthCheckType.CLOUDWATCH_METRIC,
  alarmIdentifier: { name: alarm.alarmName, region: Stack.of(alarm).region },
});
