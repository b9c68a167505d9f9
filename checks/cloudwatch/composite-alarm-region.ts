import { defineCheck } from '../../src/check/check.js';
import { outputOf, resource, stackAfter, stackWith } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { ALARMS } from './model/alarms.js';

const app = (region: string) => ({
  Metrics: stackWith({ Alarm: { 'Fn::GetAtt': ['Failures', 'Arn'] } }, region, {
    Failures: resource('AWS::CloudWatch::Alarm', { AlarmName: 'checkout-failures', Threshold: 5 }),
  }),
  Overview: stackAfter('Metrics', 'us-east-1', {
    Checkout: resource('AWS::CloudWatch::CompositeAlarm', {
      AlarmActions: ['arn:aws:sns:us-east-1:482731905566:on-call'],
      AlarmRule: { 'Fn::Join': ['', ['ALARM("', outputOf('Metrics', 'Alarm', region), '")']] },
    }),
  }),
});

export default defineCheck({
  id: 'cloudwatch/composite-alarm-region',
  title: 'Composite alarm uses an alarm in another region',
  severity: 'error',
  types: ['AWS::CloudWatch::CompositeAlarm'],
  docs: {
    why: '"All of the underlying alarms in your composite alarm must be in the same account and the same Region as your composite alarm." CloudWatch looks for them there, and rejects the rule when it does not find one.',
    fix: 'Make a `CompositeAlarm` in each region, of the alarms of that region. For one view of all regions, let each of them act on one topic or raise a Route 53 health check.',
    sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm.html'],
    templateFix:
      'Declare an `AWS::CloudWatch::CompositeAlarm` in each region, of the alarms of that region. For one view of all regions, let each act on one topic or on a Route 53 health check.',
    bad: app('us-west-2'),
    good: app('us-east-1'),
  },
  *resource(composite) {
    const at = composite.property('AlarmRule');
    for (const { name, region, alarm } of alarmsIn(at.parts ?? [])) {
      if (region === undefined || composite.region === undefined || region === composite.region) continue;
      yield {
        at,
        message: `The alarm ${name} is in ${region}, and this composite alarm in ${composite.region}: underlying alarms "must be in the same account and the same Region".`,
        ...(alarm && { related: [{ at: alarm, message: `The alarm, in ${region}.` }] }),
      };
      return;
    }
  },
});

interface Underlying {
  readonly name: string;
  readonly region: string | undefined;
  readonly alarm?: Resource;
}

/** The alarms that a rule names by reference or ARN. */
function alarmsIn(parts: NonNullable<ReturnType<Resource['property']>['parts']>): readonly Underlying[] {
  return parts.flatMap((part): readonly Underlying[] => {
    if (typeof part === 'string') {
      const arns = part.matchAll(/arn:aws[a-z-]*:cloudwatch:([a-z0-9-]+):\d*:alarm:([^"')]+)/g);
      return [...arns].flatMap(([, region = '', name = '']) => (isRegion(region) ? [{ name, region }] : []));
    }
    if (part.kind !== 'reference' || !ALARMS.includes(part.resource.type)) return [];
    const { resource: alarm } = part;
    return [{ name: alarm.physicalName ?? alarm.displayName, region: alarm.region, alarm }];
  });
}
