import { resource } from '../../src/check/example-parts.js';
import { inWords } from '../../src/resilience/duration.js';
import { contractCheck } from './model/contract-check.js';
import { lagAlarm, promising } from './model/contract-example.js';

const table = (type: string, properties: object) => ({
  Orders: { Type: type, DeletionPolicy: 'Retain', Properties: { TableName: 'orders', BillingMode: 'PAY_PER_REQUEST', ...properties } },
});
const replicated = table('AWS::DynamoDB::GlobalTable', {
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  Replicas: [{ Region: 'us-east-1' }, { Region: 'us-west-2' }],
});

export const lagUnobserved = contractCheck({
  id: 'resilience/lag-unobserved',
  title: 'No alarm watches the replication lag',
  severity: 'error',
  docs: {
    why: 'The contract says how much data may be lost with a region. Replication that is asynchronous keeps that only while its lag is small, and AWS promises no figure: when it stalls, the objective is broken before the region is lost, and nobody knows. No alarm here watches the metric in the region where it is published.',
    fix: 'Create an alarm on the metric that the message names, in the region that it names, with a threshold below the recovery point objective. When another system watches the lag, switch this check off in the configuration.',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html',
    ],
    bad: promising({}, replicated, {}),
    good: promising({}, { ...replicated, ...lagAlarm }, {}),
  },
  *ofContract({ contract, unobserved }) {
    const { rpo } = contract;
    if (rpo === undefined) return;
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
  },
});

const volume = (schedule: string) => ({
  Ledger: { Type: 'AWS::FSx::FileSystem', DeletionPolicy: 'Retain', Properties: { FileSystemType: 'WINDOWS', SubnetIds: ['subnet-1'] } },
  Plan: resource('AWS::Backup::BackupPlan', {
    BackupPlan: {
      BackupPlanName: 'ledger',
      BackupPlanRule: [
        {
          RuleName: 'copy',
          TargetBackupVault: 'Default',
          ScheduleExpression: schedule,
          CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:us-west-2:482731905566:backup-vault:Default' }],
        },
      ],
    },
  }),
  Selection: resource('AWS::Backup::BackupSelection', {
    BackupPlanId: { Ref: 'Plan' },
    BackupSelection: {
      SelectionName: 'ledger',
      IamRoleArn: 'arn:aws:iam::482731905566:role/backup',
      Resources: [{ 'Fn::GetAtt': ['Ledger', 'ResourceARN'] }],
    },
  }),
});

export const rpoNotMet = contractCheck({
  id: 'resilience/rpo-not-met',
  title: 'Replication cannot meet the recovery point objective (RPO)',
  severity: 'error',
  docs: {
    why: 'The contract says how much of the last data may be lost with a region. Copies by a schedule lose all that was written since the last one; asynchronous replication loses what is on its way. A figure of AWS that is worse than the objective, without being a limit, is a warning.',
    fix: 'Replicate continuously instead of copying backups, copy more often, or declare an objective that the way of replication can keep.',
    sources: [
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    ],
    bad: promising({ mode: 'BACKUP_AND_RESTORE', rpo: 240, rto: 1440 }, volume('cron(0 3 * * ? *)'), {}),
    good: promising({ mode: 'BACKUP_AND_RESTORE', rpo: 240, rto: 1440 }, volume('cron(0 * * * ? *)'), {}),
  },
  *ofContract({ contract, stores }) {
    for (const { store, type, reaches, notCounted } of stores()) {
      if (notCounted !== undefined) continue;
      for (const { to, way, verdict } of reaches) {
        if (way === undefined || (verdict.level !== 'not-met' && verdict.level !== 'at-risk')) continue;
        yield {
          at: way.at,
          severity: verdict.level === 'not-met' ? 'error' : 'warning',
          message: `${contract.name} promises to lose no more than ${inWords(contract.rpo ?? 0)} of data, but the ${type.what} ${store.displayName} reaches ${to} by ${way.row.name}: ${verdict.because}.`,
          cause: { key: store, here: `The ${type.what} ${store.displayName} reaches ${to} by ${way.row.name}.` },
          related: [{ at: store, message: `The ${type.what} in ${store.region}.` }],
        };
      }
    }
  },
});

const queue = { Jobs: resource('AWS::SQS::Queue', {}) };

export const storeNotReplicated = contractCheck({
  id: 'resilience/store-not-replicated',
  title: 'Data is not replicated to the standby region',
  severity: 'error',
  docs: {
    why: 'The contract promises to survive the loss of a region. Data that stands in this region alone is not available until the region is back. Backups that stay in the region, and a second store that nothing replicates to, do not help.',
    fix: 'Replicate the store to each region of the contract: a global table, a global database, replication rules, or copies of backups. What may be lost belongs in `exceptions` of the contract, with the reason.',
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
  *ofContract({ contract, stores }) {
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
  },
});
