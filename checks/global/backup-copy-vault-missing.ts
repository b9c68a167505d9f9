import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { groupBy } from '../../src/group-by.js';
import { placesAt } from '../../src/queries/region-of.js';

const VAULT = 'AWS::Backup::BackupVault';
/** Of both kinds: https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html */
const VAULTS = [VAULT, 'AWS::Backup::LogicallyAirGappedBackupVault'];
/** Others that are named beside a finding, of each kind. */
const MAX_RELATED = 10;
const vault = (name: string) => resource(VAULT, { BackupVaultName: name });
const example = (copyVault: string) => ({
  BackupWest: stack('us-west-2', { Vault: vault(copyVault) }),
  Backup: stackAfter('BackupWest', 'us-east-1', {
    Vault: vault('orders'),
    Plan: resource('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanName: 'orders',
        BackupPlanRule: [
          {
            RuleName: 'daily',
            TargetBackupVault: { Ref: 'Vault' },
            CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:us-west-2:482731905566:backup-vault:orders-copy' }],
          },
        ],
      },
    }),
  }),
});

export default defineCheck({
  id: 'global/backup-copy-vault-missing',
  title: 'Backup vault of copies is not defined',
  severity: 'warning',
  types: ['AWS::Backup::BackupPlan'],
  docs: {
    why: 'The plan is deployed whether or not the vault of its copies exists; the copy jobs fail later, which shows only when a backup is needed in the other region.',
    fix: "Declare the vault in the other region's stack and pass it: `copyActions: [{ destinationBackupVault: otherStack.vault }]`.",
    sources: [
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-backup-backupplan-copyactionresourcetype.html',
    ],
    templateFix: 'Declare the `AWS::Backup::BackupVault` in a stack of the other region, and name it in `DestinationBackupVaultArn`.',
    bad: example('orders-copies'),
    good: example('orders-copy'),
  },
  *resource(plan, { graph }) {
    const vaultsThere = graph.memo(vaultsByPlace);
    const namesThere = graph.memo(namesByPlace);
    for (const at of placesAt(plan, 'BackupPlan.BackupPlanRule.*.CopyActions.*.DestinationBackupVaultArn')) {
      const { arn } = at;
      const name = arn?.resource.kind === 'literal' ? String(arn.resource.value).replace('backup-vault:', '') : undefined;
      if (at.reference !== undefined || arn === undefined || name === undefined || name === 'Default') continue;
      // Only where this app has stacks: a vault of another account or region is another app's.
      const stacks = graph.stacks.filter(({ environment }) => environment.region === arn.region && environment.account === arn.account);
      if (stacks.length === 0 || graph.mayLackResources(stacks)) continue;
      const vaults = vaultsThere.get(`${arn.account} ${arn.region}`) ?? [];
      const names = namesThere.get(`${arn.account} ${arn.region}`);
      if (names?.has(undefined) || names?.has(name)) continue;
      const elsewhere = graph.names.named(name, [VAULT]);
      yield {
        at,
        message: `No stack in this app defines a backup vault "${name}" in ${arn.region}: if it does not exist, the copies fail.`,
        related: [...vaults.slice(0, MAX_RELATED), ...elsewhere.slice(0, MAX_RELATED)].map((vault) => ({
          at: vault,
          message: `A vault in ${vault.region}.`,
        })),
      };
    }
  },
});

function vaultsByPlace(graph: ResourceGraph): ReadonlyMap<string, readonly Resource[]> {
  const vaults = VAULTS.flatMap((type) => graph.resourcesOfType(type));
  return groupBy(vaults, ({ account, region }) => `${account} ${region}`);
}

function namesByPlace(graph: ResourceGraph): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  return new Map(
    [...graph.memo(vaultsByPlace)].map(([place, vaults]) => [
      place,
      new Set(vaults.map((vault) => vault.property('BackupVaultName').text)),
    ]),
  );
}
