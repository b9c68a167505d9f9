import type { Json, Stack } from '../../assembly/model.js';
import { own } from '../../graph/model/json.js';
import { sameJson } from './same-json.js';

const NONE: ReadonlySet<string> = new Set();

/**
 * Names in a template that mean something else in its other version: mappings, conditions, and parameters that the app or the stack around
 * it gives another value. A default is none: CloudFormation keeps the value that a parameter had.
 */
export function changedNames(before: Stack, after: Stack): ReadonlySet<string> {
  const [old, current] = [before.template, after.template];
  const names = new Set([
    ...differing(old.mappings, current.mappings),
    ...differing(old.conditions, current.conditions),
    ...differing(before.parameterValues, after.parameterValues),
    ...differing(givenByParent(before), givenByParent(after)),
  ]);
  if (names.size === 0) return NONE;
  // Conditions may be made of what changed, and of one another.
  for (let size = 0; size < names.size; ) {
    size = names.size;
    for (const [name, condition] of current.conditions) if (mentions(condition, names)) names.add(name);
  }
  return names;
}

function differing(before: ReadonlyMap<string, Json>, after: ReadonlyMap<string, Json>): readonly string[] {
  return [...after.keys()].filter((name) => before.has(name) && !sameJson(before.get(name), after.get(name)));
}

function givenByParent({ parent }: Stack): ReadonlyMap<string, Json> {
  const resource = parent?.stack.template.resources.get(parent.logicalId);
  const parameters = own(own(resource?.raw, 'Properties'), 'Parameters');
  return new Map(Object.entries((parameters ?? {}) as { readonly [name: string]: Json }));
}

/** Whether an expression holds one of the names, as a text or inside of one: `${Size}`. */
export function mentions(raw: Json | undefined, names: ReadonlySet<string>): boolean {
  if (typeof raw === 'string') return names.has(raw) || (raw.includes('${') && [...names].some((name) => raw.includes(`\${${name}}`)));
  if (typeof raw !== 'object' || raw === null) return false;
  return Object.values(raw).some((part) => mentions(part as Json, names));
}
