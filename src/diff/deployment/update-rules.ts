import type { UpdateRule } from '../../facts/updates/row.js';
import type { Property } from '../../graph/model/property.js';
import { compareVersions } from './engine-versions.js';
import { differs, type Update } from './update.js';
import { UPDATE_TESTS } from './update-tests.js';

/** What is wrong with the update, as the start of a sentence; undefined when the rule does not apply, or a value is unknown. */
export function findViolation(rule: UpdateRule, update: Update): string | undefined {
  const { before, after } = update;
  switch (rule.rule) {
    case 'changed': {
      const [old, current] = [textAt(before.property(...steps(rule.path))), textAt(after.property(...steps(rule.path)))];
      const isOther = old !== undefined && current !== undefined && (old || rule.absent) !== (current || rule.absent);
      return isOther ? changes(rule.path, old, current) : undefined;
    }
    case 'from-to': {
      const [old, current] = [textAt(before.property(...steps(rule.path))), textAt(after.property(...steps(rule.path)))];
      if (old === undefined || current === undefined || old === current) return undefined;
      return (rule.from?.includes(old) ?? true) && (rule.to?.includes(current) ?? true) ? changes(rule.path, old, current) : undefined;
    }
    case 'lowered': {
      const [old, current] = [before.property(...steps(rule.path)).number, after.property(...steps(rule.path)).number];
      return old !== undefined && current !== undefined && current < old
        ? `\`${rule.path}\` is reduced from ${old} to ${current}`
        : undefined;
    }
    case 'version-lowered': {
      const [old, current] = [before.property(...steps(rule.path)).text, after.property(...steps(rule.path)).text];
      const isSameEngine = (rule.engine ?? []).every((path) => textAt(before.property(path)) === textAt(after.property(path)));
      return isSameEngine && old !== undefined && current !== undefined && compareVersions(current, old) < 0
        ? `\`${rule.path}\` is lowered from ${old} to ${current}`
        : undefined;
    }
    case 'elements':
      return elementsViolation(rule, update);
    case 'element-changed':
      return changedElement(rule, update);
    case 'together': {
      const found = rule.paths.filter((path) => differs(update, path));
      const isEnough = rule.paths.length === 1 ? found.length === 1 : found.length > 1;
      if (!isEnough || !(rule.with ?? found).some((path) => found.includes(path))) return undefined;
      return found.length === 1 ? `\`${found[0]}\` changes` : `One update changes ${listOf(found)}`;
    }
    case 'test':
      return UPDATE_TESTS[rule.name](update);
  }
}

function steps(path: string): readonly (string | number)[] {
  return path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** Empty for what is absent, undefined for what is unknown. */
function textAt(property: Property): string | undefined {
  return property.isAbsent ? '' : property.text;
}

function changes(path: string, old: string, current: string): string {
  const name = `\`${path.replace(/\.\d+/g, '')}\``;
  if (old === '') return `${name} is set to ${current}`;
  return current === '' ? `${name}, which is ${old}, is removed` : `${name} changes from ${old} to ${current}`;
}

function elementsViolation({ list, by, most, what }: UpdateRule & { rule: 'elements' }, { before, after }: Update): string | undefined {
  const [old, current] = [elementsOf(before.property(list), by), elementsOf(after.property(list), by)];
  if (old === undefined || current === undefined) return undefined;
  const changed = [...[...current.keys()].filter((name) => !old.has(name)), ...[...old.keys()].filter((name) => !current.has(name))];
  return changed.length > most ? `One update creates or deletes ${changed.length} ${what} (${changed.join(', ')})` : undefined;
}

function changedElement(
  { list, by, paths, what }: UpdateRule & { rule: 'element-changed' },
  { before, after }: Update,
): string | undefined {
  const [old, current] = [elementsOf(before.property(list), by), elementsOf(after.property(list), by)];
  for (const [name, element] of current ?? []) {
    const earlier = old?.get(name);
    const path = earlier && paths.find((path) => isOther(earlier.get(...steps(path)), element.get(...steps(path))));
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

/** Whether two values that are wholly known differ, in any order of their parts. */
function isOther(before: Property, after: Property): boolean {
  const [one, other] = [writtenOut(before), writtenOut(after)];
  return one !== undefined && other !== undefined && one !== other;
}

function writtenOut(property: Property): string | undefined {
  if (property.isAbsent) return '';
  if (property.text !== undefined) return property.text;
  const { entries } = property;
  const parts = entries ?? property.items?.map((item) => ['', item] as const);
  const texts = parts?.map(([key, part]) => [key, writtenOut(part)] as const);
  if (texts === undefined || texts.some(([, text]) => text === undefined)) return undefined;
  return JSON.stringify(texts.map(([key, text]) => `${key}=${text}`).sort());
}

function listOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}
