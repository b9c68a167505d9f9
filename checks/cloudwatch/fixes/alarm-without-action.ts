import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';

declare const alarm: cloudwatch.Alarm;
declare const topic: sns.ITopic;

/// !show
alarm.addAlarmAction(new actions.SnsAction(topic));
