import type { Check } from '../check/check.js';
import type { Severity } from '../check/problem.js';
import { InputError } from '../diagnostic.js';
import { nearestName } from '../suggestion.js';
import type { Config } from './config.js';
import type { GlobBudget } from './glob.js';
import { matcher } from './globs.js';

/** The checks that run, and how bad findings are, those of other tools too. */
export interface Selection {
  readonly checks: readonly Check[];
  /** Undefined: as the check says. */
  severityOf(check: Pick<Check, 'id'>): Severity | undefined;
  /** Whether findings with this id are wanted. */
  isSelected(id: string): boolean;
  /** Whether findings of other tools may be wanted at all. */
  readonly mayBeExternal: boolean;
  /** Whether the configuration names this very id with a severity. */
  isNamed(id: string): boolean;
  /** Whether all checks that an id or a glob stands for run; undefined when it stands for none of ours. */
  isWhole(idOrGlob: string, budget: GlobBudget): boolean | undefined;
  /** Undefined when it stands for something. */
  unknown(idOrGlob: string): string | undefined;
}

/** Ids or globs, and what to call the place they are written in. */
export interface Ids {
  readonly ids: readonly string[];
  readonly origin: string;
}

export interface SelectionOptions {
  readonly only: Ids | undefined;
  readonly skip: Ids | undefined;
  readonly severities: NonNullable<Config['checks']>;
  readonly severitiesOrigin: string;
  /** Whether an id is of another tool, whose rules are not known here. */
  readonly isExternal?: (id: string) => boolean;
}

/** Throws `InputError` for an id or glob that fits no check: a misspelt check would never report anything. */
export function selectChecks(all: readonly Check[], options: SelectionOptions): Selection {
  const { severitiesOrigin, isExternal = () => false } = options;
  const names = all.map(({ id }) => id);
  const { only, skip } = { only: withGroups(options.only, names), skip: withGroups(options.skip, names) };
  const severities = Object.fromEntries(Object.entries(options.severities).map(([id, level]) => [groupGlob(id, names), level]));
  for (const list of [{ ids: Object.keys(severities), origin: severitiesOrigin }, only, skip])
    if (list !== undefined) verifyIds(list, names, isExternal);

  const isMeant = only === undefined ? () => true : matcher(only.ids);
  const isSkipped = matcher(skip?.ids ?? []);
  const levels = new Map<string, ReturnType<typeof levelOf>>();
  const levelFor = (id: string): ReturnType<typeof levelOf> => {
    if (!levels.has(id)) levels.set(id, levelOf(id, severities));
    return levels.get(id);
  };
  const isSelected = (id: string): boolean => isMeant(id) && !isSkipped(id) && levelFor(id) !== 'off';
  const checks = all.filter(({ id }) => isSelected(id));
  if (checks.length === 0 && !only?.ids.some(isExternal))
    throw new InputError('no check is left to run: look at `only`, `skip` and `checks`');
  return {
    checks,
    severityOf({ id }) {
      const level = levelFor(id);
      return level === 'off' ? undefined : level;
    },
    isSelected,
    mayBeExternal: only === undefined || only.ids.some((id) => isExternal(id) || /[*?{[]/.test(id)),
    isNamed: (id) => Object.hasOwn(severities, id),
    isWhole: (idOrGlob, budget) => {
      const meant = names.filter(matcher([idOrGlob], budget));
      return meant.length === 0 ? undefined : meant.every(isSelected);
    },
    unknown: (idOrGlob) => (isKnown(idOrGlob, names, isExternal) ? undefined : unknownCheck(idOrGlob, names)),
  };
}

/** `s3` stands for `s3/*`. */
function groupGlob(id: string, names: readonly string[]): string {
  return names.some((name) => name.startsWith(`${id}/`)) ? `${id}/*` : id;
}

function withGroups(list: Ids | undefined, names: readonly string[]): Ids | undefined {
  return list && { ...list, ids: list.ids.map((id) => groupGlob(id, names)) };
}

/** The id itself counts before globs, a later glob before earlier ones. */
function levelOf(id: string, severities: SelectionOptions['severities']): Severity | 'off' | undefined {
  if (Object.hasOwn(severities, id)) return severities[id];
  return Object.entries(severities).findLast(([glob]) => matcher([glob])(id))?.[1];
}

function verifyIds({ ids, origin }: Ids, names: readonly string[], isExternal: (id: string) => boolean): void {
  for (const id of ids) {
    if (!isKnown(id, names, isExternal)) throw new InputError(`${origin}: ${unknownCheck(id, names)}`);
  }
}

function isKnown(id: string, names: readonly string[], isExternal: (id: string) => boolean): boolean {
  return isExternal(id) || names.some(matcher([id]));
}

/** The checks that an id, a group (`s3`) or a glob (`s3/*`) stands for. */
export function selectById(id: string, checks: readonly Check[]): readonly Check[] {
  const isMeant = matcher([
    groupGlob(
      id,
      checks.map((check) => check.id),
    ),
  ]);
  return checks.filter((check) => isMeant(check.id));
}

export function unknownCheckError(id: string, checks: readonly Pick<Check, 'id'>[]): InputError {
  return new InputError(
    unknownCheck(
      id,
      checks.map((check) => check.id),
    ),
  );
}

function unknownCheck(id: string, names: readonly string[]): string {
  const meant = nearestCheck(id.toLowerCase(), names);
  return `unknown check \`${id}\`${meant === undefined ? ': `synthcheck checks` lists them' : `: did you mean \`${meant}\`?`}`;
}

/** Also of an id without its group. */
function nearestCheck(id: string, names: readonly string[]): string | undefined {
  const [groups, endings] = [new Set<string>(), new Map<string, string>()];
  for (const name of names) {
    const [group = '', ending = ''] = name.split('/', 2);
    groups.add(group);
    endings.set(ending, name);
  }
  return nearestName(id, [...groups, ...names]) ?? endings.get(nearestName(id, [...endings.keys()]) ?? '');
}
