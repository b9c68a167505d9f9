import { andList } from '../../and-list.js';
import type { UpdateRule } from '../../facts/updates/row.js';
import type { Property } from '../../graph/model/property.js';
import { stepsOf } from '../../queries/steps-of.js';
import { canonicalOf, type Naming } from '../compare/canonical.js';
import { compareVersions } from './engine-versions.js';
import { differs, type Rejection, type Update } from './update.js';
import { UPDATE_TESTS } from './update-tests/tests.js';

/** What is wrong with the update, as the start of a sentence; undefined when the rule does not apply, or a value is unknown. */
export function findRejection(rule: UpdateRule, update: Update): Rejection | undefined {
  return (RULES[rule.rule] as FindRejection<UpdateRule>)(rule, update);
}

type FindRejection<Rule> = (rule: Rule, update: Update) => Rejection | undefined;

const RULES: { readonly [Name in UpdateRule['rule']]: FindRejection<Extract<UpdateRule, { rule: Name }>> } = {
  changed(rule, update) {
    const [old, current] = [valueAt(update, 'before', rule.path), valueAt(update, 'after', rule.path)];
    if (old === undefined || current === undefined || (old || rule.absent) === (current || rule.absent)) return undefined;
    const { before, after } = propertiesAt(rule, update);
    return changes(rule.path, textAt(before), textAt(after));
  },
  added(rule, update) {
    const { before, after } = propertiesAt(rule, update);
    return before.isAbsent && isThere(after) ? `\`${nameOf(rule.path)}\` is added` : undefined;
  },
  present(rule, update) {
    const { before, after } = propertiesAt(rule, update);
    return isThere(before) && isThere(after) ? `It is replaced with \`${nameOf(rule.path)}\`` : undefined;
  },
  removed(rule, update) {
    const { before, after } = propertiesAt(rule, update);
    return isThere(before) && after.isAbsent ? `\`${nameOf(rule.path)}\` is removed` : undefined;
  },
  'from-to'(rule, update) {
    const { before, after } = propertiesAt(rule, update);
    const [old, current] = [textAt(before), textAt(after)];
    if (old === undefined || current === undefined || old === current) return undefined;
    return (rule.from?.includes(old) ?? true) && (rule.to?.includes(current) ?? true) ? changes(rule.path, old, current) : undefined;
  },
  lowered(rule, update) {
    const { before, after } = propertiesAt(rule, update);
    const [old, current] = [before.number, after.number];
    return old !== undefined && current !== undefined && current < old
      ? `\`${nameOf(rule.path)}\` is reduced from ${old} to ${current}${rule.unit === undefined ? '' : ` ${rule.unit}`}`
      : undefined;
  },
  'version-lowered'(rule, update) {
    const { before, after } = propertiesAt(rule, update);
    const [old, current] = [before.text, after.text];
    const isSameEngine = (rule.engine ?? []).every((path) => textAt(update.before.property(path)) === textAt(update.after.property(path)));
    return isSameEngine && old !== undefined && current !== undefined && compareVersions(current, old) < 0
      ? `\`${rule.path}\` is lowered from ${old} to ${current}`
      : undefined;
  },
  elements: tooManyChanged,
  'element-changed': changedElement,
  together(rule, update) {
    const found = rule.paths.flatMap((path) => path.split('|').find((one) => differs(update, one)) ?? []);
    const isRuled = rule.with === undefined || (found.some(isOneOf(rule.with)) && !found.every(isOneOf(rule.with)));
    if (found.length < 2 || !isRuled) return undefined;
    const groups =
      rule.with === undefined
        ? found.map((path) => [path])
        : [found.filter(isOneOf(rule.with)), found.filter((path) => !rule.with?.includes(path))];
    return { what: `One update changes ${listOf(found)}`, steps: groups.map((group) => `change ${listOf(group)} alone`) };
  },
  test: (rule, update) => UPDATE_TESTS[rule.name](update),
};

/** The property of a rule on both sides. */
function propertiesAt(
  { path }: { readonly path: string },
  { before, after }: Update,
): { readonly before: Property; readonly after: Property } {
  const steps = stepsOf(path);
  return { before: before.property(...steps), after: after.property(...steps) };
}

/** Empty for what is absent, undefined for what is unknown. */
function textAt(property: Property): string | undefined {
  return property.isAbsent ? '' : property.text;
}

/** A value as a text that is equal for equal values; empty for what is absent, undefined when a part of it is not known. */
function valueAt(update: Update, side: 'before' | 'after', path: string): string | undefined {
  const { matches } = update.context.pairing;
  return writtenOut(update[side].property(...stepsOf(path)), side === 'before' ? matches.namingBefore : matches.namingAfter);
}

function isThere(property: Property): boolean {
  return !property.isAbsent && property.value.kind !== 'unknown';
}

function isOneOf(paths: readonly string[]): (path: string) => boolean {
  return (path) => paths.includes(path);
}

function nameOf(path: string): string {
  return path.replace(/\.\d+/g, '');
}

function changes(path: string, old: string | undefined, current: string | undefined): string {
  const name = `\`${nameOf(path)}\``;
  // Names and addresses are nobody else's business; sizes, versions and modes are.
  if (![old, current].every((text) => text !== undefined && /^[\w.-]{0,40}$/.test(text))) return `${name} changes`;
  if (old === '') return `${name} is set to ${current}`;
  return current === '' ? `${name}, which is ${old}, is removed` : `${name} changes from ${old} to ${current}`;
}

function tooManyChanged({ list, by, most, what }: UpdateRule & { rule: 'elements' }, { before, after }: Update): Rejection | undefined {
  const [old, current] = [elementsOf(before.property(list), by), elementsOf(after.property(list), by)];
  if (old === undefined || current === undefined) return undefined;
  const added = [...current.keys()].filter((name) => !old.has(name));
  const removed = [...old.keys()].filter((name) => !current.has(name));
  const changed = [...added, ...removed];
  if (changed.length <= most) return undefined;
  return {
    what: `One update creates or deletes ${changed.length} ${what} (${changed.join(', ')})`,
    // What reads the old ones can move on in between.
    steps: [...added.map((name) => `add ${name} alone`), ...removed.map((name) => `remove ${name} alone`)],
  };
}

function changedElement(
  { list, by, paths, what }: UpdateRule & { rule: 'element-changed' },
  { before, after, context }: Update,
): string | undefined {
  const { namingBefore, namingAfter } = context.pairing.matches;
  const [old, current] = [elementsOf(before.property(list), by), elementsOf(after.property(list), by)];
  for (const [name, element] of current ?? []) {
    const earlier = old?.get(name);
    const path =
      earlier &&
      paths.find((path) => {
        const [one, other] = [
          writtenOut(earlier.get(...stepsOf(path)), namingBefore),
          writtenOut(element.get(...stepsOf(path)), namingAfter),
        ];
        return one !== undefined && other !== undefined && one !== other;
      });
    if (path !== undefined) return `\`${path}\` of the ${what} ${name} changes`;
  }
  return undefined;
}

/** Elements by name; undefined when one is unknown. */
function elementsOf(list: Property, by: string): ReadonlyMap<string, Property> | undefined {
  const named = list.items?.map((item) => [item.get(by).text, item] as const);
  return named === undefined || named.some(([name]) => name === undefined)
    ? undefined
    : new Map(named as readonly (readonly [string, Property])[]);
}

function writtenOut(property: Property, naming: Naming): string | undefined {
  if (property.isAbsent) return '';
  if (property.text !== undefined) return property.text;
  if (property.isUnknown) return undefined;
  if (property.reference !== undefined) return canonicalOf(property.value, naming).text;
  const parts = property.entries ?? property.items?.map((item) => ['', item] as const);
  if (parts?.[0]?.[1] === property) return undefined;
  const texts = parts?.map(([key, part]) => [key, writtenOut(part, naming)] as const);
  if (texts === undefined || texts.some(([, text]) => text === undefined)) return undefined;
  return JSON.stringify(texts.map(([key, text]) => `${key}=${text}`).sort());
}

function listOf(names: readonly string[]): string {
  return andList(names.map((name) => `\`${name}\``));
}
