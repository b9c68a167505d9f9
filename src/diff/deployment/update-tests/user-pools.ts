import type { Property } from '../../../graph/model/property.js';
import type { Resource } from '../../../graph/model/resource.js';
import type { Update } from '../update.js';

/** The first attribute of the deployed schema that is removed or changed. */
export function schemaAttributeChanged({ before, after }: Update): string | undefined {
  const [old, current] = [attributesOf(before), attributesOf(after)];
  if (old === undefined || current === undefined) return undefined;
  for (const [name, attribute] of old) {
    const now = current.get(name);
    // A standard attribute exists whether the template lists it or not, so that only one with a data type is a custom one.
    if (now === undefined && !attribute.get('AttributeDataType').isAbsent) return `The attribute ${name} is removed from \`Schema\``;
    if (now !== undefined && SETTINGS.some((path) => isOther(attribute.get(...path), now.get(...path))))
      return `The attribute ${name} of \`Schema\` changes`;
  }
  return undefined;
}

const SETTINGS: readonly (readonly string[])[] = [
  ['AttributeDataType'],
  ['Mutable'],
  ['Required'],
  ['StringAttributeConstraints', 'MaxLength'],
  ['StringAttributeConstraints', 'MinLength'],
  ['NumberAttributeConstraints', 'MaxValue'],
  ['NumberAttributeConstraints', 'MinValue'],
];

function isOther({ text: before }: Property, { text: after }: Property): boolean {
  return before !== undefined && after !== undefined && before !== after;
}

function attributesOf(pool: Resource): ReadonlyMap<string, Property> | undefined {
  const attributes = pool.property('Schema').items?.map((item) => [item.get('Name').text, item] as const);
  return attributes === undefined || attributes.some(([name]) => name === undefined)
    ? undefined
    : new Map(attributes as readonly (readonly [string, Property])[]);
}

/** Attributes that every user pool has: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html */
const STANDARD_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'address birthdate email family_name gender given_name locale middle_name name nickname phone_number picture preferred_username profile ' +
    'updated_at website zoneinfo'
  ).split(' '),
);

/** A standard attribute that the schema did not list is there, and optional. */
export function standardAttributeRequired({ before, after }: Update): string | undefined {
  const [old, current] = [attributesOf(before), attributesOf(after)];
  for (const [name, attribute] of current ?? []) {
    if (old !== undefined && !old.has(name) && STANDARD_ATTRIBUTES.has(name) && attribute.get('Required').boolean === true)
      return `The attribute ${name}, which every user pool has, is made required`;
  }
  return undefined;
}
