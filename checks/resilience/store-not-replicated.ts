import { defineCheck } from '../../src/check/check.js';
import { assessmentsOf } from '../../src/resilience/assess.js';
import { lagAlarm, promising } from './model/contract-example.js';

const table = (type: string, properties: object) => ({
  Orders: { Type: type, DeletionPolicy: 'Retain', Properties: { TableName: 'orders', BillingMode: 'PAY_PER_REQUEST', ...properties } },
});
const queue = { Jobs: { Type: 'AWS::SQS::Queue', Properties: {} } };

export default defineCheck({
  id: 'resilience/store-not-replicated',
  title: 'Data that does not reach the standby region',
  severity: 'error',
  docs: {
    why: 'The contract promises to survive the loss of a region. Data that stands in this region alone is not available until the region is back. Backups that stay in the region, and a second store that nothing replicates to, do not help.',
    fix: 'Replicate the store to each region of the contract: a global table, a global database, replication rules, or copies of backups. What may be lost belongs into `exceptions` of the contract, with the reason.',
    sources: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
      'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
    ],
    bad: promising({}, { ...queue, ...table('AWS::DynamoDB::Table', {}) }, queue),
    good: promising(
      {},
      {
        ...queue,
        ...lagAlarm,
        ...table('AWS::DynamoDB::GlobalTable', {
          StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
          Replicas: [{ Region: 'us-east-1' }, { Region: 'us-west-2' }],
        }),
      },
      queue,
    ),
  },
  *graph({ graph, settings }) {
    for (const { contract, stores } of assessmentsOf(graph, settings)) {
      for (const { store, type, reaches, notCounted } of stores()) {
        if (notCounted !== undefined || type.kind === 'messages') continue;
        const missing = reaches.filter(({ way, verdict }) => way === undefined && verdict.level === 'not-met');
        const [first] = missing;
        if (first === undefined) continue;
        const regions = missing.map(({ to }) => to).join(' and ');
        yield {
          at: store,
          message: `${contract.name} promises to survive the loss of ${store.region}, but the ${type.what} ${store.displayName} does not reach ${regions}: ${first.verdict.because}.`,
          fix: type.fix,
          fill: { 'us-west-2': first.to },
          cause: { key: store, here: `The ${type.what} does not reach ${regions}.` },
          related: missing.flatMap(({ counterpart, to }) =>
            counterpart === undefined ? [] : [{ at: counterpart, message: `The one of ${to}, with data of its own.` }],
          ),
        };
      }
    }
  },
});
