import { WAYS } from '../../facts/resilience/ways.js';
import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { longestGap } from '../schedule.js';
import { type Way, type Ways, wayOf } from '../way.js';

/** Types of which AWS Backup makes copies: https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html */
const BACKED_UP: ReadonlySet<string> = new Set(
  [
    ...['DynamoDB::Table', 'DynamoDB::GlobalTable', 'RDS::DBCluster', 'RDS::DBInstance', 'DocDB::DBCluster', 'Neptune::DBCluster'],
    ...['S3::Bucket', 'EFS::FileSystem', 'FSx::FileSystem', 'EC2::Volume', 'Redshift::Cluster', 'Timestream::Database'],
  ].map((name) => `AWS::${name}`),
);

interface Plan {
  readonly copies: readonly Way[];
  /** Whether a store is selected; undefined when that is not known. */
  selects(store: Resource): boolean | undefined;
}

/** The copies of backups in other regions, from `AWS::Backup::BackupPlan` and the selections of each. */
export function waysByBackup(store: Resource): Ways {
  if (!BACKED_UP.has(store.type)) return { ways: [] };
  const plans = store.graph.memo(plansOf).filter(({ copies }) => copies.length > 0);
  const ways = plans.flatMap(({ copies, selects }) => (selects(store) === true ? copies : []));
  const isOpen = plans.some(({ selects }) => selects(store) === undefined);
  return { ways, open: isOpen ? 'whether a backup plan selects it is not known' : undefined };
}

function plansOf(graph: ResourceGraph): readonly Plan[] {
  const selections = graph.certainResourcesOfType('AWS::Backup::BackupSelection');
  return graph.certainResourcesOfType('AWS::Backup::BackupPlan').map((plan) => {
    const own = selections.filter((selection) => selection.property('BackupPlanId').target('AWS::Backup::BackupPlan')?.is(plan));
    return { copies: copiesOf(plan), selects: (store) => anyOf(own.map((selection) => isSelected(store, selection))) };
  });
}

function copiesOf(plan: Resource): readonly Way[] {
  return (plan.property('BackupPlan', 'BackupPlanRule').items ?? []).flatMap((rule) => {
    const schedule = rule.get('ScheduleExpression');
    // Without a schedule it is daily.
    const seconds = schedule.isAbsent ? 86_400 : (longestGap(schedule.text ?? '') ?? WAYS.backupCopy.recoveryPoint.seconds);
    return (rule.get('CopyActions').items ?? []).flatMap((action) => {
      const at = action.get('DestinationBackupVaultArn');
      const region = at.arn?.region ?? at.target('AWS::Backup::BackupVault')?.region;
      if (region === undefined || region === plan.region) return [];
      return [
        { ...wayOf(WAYS.backupCopy, region, schedule.isAbsent ? at : schedule), recoveryPoint: { class: 'schedule', seconds } as const },
      ];
    });
  });
}

/** By ARN or wildcards in `Resources`, or by a tag. Account and region of a selection are those of its stack. */
function isSelected(store: Resource, selection: Resource): boolean | undefined {
  if (store.account !== selection.account || store.region !== selection.region) return false;
  const properties = selection.property('BackupSelection');
  const resources = properties.get('Resources').items;
  const tags = properties.get('ListOfTags').items;
  if (resources === undefined || tags === undefined) return undefined;
  const named = anyOf(resources.map((at) => isNamed(store, at)));
  const tagged = anyOf(tags.map((tag) => hasTag(store, tag.get('ConditionKey').text, tag.get('ConditionValue').text)));
  return anyOf([named, tagged]);
}

function isNamed(store: Resource, at: Property): boolean | undefined {
  if (at.text === '*') return true;
  const target = at.target(store.type);
  if (target !== undefined) return target.is(store);
  const { parts } = at;
  if (parts === undefined) return undefined;
  if (parts.some((part) => typeof part !== 'string' && part.kind === 'reference' && part.resource.is(store))) return true;
  const { text } = at;
  if (text === undefined) return parts.some((part) => typeof part !== 'string' && part.kind === 'unknown') ? undefined : false;
  // `arn:aws:dynamodb:*:*:table/*`
  const service = store.type.split('::')[1]?.toLowerCase();
  return text.includes('*') && text.split(':')[2] === service ? undefined : false;
}

function hasTag(store: Resource, key: string | undefined, value: string | undefined): boolean | undefined {
  if (key === undefined || value === undefined) return undefined;
  const own = tagsOf(store.property('Tags'));
  if (own === undefined) return undefined;
  const stackTag = store.stack.tags.get(key);
  return own.get(key) === value || stackTag === value;
}

function tagsOf(tags: Property): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  const pairs =
    tags.value.kind === 'map'
      ? tags.entries?.map(([key, at]) => [key, at.text] as const)
      : tags.items?.map((tag) => [tag.get('Key').text, tag.get('Value').text] as const);
  for (const [key, value] of pairs ?? []) {
    if (key === undefined || value === undefined) return undefined;
    found.set(key, value);
  }
  return pairs === undefined ? undefined : found;
}

/** True when one is; undefined when none is and some are not known. */
function anyOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** Snapshots that a lifecycle policy copies. It selects volumes by their tags. */
export function waysBySnapshots(volume: Resource): Ways {
  const policies = volume.graph
    .certainResourcesOfType('AWS::DLM::LifecyclePolicy')
    .filter(({ account, region }) => account === volume.account && region === volume.region);
  const ways = policies.flatMap((policy) => {
    const details = policy.property('PolicyDetails');
    const targets = details.get('TargetTags').items?.map((tag) => hasTag(volume, tag.get('Key').text, tag.get('Value').text)) ?? [];
    return anyOf(targets) === true ? (details.get('Schedules').items ?? []).flatMap(copiesOfSchedule) : [];
  });
  return { ways };
}

function copiesOfSchedule(schedule: Property): readonly Way[] {
  const hours = schedule.get('CreateRule', 'Interval').number;
  const cron = schedule.get('CreateRule', 'CronExpression').text;
  const seconds = hours !== undefined ? hours * 3600 : (longestGap(cron ?? '') ?? WAYS.snapshotCopy.recoveryPoint.seconds);
  return (schedule.get('CrossRegionCopyRules').items ?? []).flatMap((rule) => {
    const at = [rule.get('TargetRegion'), rule.get('Target')].find(({ text }) => text !== undefined);
    const region = at?.text?.startsWith('arn:') ? at.arn?.region : at?.text;
    return at === undefined || region === undefined
      ? []
      : [{ ...wayOf(WAYS.snapshotCopy, region, at), recoveryPoint: { class: 'schedule', seconds } as const }];
  });
}
