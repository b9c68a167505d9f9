import { expect, it } from 'vitest';
import check from '../../../checks/cloudwatch/composite-alarm-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (AlarmRule: Json, region: object = { region: 'us-east-1' }): Example => ({
  App: {
    ...region,
    parameters: { Rule: { Type: 'String' } },
    resources: {
      Own: { Type: 'AWS::CloudWatch::Alarm', Properties: {} },
      Both: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmRule } },
    },
  },
});
const arn = (region: string) => `ALARM("arn:aws:cloudwatch:${region}:482731905566:alarm:failures") OR ALARM(\${Own.Arn})`;

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      severity: 'error',
      checkId: 'cloudwatch/composite-alarm-region',
      stack: 'Overview',
      logicalId: 'Checkout',
      propertyPath: 'AlarmRule',
      message:
        'The alarm checkout-failures is in us-west-2, and this composite alarm in us-east-1: underlying alarms "must be in the same account and the same Region".',
      related: [{ stack: 'Metrics', logicalId: 'Failures', message: 'The alarm, in us-west-2.' }],
    },
  ]);
});

it('reads ARNs in the rule', () => {
  expect(findingsIn(app({ 'Fn::Sub': arn('eu-west-1') }), check)[0]?.message).toMatch(/^The alarm failures is in eu-west-1/);
});

it.each<[string, Example]>([
  ['alarms of its own region', app({ 'Fn::Sub': arn('us-east-1') })],
  ['alarms by name, which are looked for in its region', app('ALARM("failures") AND OK(other)')],
  ['a rule in a parameter', app({ Ref: 'Rule' })],
  ['a stack that is not tied to a region', app({ 'Fn::Sub': arn('eu-west-1') }, {})],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
