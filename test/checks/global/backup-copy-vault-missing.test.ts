import { expect, it } from 'vitest';
import check from '../../../checks/global/backup-copy-vault-missing.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (name: string, vault: object, region = 'us-west-2', account = '482731905566', type = 'AWS::Backup::BackupVault'): Example => ({
  West: { region: 'us-west-2', resources: { Vault: { Type: type, Properties: { ...vault } } } },
  East: {
    region: 'us-east-1',
    resources: {
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: {
          BackupPlan: {
            BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: `arn:aws:backup:${region}:${account}:backup-vault:${name}` }] }],
          },
        },
      },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/backup-copy-vault-missing",
        "logicalId": "Plan",
        "message": "No stack in this app defines a backup vault "orders-copy" in us-west-2: if it does not exist, the copies fail.",
        "propertyPath": "BackupPlan.BackupPlanRule.0.CopyActions.0.DestinationBackupVaultArn",
        "related": [
          {
            "logicalId": "Vault",
            "message": "A vault in us-west-2.",
            "stack": "BackupWest",
          },
        ],
        "severity": "warning",
        "stack": "Backup",
      },
    ]
  `);
});

it.each<[string, Example]>([
  ['a vault that is declared', app('orders', { BackupVaultName: 'orders' })],
  [
    'a logically air-gapped vault',
    app('orders', { BackupVaultName: 'orders' }, 'us-west-2', '482731905566', 'AWS::Backup::LogicallyAirGappedBackupVault'),
  ],
  ['the default vault', app('Default', { BackupVaultName: 'orders' })],
  ['a vault with a name that is not known', app('orders', { BackupVaultName: { 'Fn::ImportValue': 'vault' } })],
  ['a region without stacks of this app', app('orders', { BackupVaultName: 'other' }, 'eu-west-1')],
  ['another account', app('orders', { BackupVaultName: 'other' }, 'us-west-2', '694120358871')],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
