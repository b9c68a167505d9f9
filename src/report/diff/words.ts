import type { Consequence, DiffPlace, DiffReport, PropertyChange, ResourceChange, StackChangeKind } from '../../diff/report.js';
import { formatPath } from '../../finding/format-path.js';
import type { Source } from '../../finding/report.js';
import { counted } from '../text/words.js';

export const CONSEQUENCE_WORDS: Readonly<Record<Consequence, string>> = {
  'data-loss': 'data loss',
  orphaned: 'orphaned',
  replaced: 'replaced',
  'may-be-replaced': 'may be replaced',
  removed: 'removed',
  changed: 'changed',
  code: 'code changed',
  added: 'added',
  metadata: 'only in metadata',
};

export const STACK_WORDS: Readonly<Record<StackChangeKind, string>> = {
  added: 'new stack',
  removed: 'orphaned stack',
  moved: 'stack moved',
  renamed: 'stack renamed',
  changed: 'stack changed',
};

const FOLDED_WORDS = {
  'reference-form': ['reference written differently that leads to the same', 'references written differently that lead to the same'],
  order: ['list in another order', 'lists in another order'],
  'asset-hash': ['hash of a nested template', 'hashes of nested templates'],
  revision: ['new version or deployment', 'new versions and deployments'],
  cdk: ["of the CDK's own entries", "of the CDK's own entries"],
  'cdk-handler': ['code change in a function that the CDK brings along', 'code changes in functions that the CDK brings along'],
  trigger: ['value that makes a custom resource run at every deployment', 'values that make custom resources run at every deployment'],
  follows: ['reference that follows a renamed resource', 'references that follow a renamed resource'],
} as const;

/** The whole diff in a line, worst first. */
export function verdictOf({ summary, stacks }: DiffReport): string {
  const { resources, deployment, security, findings } = summary;
  if (!summary.hasChanges && findings.new + findings.fixed === 0)
    return summary.folded === 0 ? 'No change.' : `No change but ${counted(summary.folded, 'difference')} without effect.`;
  const parts = [
    deployment.blocked > 0 ? `cannot be deployed in one go (${counted(deployment.blocked, 'reason')})` : '',
    resources['data-loss'] > 0 ? `${counted(resources['data-loss'], 'resource')} with data lost` : '',
    resources.orphaned > 0 ? `${resources.orphaned} orphaned` : '',
    resources.replaced > 0 ? `${resources.replaced} replaced` : '',
    resources['may-be-replaced'] > 0 ? `${resources['may-be-replaced']} may be replaced` : '',
    summary.stacks.removed + summary.stacks.moved > 0
      ? `${counted(summary.stacks.removed + summary.stacks.moved, 'stack')} left behind`
      : '',
    security.broadened > 0 ? `permissions broadened (${security.broadened})` : '',
    security.weakened > 0 ? `protection weakened (${security.weakened})` : '',
    findings.new > 0 ? counted(findings.new, 'new finding') : '',
    quietly(summary.resources, ['removed', 'changed', 'code', 'added', 'metadata']),
    findings.fixed > 0 ? `${counted(findings.fixed, 'finding')} fixed` : '',
    stacks.length > 0 ? `in ${counted(stacks.length, 'stack')}` : '',
  ].filter((part) => part !== '');
  const text = parts.join(', ').replace(/, (in \d+ stacks?)$/, ' $1');
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

function quietly(counts: DiffReport['summary']['resources'], kinds: readonly Consequence[]): string {
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${CONSEQUENCE_WORDS[kind]}`)
    .join(', ');
}

export function placeOf({ before, after }: ResourceChange): DiffPlace {
  return (after ?? before) as DiffPlace;
}

/** The construct path; without one, what stands in the template. */
export function nameOfPlace({ resource }: DiffPlace): string {
  return resource === null ? '' : (resource.constructPath ?? `${resource.type} ${resource.logicalId}`);
}

/** `lib/data.ts:12`; empty when it is not known. */
export function sourceOf(source: Source): string {
  if (source === null) return '';
  const { file, line, approximate } = source;
  return `${approximate ? 'near ' : ''}${file}:${line}`;
}

/** `+ Replicas[1].Region (replace)`. */
export function propertyInWords({ path, change, impact }: PropertyChange): string {
  const sign = change === 'added' ? '+' : change === 'removed' ? '-' : '~';
  const effect = impact === 'replace' ? ' (replaces)' : impact === 'may-replace' ? ' (may replace)' : '';
  return `${sign} ${formatPath(path)}${effect}`;
}

/** What was left out as having no effect, in a line; empty when there is nothing. */
export function foldedInWords({ folded }: DiffReport): string {
  return folded.map(({ kind, count }) => `${count} ${FOLDED_WORDS[kind][count === 1 ? 0 : 1]}`).join(', ');
}
