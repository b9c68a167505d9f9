import { Duration, NestedStack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Checkout } from './checkout';
import type { PaymentsApi } from './payments-api';

/** The alarms of one region. */
export class Monitoring extends NestedStack {
  constructor(scope: Construct, id: string, props: { payments: PaymentsApi; checkout: Checkout }) {
    super(scope, id);

    const onCall = new sns.Topic(this, 'OnCall');
    onCall.addSubscription(new EmailSubscription('payments-oncall@acme-bank.io'));

    const serverErrors = new cloudwatch.Alarm(this, 'PaymentsServerErrors', {
      alarmDescription: 'More than 1 % of the payment requests fail',
      metric: props.payments.api.metricServerError({ statistic: cloudwatch.Stats.AVERAGE, period: Duration.minutes(1) }),
      threshold: 0.01,
      evaluationPeriods: 3,
    });
    serverErrors.addAlarmAction(new SnsAction(onCall));

    const checkoutErrors = new cloudwatch.Alarm(this, 'CheckoutErrors', {
      alarmDescription: 'More than 1 % of the checkout pages fail',
      metric: new cloudwatch.MathExpression({
        label: 'Checkout errors in percent',
        expression: '100 * errors / invocations',
        usingMetrics: { errors: props.checkout.handler.metricErrors(), invocations: props.checkout.handler.metricInvocations() },
        period: Duration.minutes(1),
      }),
      threshold: 1,
      evaluationPeriods: 3,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    checkoutErrors.addAlarmAction(new SnsAction(onCall));
  }
}
