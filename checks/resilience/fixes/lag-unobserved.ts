import { Duration, type Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

declare const stack: Stack;

/// !show
new cloudwatch.Alarm(stack, 'Lag', {
  metric: new cloudwatch.Metric({
    namespace: 'AWS/RDS',
    metricName: 'AuroraGlobalDBReplicationLag',
    dimensionsMap: { DBClusterIdentifier: 'orders-standby' },
    statistic: 'Maximum',
    period: Duration.minutes(1),
  }),
  threshold: 30000,
  evaluationPeriods: 3,
});
