import type { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

declare const stack: Stack;
declare const errors: cloudwatch.Alarm;
declare const latency: cloudwatch.Alarm;

/// !show
new cloudwatch.CompositeAlarm(stack, 'Down', {
  alarmRule: cloudwatch.AlarmRule.anyOf(
    cloudwatch.AlarmRule.fromAlarm(errors, cloudwatch.AlarmState.ALARM),
    cloudwatch.AlarmRule.fromAlarm(latency, cloudwatch.AlarmState.ALARM),
  ),
});
