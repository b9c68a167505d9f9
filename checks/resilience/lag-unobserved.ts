import { defineCheck } from '../../src/check/check.js';
import { assessmentsOf } from '../../src/resilience/assess.js';
import { inWords } from '../../src/resilience/duration.js';
import { lagAlarm, promising } from './model/contract-example.js';

const orders = {
  Orders: {
    Type: 'AWS::DynamoDB::GlobalTable',
    DeletionPolicy: 'Retain',
    Properties: {
      TableName: 'orders',
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      Replicas: [{ Region: 'us-east-1' }, { Region: 'us-west-2' }],
    },
  },
};
export default defineCheck({
  id: 'resilience/lag-unobserved',
  title: 'Replication whose lag no alarm watches',
  severity: 'error',
  docs: {
    why: 'The contract says how much data may be lost with a region. Replication that is asynchronous keeps that only while its lag is small, and AWS promises no figure: when it stalls, the objective is broken before the region is lost, and nobody knows. No alarm here watches the metric in the region where it is published.',
    fix: 'Create an alarm on the metric that the message names, in the region that it names, with a threshold below the recovery point objective. When another system watches the lag, switch this check off in the configuration.',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html',
    ],
    bad: promising({}, orders, {}),
    good: promising({}, { ...orders, ...lagAlarm }, {}),
  },
  *graph({ graph, settings }) {
    for (const { contract, unobserved } of assessmentsOf(graph, settings)) {
      const { rpo } = contract;
      if (rpo === undefined) continue;
      for (const { store, way, metric, regions } of unobserved()) {
        yield {
          at: way.at,
          message: `${contract.name} promises to lose no more than ${inWords(rpo)} of data, but no alarm in ${regions.join(' or ')} watches how far ${store.displayName} lags behind in ${way.to} (${metric.names.join(' or ')} of ${metric.namespace}).`,
          cause: {
            key: `${contract.name} ${metric.namespace}`,
            here: `No alarm watches how far ${store.displayName} lags behind in ${way.to}.`,
          },
        };
      }
    }
  },
});
