import { counted } from '../../counted.js';
import type { DiffPlace, DiffReport, PropertyChange, ResourceChange, StackChangeKind } from '../../diff/report.js';
import { formatPath } from '../../finding/format-path.js';
import type { Source } from '../../finding/report.js';
import { CONSEQUENCE_WORDS } from './consequence-words.js';

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
  'cdk-handler': [
    'change in a function or permission that the CDK itself adds',
    'changes in functions and permissions that the CDK itself adds',
  ],
  trigger: ['value that makes a custom resource run at every deployment', 'values that make custom resources run at every deployment'],
  follows: ['reference that follows a renamed resource', 'references that follow a renamed resource'],
} as const;

const MAX_FACTS = 3;

/** The diff in a line: the three facts that matter most. */
export function verdictOf({ summary, stacks, diagnostics }: DiffReport): string {
  const { resources, deployment, security, findings } = summary;
  if (!summary.hasChanges && findings.new + findings.fixed === 0) {
    if (diagnostics.some(({ severity }) => severity === 'error')) return 'No change in what could be read.';
    return summary.folded === 0 ? 'No change.' : `No change but ${counted(summary.folded, 'difference')} without effect.`;
  }
  const exports = stacks
    .flatMap(({ parts }) => parts)
    .filter(({ change, exportName }) => change === 'removed' && exportName !== null).length;
  const orphanedStacks = summary.stacks.removed + summary.stacks.moved;
  const facts = [
    deployment.blocked > 0 ? `deployment will be rejected (${counted(deployment.blocked, 'problem')})` : '',
    resources['data-loss'] > 0 ? `data loss in ${counted(resources['data-loss'], 'resource')}` : '',
    security.broadened > 0 ? `permissions broadened (${security.broadened})` : '',
    security.weakened > 0 ? `protection weakened (${security.weakened})` : '',
    resources.orphaned > 0 ? `${counted(resources.orphaned, 'resource')} orphaned` : '',
    orphanedStacks > 0 ? `${counted(orphanedStacks, 'stack')} orphaned` : '',
    resources.replaced > 0 ? `${counted(resources.replaced, 'resource')} replaced` : '',
    exports > 0 ? `${counted(exports, 'export')} removed` : '',
    resources['may-be-replaced'] > 0 ? `${resources['may-be-replaced']} may be replaced` : '',
    deployment.careful > 0 ? `${counted(deployment.careful, 'risk')} in the deployment` : '',
    findings.new > 0 ? counted(findings.new, 'new finding') : '',
    otherChanges(resources, stacks.length),
    findings.fixed > 0 ? `${counted(findings.fixed, 'finding')} fixed` : '',
  ].filter((fact) => fact !== '');
  const text = facts.slice(0, MAX_FACTS).join(', ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

/** `2 changed, 1 added in 1 stack`: one fact. */
function otherChanges(counts: DiffReport['summary']['resources'], stacks: number): string {
  const kinds = (['removed', 'changed', 'code', 'added', 'metadata'] as const).filter((kind) => counts[kind] > 0);
  const text = kinds.map((kind) => `${counts[kind]} ${CONSEQUENCE_WORDS[kind]}`).join(', ');
  return text === '' ? (stacks > 0 ? `changes in ${counted(stacks, 'stack')}` : '') : `${text} in ${counted(stacks, 'stack')}`;
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
