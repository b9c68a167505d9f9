import type { DiffReport, TemplatePartChange } from '../../diff/report.js';
import type { ReportStack } from '../../finding/report.js';
import { shortList } from '../../short-list.js';

/** So many are listed by name; all of them are in the other formats. */
const MAX_NAMES = 30;

const WORDS: Readonly<Record<TemplatePartChange['section'], readonly [one: string, more: string]>> = {
  Outputs: ['output', 'outputs'],
  Parameters: ['parameter', 'parameters'],
  Conditions: ['condition', 'conditions'],
  Mappings: ['mapping', 'mappings'],
  stack: ['setting', 'settings'],
};

/** Removes the export `payments-data:Orders`. Changes the parameter `Stage`. */
export function describeParts(parts: readonly TemplatePartChange[]): string {
  return (['removed', 'changed', 'added'] as const)
    .flatMap((change) => {
      const groups = groupsOf(parts.filter((part) => part.change === change));
      return groups.length === 0 ? [] : [`${VERBS[change]} ${groups.join(', ')}.`];
    })
    .join(' ');
}

const VERBS = { removed: 'Removes', changed: 'Changes', added: 'Adds' } as const;

/** Exports first. */
function groupsOf(parts: readonly TemplatePartChange[]): readonly string[] {
  const exports = parts.flatMap(({ exportName }) => exportName ?? []);
  const names = (section: TemplatePartChange['section']): readonly string[] =>
    parts.filter((part) => part.section === section && part.exportName === null).map(({ name }) => name);
  return [
    list(['export', 'exports'], exports),
    ...(['Outputs', 'Parameters', 'Conditions', 'Mappings', 'stack'] as const).map((section) => list(WORDS[section], names(section))),
  ].filter((text) => text !== '');
}

function list([one, more]: readonly [string, string], names: readonly string[]): string {
  if (names.length === 0) return '';
  const quoted = names.map((name) => `\`${name}\``);
  return `the ${names.length === 1 ? one : more} ${shortList(quoted, MAX_NAMES)}`;
}

/** What others outside of the app may have used by its name, and is there no more. */
export interface RemovedNames {
  readonly stack: ReportStack;
  readonly hasExports: boolean;
  /** Removes the export `payments-data:Orders`, the name `AWS::SSM::Parameter /payments/table`. */
  readonly message: string;
}

/** Removed exports, outputs, parameters and physical names, by stack. */
export function removedNamesOf({ stacks, resources }: Pick<DiffReport, 'stacks' | 'resources'>): readonly RemovedNames[] {
  const byStack = new Map<string, { readonly stack: ReportStack; readonly parts: TemplatePartChange[]; readonly names: string[] }>();
  const of = (stack: ReportStack) => {
    // The assembly's path is not the same before and after.
    const key = JSON.stringify([stack.id, stack.name, stack.account, stack.region]);
    const known = byStack.get(key) ?? { stack, parts: [], names: [] };
    byStack.set(key, known);
    return known;
  };
  for (const { before, after, parts } of stacks) {
    const removed = parts.filter(isUsedByName);
    const stack = after ?? before;
    if (removed.length > 0 && stack !== null) of(stack).parts.push(...removed);
  }
  for (const { change, consequence, before, after } of resources) {
    const name = before?.physicalName ?? null;
    // What is retained keeps its name.
    if (before === null || name === null || consequence === 'orphaned' || change === 'moved' || after?.physicalName === name) continue;
    of(after?.stack ?? before.stack).names.push(`${before.resource?.type} ${name}`);
  }
  return [...byStack.values()].map(({ stack, parts, names }) => ({
    stack,
    hasExports: parts.some(({ exportName }) => exportName !== null),
    message: `Removes ${[...groupsOf(parts), list(['name', 'names'], [...names].sort())].filter((text) => text !== '').join(', ')}.`,
  }));
}

/** Whether somebody outside of the template may have used a part that is removed. */
export function isUsedByName({ change, section }: TemplatePartChange): boolean {
  return change === 'removed' && (section === 'Outputs' || section === 'Parameters');
}
