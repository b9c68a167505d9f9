import type { Json, JsonObject } from '../../assembly/model.js';
import { IN_PLACE } from '../../facts/in-place-updates.js';
import { REPLACED_BELOW } from '../../facts/replaced-below.js';
import { UNMARKED_POLICIES } from '../../facts/unmarked-policies.js';
import { REPLACEMENTS } from '../../generated/replacements.js';
import { isObject, own } from '../../graph/model/json.js';
import type { TemplatePath } from '../../graph/model/property.js';
import { memoizeByKey } from '../../memoize.js';
import { sameJson } from '../pair/same-json.js';
import type { Impact } from '../report.js';

interface TypeImpacts {
  readonly replacing: ReadonlySet<string>;
  readonly perhaps: ReadonlySet<string>;
  /** Below other properties, as steps: their pages say that a change replaces the resource. */
  readonly nested: readonly (readonly string[])[];
  readonly permissions: readonly Permissions[];
}

/** A property that says who may do what, or lets traffic through, and how `@aws-cdk/cloudformation-diff` reads it. */
interface Permissions {
  /** `ALL_PROPERTIES` for the resource as a whole. */
  readonly property: string;
  /** A `PropertyScrutinyType` or `ResourceScrutinyType` of `@aws-cdk/service-spec-types`. */
  readonly scrutiny: string;
}

export const ALL_PROPERTIES = '*';

/** What CloudFormation does to a resource of a type when a property changes, or what is below it; `whole` is the object that comes or goes there. */
export function impactOf(type: string, property: string, below: TemplatePath = [], whole?: Json): Impact {
  const impacts = impactsOf(type);
  if (impacts === undefined) return 'unknown';
  if (impacts.replacing.has(property)) return 'replace';
  const path = [property, ...below.filter((step) => typeof step === 'string')];
  const nested = impacts.nested.find((steps) => isAt(steps, path, whole))?.join('.');
  if (nested !== undefined && REPLACED_BELOW[type]?.includes(nested)) return 'replace';
  const perhaps = nested ?? (impacts.perhaps.has(property) ? property : undefined);
  return perhaps !== undefined && IN_PLACE[type]?.includes(perhaps) !== true ? 'may-replace' : 'update';
}

/** Whether the steps lead along the path, or from its end on to something in the object that comes or goes there. */
function isAt(steps: readonly string[], path: TemplatePath, whole: Json | undefined): boolean {
  if (!steps.every((step, index) => index >= path.length || path[index] === step)) return false;
  let value = whole;
  for (const step of steps.slice(path.length)) {
    value = isObject(value) ? own(value, step) : undefined;
    if (value === undefined) return false;
  }
  return true;
}

/** Whether two entries differ in who may do what, or in what traffic they let through. One may be missing. */
export function differInPermissions(type: string, before: JsonObject | undefined, after: JsonObject | undefined): boolean {
  const [one, other] = [own(before, 'Properties'), own(after, 'Properties')];
  const properties = [...permissionsOf(type).map(({ property }) => property), ...(UNMARKED_POLICIES[type] ?? [])];
  return properties.some((property) => property === ALL_PROPERTIES || !sameJson(own(one, property), own(other, property)));
}

export function permissionsOf(type: string): readonly Permissions[] {
  return impactsOf(type)?.permissions ?? [];
}

/** Reads the one line: a diff is about few of the types. */
const impactsOf = memoizeByKey((type): TypeImpacts | undefined => {
  const start = REPLACEMENTS.indexOf(`\n${type}|`);
  if (start === -1 || !/^[\w:]+$/.test(type)) return undefined;
  const [, replacing = '', perhaps = '', permissions = '', nested = ''] = REPLACEMENTS.slice(
    start + 1,
    REPLACEMENTS.indexOf('\n', start + 1),
  ).split('|');
  return {
    replacing: new Set(replacing.split(',')),
    perhaps: new Set(perhaps.split(',')),
    nested: nested === '' ? [] : nested.split(',').map((path) => path.split('.')),
    permissions: permissions
      .split(',')
      .filter((text) => text !== '')
      .map((text) => {
        const [property = '', scrutiny = ''] = text.split(':');
        return { property, scrutiny };
      }),
  };
});
