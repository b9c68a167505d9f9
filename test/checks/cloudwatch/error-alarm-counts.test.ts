import { expect, it } from 'vitest';
import check from '../../../checks/cloudwatch/error-alarm-counts.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (properties: object, logicalId = 'Alarm'): Example => ({
  App: {
    resources: {
      [logicalId]: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: { Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum', Threshold: 5, ...properties },
      },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'info',
      checkId: 'cloudwatch/error-alarm-counts',
      stack: 'Checkout',
      logicalId: 'ErrorRate',
      propertyPath: 'Threshold',
      message:
        'The name or description of the alarm contains "5%", but its threshold is a number of errors, 5, however many calls there were.',
    },
  ]);
});

it.each([
  ['a unit', app({ Unit: 'Percent' }), 'Percent'],
  ['a name', app({ AlarmName: 'prod-checkout-error-rate' }), 'error-rate'],
  ['a construct', app({}, 'CheckoutErrorRateAlarm0A1B2C3D'), 'ErrorRate'],
])('hears a share of the calls in %s', (_, example, words) => {
  expect(findingsIn(example, check)[0]?.message).toContain(`"${words}"`);
});

it.each<[string, Example]>([
  ['an alarm that says it counts', app({ AlarmDescription: 'Five errors in five minutes' })],
  ['a threshold below one', app({ AlarmDescription: 'error rate', Threshold: 0.05 })],
  ['a threshold that is not known', app({ AlarmDescription: 'error rate', Threshold: { Ref: 'AWS::StackId' } })],
  ['an average, which is a share', app({ AlarmDescription: 'error rate', Statistic: 'Average' })],
  ['errors of API Gateway', app({ AlarmDescription: 'error rate', Namespace: 'AWS/ApiGateway', MetricName: '5XXError' })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
