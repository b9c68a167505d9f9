import type { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';

declare const stack: Stack;
declare const fn: lambda.Function;

/// !show
new cloudwatch.Alarm(stack, 'Errors', {
  metric: new cloudwatch.MathExpression({
    expression: '100 * errors / invocations',
    usingMetrics: { errors: fn.metricErrors(), invocations: fn.metricInvocations() },
  }),
  threshold: 5,
  evaluationPeriods: 3,
  treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
});
