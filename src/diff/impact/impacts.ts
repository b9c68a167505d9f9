import type { JsonObject } from '../../assembly/model.js';
import { IN_PLACE } from '../../facts/in-place-updates.js';
import { REPLACEMENTS } from '../../generated/replacements.js';
import { own } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';
import { sameJson } from '../pair/same-json.js';
import type { Impact } from '../report.js';

interface TypeImpacts {
  readonly replacing: ReadonlySet<string>;
  readonly perhaps: ReadonlySet<string>;
  /** Properties that say who may do what, or let traffic through; `*` for all. */
  readonly permissions: readonly string[];
  /** The property by which CloudFormation knows a resource, when the template sets it. */
  readonly name: string;
}

const known = new Map<string, TypeImpacts | undefined>();

/** What CloudFormation does to a resource of a type when a property changes. */
export function impactOf(type: string, property: string): Impact {
  const impacts = impactsOf(type);
  if (impacts === undefined) return 'unknown';
  if (impacts.replacing.has(property)) return 'replace';
  return impacts.perhaps.has(property) && IN_PLACE[type]?.includes(property) !== true ? 'may-replace' : 'update';
}

/** Whether two entries differ in who may do what, or in what traffic they let through. One may be missing. */
export function differInPermissions(type: string, before: JsonObject | undefined, after: JsonObject | undefined): boolean {
  const [one, other] = [own(before, 'Properties'), own(after, 'Properties')];
  return (impactsOf(type)?.permissions ?? []).some((name) => name === '*' || !sameJson(own(one, name), own(other, name)));
}

/**
 * What CloudFormation knows a resource by, where the template gives it. To create a second one with it fails: handlers must answer `AlreadyExists`
 * (https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract.html).
 */
export function identifierOf(resource: Resource): string | undefined {
  const name = REVISIONS.has(resource.type) ? '' : (impactsOf(resource.type)?.name ?? '');
  return name === '' ? undefined : resource.property(name).text;
}

/** Types of which a second one with the same name is a new revision. https://docs.aws.amazon.com/batch/latest/APIReference/API_RegisterJobDefinition.html */
const REVISIONS: ReadonlySet<string> = new Set(['AWS::Batch::JobDefinition']);

function impactsOf(type: string): TypeImpacts | undefined {
  if (!known.has(type)) known.set(type, find(type));
  return known.get(type);
}

/** Reads the one line: a diff is about few of the types. */
function find(type: string): TypeImpacts | undefined {
  const start = REPLACEMENTS.indexOf(`\n${type}|`);
  if (start === -1 || !/^[\w:]+$/.test(type)) return undefined;
  const [, replacing = '', perhaps = '', permissions = '', name = ''] = REPLACEMENTS.slice(
    start + 1,
    REPLACEMENTS.indexOf('\n', start + 1),
  ).split('|');
  return {
    replacing: new Set(replacing.split(',')),
    perhaps: new Set(perhaps.split(',')),
    permissions: permissions.split(',').filter((property) => property !== ''),
    name,
  };
}
