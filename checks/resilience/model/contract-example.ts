import type { Example, ExampleStack } from '../../../src/check/example.js';
import { resource, stack } from '../../../src/check/example-parts.js';

interface Promise {
  readonly mode?: 'ACTIVE_ACTIVE' | 'HOT_STANDBY' | 'WARM_STANDBY' | 'PILOT_LIGHT' | 'BACKUP_AND_RESTORE';
  readonly rpo?: number;
  readonly rto?: number;
}

/**
 * Two stacks of one application, which a policy of Resilience Hub makes promise to survive the loss of us-east-1: what `resilience` of the
 * configuration declares, written into the template. Objectives are in minutes.
 */
export function promising({ mode = 'HOT_STANDBY', rpo = 15, rto = 30 }: Promise, east: object, west: object): Example {
  const stacks: Record<'OrdersEast' | 'OrdersWest', ExampleStack> = {
    OrdersEast: stack('us-east-1', {
      ...east,
      Resilience: resource('AWS::ResilienceHubV2::Policy', {
        Name: 'orders',
        MultiRegion: { RpoInMinutes: rpo, RtoInMinutes: rto, DisasterRecoveryApproach: mode },
      }),
      Service: resource('AWS::ResilienceHubV2::Service', {
        Name: 'orders',
        Regions: ['us-east-1', 'us-west-2'],
        PolicyArn: { 'Fn::GetAtt': ['Resilience', 'PolicyArn'] },
      }),
    }),
    OrdersWest: stack('us-west-2', { ...west }),
  };
  return stacks;
}

/** Watches how far the global table `orders` is behind in us-west-2. */
export const lagAlarm = {
  Lag: resource('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/DynamoDB',
    MetricName: 'ReplicationLatency',
    Dimensions: [
      { Name: 'TableName', Value: 'orders' },
      { Name: 'ReceivingRegion', Value: 'us-west-2' },
    ],
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: 60000,
    EvaluationPeriods: 3,
    Period: 60,
    Statistic: 'Maximum',
    AlarmActions: ['arn:aws:sns:us-east-1:482731905566:on-call'],
  }),
};
