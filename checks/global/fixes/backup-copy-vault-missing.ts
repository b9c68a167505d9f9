import * as backup from 'aws-cdk-lib/aws-backup';

declare const plan: backup.BackupPlan;
declare const westernVault: backup.IBackupVault;

/// !show
plan.addRule(
  new backup.BackupPlanRule({
    copyActions: [{ destinationBackupVault: westernVault }],
  }),
);
