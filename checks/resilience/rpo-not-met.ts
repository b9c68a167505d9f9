import { defineCheck } from '../../src/check/check.js';
import { assessmentsOf } from '../../src/resilience/assess.js';
import { inWords } from '../../src/resilience/duration.js';
import { promising } from './model/contract-example.js';

const volume = (schedule: string) => ({
  Ledger: { Type: 'AWS::FSx::FileSystem', DeletionPolicy: 'Retain', Properties: { FileSystemType: 'WINDOWS', SubnetIds: ['subnet-1'] } },
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
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
    },
  },
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: 'Plan' },
      BackupSelection: {
        SelectionName: 'ledger',
        IamRoleArn: 'arn:aws:iam::482731905566:role/backup',
        Resources: [{ 'Fn::GetAtt': ['Ledger', 'ResourceARN'] }],
      },
    },
  },
});

export default defineCheck({
  id: 'resilience/rpo-not-met',
  title: 'Replication that cannot keep the recovery point objective',
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
  *graph({ graph, settings }) {
    for (const { contract, stores } of assessmentsOf(graph, settings)) {
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
    }
  },
});
