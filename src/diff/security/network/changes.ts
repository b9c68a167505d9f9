import type { Resource } from '../../../graph/model/resource.js';
import { groupBy } from '../../../group-by.js';
import type { AccessContext } from '../access-context.js';
import { ORIGIN } from '../entries.js';
import { whenInWords } from '../permissions/words.js';
import type { SecurityNote } from '../security-note.js';
import type { Texts } from '../texts.js';
import { isEmpty, Rules } from './cover.js';
import type { Rule } from './rule.js';

interface ChangedRule {
  readonly rule: Rule;
  readonly change: 'added' | 'removed';
  readonly coverage: 'open' | 'uncovered';
}

/** Traffic that security groups let through now and did not before, and the other way round, by group. */
export function* networkChanges(before: readonly Rule[], after: readonly Rule[], context: AccessContext): Generator<SecurityNote> {
  const dummies = { before: new Set<string>(), after: new Set<string>() };
  const known = (rules: readonly Rule[], side: 'before' | 'after'): readonly Rule[] =>
    rules.filter((rule) => {
      const isDummy = context.isDummy(rule.peer, side);
      if (isDummy) dummies[side].add(portsOf(rule, context));
      return !isDummy && !isEmpty(rule);
    });
  const [old, current] = [known(before, 'before'), known(after, 'after')];
  let changed = compare(old, current, [], context);
  const subjects = new Set(changed.flatMap(({ rule }) => context.texts.resourceIn(rule.group)?.resource ?? []));
  const { rules } = subjects.size === 0 ? { rules: [] } : context.contextFor([...subjects]);
  if (rules.length > 0) changed = compare(old, current, rules, context);
  // What one side has a dummy for, the other may well have its answer for.
  changed = changed.filter(
    ({ rule, change }) => isWorld(rule) || !dummies[change === 'added' ? 'before' : 'after'].has(portsOf(rule, context)),
  );
  for (const [group, rules] of groupBy(changed, ({ rule }) => context.texts.subject(rule.group.split(ORIGIN)[0] ?? '')))
    yield* noteOf(group, rules, context);
}

/** Equal for rules that only let in others. */
function portsOf({ group, direction, protocol, from, to }: Rule, { texts }: AccessContext): string {
  return JSON.stringify([texts.key(group.split(ORIGIN)[0] ?? ''), direction, protocol, from, to]);
}

function compare(
  before: readonly Rule[],
  after: readonly Rule[],
  both: readonly Rule[],
  { texts, isNew }: AccessContext,
): readonly ChangedRule[] {
  const [old, current] = [new Rules([...before, ...both], texts), new Rules([...after, ...both], texts)];
  const find = (rules: readonly Rule[], others: Rules, change: ChangedRule['change']): readonly ChangedRule[] =>
    rules.flatMap((rule) => {
      const group = texts.resourceIn(rule.group.split(ORIGIN)[0] ?? '');
      // What a group that leaves let through; what a new one lets out, where EC2 lets everything out by default.
      if (group?.isGone === true || (rule.direction === 'to' && group !== undefined && isNew(group.resource))) return [];
      const coverage = others.cover(rule);
      return coverage === 'covered' ? [] : [{ rule, change, coverage }];
    });
  return [...find(after, old, 'added'), ...find(before, current, 'removed')];
}

function* noteOf(group: string, changed: readonly ChangedRule[], { texts, isNew }: AccessContext): Generator<SecurityNote> {
  const found = texts.resourceIn(group)?.resource;
  const at = found ?? (texts.resourceIn(changed[0]?.rule.group.split(ORIGIN)[1] ?? '')?.resource as Resource);
  const added = changed.filter(({ change }) => change === 'added');
  const isOpen = added.some(({ rule, coverage }) => coverage === 'uncovered' && rule.direction === 'from' && isWorld(rule));
  const isNewGroup = found !== undefined && isNew(found);
  const direction = added.some(({ coverage }) => coverage === 'uncovered') ? 'broadened' : added.length > 0 ? 'changed' : 'narrowed';
  const lines = (change: ChangedRule['change']): readonly string[] =>
    [...new Set(changed.filter((one) => one.change === change).map(({ rule }) => ruleInWords(rule, texts, at)))].sort();
  yield {
    area: isOpen ? 'public-access' : 'network',
    direction,
    subject: found?.constructPath ?? found?.logicalId ?? texts.show(group, at.stack),
    at,
    message: isOpen ? 'Opened to the whole internet.' : isNewGroup ? 'New, and allows inbound traffic.' : MESSAGES[direction],
    added: lines('added'),
    removed: lines('removed'),
    isNew: isNewGroup,
  };
}

const MESSAGES = {
  broadened: 'Allows more traffic than before.',
  changed: 'Allows other traffic than before. Whether that is more depends on conditions or values that cannot be compared here.',
  narrowed: 'Allows less traffic than before.',
} as const;

function isWorld({ peer }: Rule): boolean {
  return peer === '0.0.0.0/0' || peer === '::/0';
}

function ruleInWords(rule: Rule, texts: Texts, at: Resource): string {
  const peer = isWorld(rule) ? 'everywhere' : rule.peer;
  return texts.show(`${rule.words} ${rule.direction} ${peer}${whenInWords(rule.when, at)}`, at.stack);
}
