import { identityRowsOf, identityTypesOf } from '../facts/identities/identities.js';
import type { IdentityRow, KeyPart } from '../facts/identities/row.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { ResourceMap } from '../graph/model/resource-map.js';
import { memoizeByKey } from '../memoize.js';
import { type KeyText, keyTextOf } from './key-texts.js';
import { stepsOf } from './steps-of.js';

/** Something that only one resource can have, and that this one has. */
export interface Identity {
  /** Equal for two resources that cannot both exist. Comparable within one graph, and between graphs whose stacks have the same ids. */
  readonly key: string;
  readonly row: IdentityRow;
  /** Where the template sets it. */
  readonly at: Property;
  /** The parts of the key. */
  readonly parts: readonly string[];
  /** Whether the key means the same in any application: no part of it is a resource of this one. */
  readonly isPortable: boolean;
  /** Where the key is unique: its account and region count, its account, or neither. */
  readonly scope: 'region' | 'account' | 'global';
  /** False where it is unknown whether two stacks have the same account or region. */
  readonly isCertain: boolean;
}

/** A resource that has an identity. */
export interface Declaration extends Identity {
  readonly resource: Resource;
}

export interface Collision {
  readonly first: Declaration;
  readonly second: Declaration;
  readonly others: readonly Declaration[];
}

/** What makes this resource unique, or of that what one check reports; nothing where a part of the key is not known. */
export function identitiesOf(resource: Resource, check?: string): readonly Identity[] {
  const found: Identity[] = [];
  for (const reading of readingsOf(resource.type))
    if (check === undefined || reading.row.check === check) addIdentities(reading, resource, found);
  return found;
}

/** The identities that a check reports and of which several resources that are certainly there have the same, by key. */
function repeatedIdentities(graph: ResourceGraph, check: string): ReadonlyMap<string, readonly Identity[]> {
  const first = new Map<string, Identity>();
  const repeated = new Map<string, Identity[]>();
  for (const resource of graph.certainResourcesOfType(...identityTypesOf(check))) {
    for (const identity of identitiesOf(resource, check)) {
      const known = first.get(identity.key);
      if (known === undefined) {
        first.set(identity.key, identity);
        continue;
      }
      const group = repeated.get(identity.key) ?? [known];
      // A list may name one thing twice.
      if (group.at(-1)?.at.resource.is(resource)) continue;
      group.push(identity);
      repeated.set(identity.key, group);
    }
  }
  return repeated;
}

/** Of each thing that is declared twice, and that a check reports, all declarations, by the second of them: it is the first to fail. */
export const declaredTwice = memoizeByKey((check: string) => (graph: ResourceGraph): ReadonlyMap<Resource, readonly Collision[]> => {
  const found = new ResourceMap<Collision[]>();
  for (const identities of repeatedIdentities(graph, check).values()) {
    const [first, second, ...others] = identities.map((identity) => ({ ...identity, resource: identity.at.resource }));
    if (first === undefined || second === undefined) continue;
    const collisions = found.get(second.resource) ?? [];
    found.set(second.resource, collisions);
    collisions.push({ first, second, others });
  }
  return found;
});

/** A row, and the top-level properties without which it names nothing: one of each group. */
interface Reading {
  readonly row: IdentityRow;
  readonly needed: readonly (readonly string[])[];
}

const readingsOf: (type: string) => readonly Reading[] = memoizeByKey((type) =>
  identityRowsOf(type).map((row) => ({ row, needed: neededBy(row) })),
);

function addIdentities({ row, needed }: Reading, resource: Resource, found: Identity[]): void {
  // Most resources lack a property of most rows.
  for (const properties of needed) if (!properties.some((property) => resource.hasProperty(property))) return;
  if (!row.when.every(([path, values]) => hasOneOf(resource.property(...stepsOf(path)), values))) return;
  const elements = row.each === undefined ? [resource.property()] : (resource.property(...stepsOf(row.each)).items ?? []);
  for (const element of elements) {
    const identity = identityAt(row, resource, element);
    if (identity !== undefined) found.push(identity);
  }
}

function neededBy(row: IdentityRow): readonly (readonly string[])[] {
  const heads = (paths: readonly string[]): readonly string[] => paths.map((path) => String(stepsOf(path)[0] ?? ''));
  const parts = row.parts.filter(({ absent, of }) => absent === undefined && !of.some((path) => path.startsWith('.')));
  const groups = [...(row.each === undefined ? [] : [heads([row.each])]), ...parts.map(({ of }) => heads(of))];
  return groups.filter((group) => !group.includes(''));
}

function hasOneOf(property: Property, values: readonly string[]): boolean {
  return property.isAbsent ? values.includes('') : values.includes('*') || values.includes(property.text ?? '?');
}

function identityAt(row: IdentityRow, resource: Resource, element: Property): Identity | undefined {
  const texts: KeyText[] = [];
  let at = element;
  for (const part of row.parts) {
    const place = placeOf(part, resource, element);
    const text = place === undefined ? (part.absent === undefined ? undefined : { text: part.absent }) : keyTextOf(place, part.as);
    if (text === undefined) return undefined;
    texts.push(text);
    at = place ?? at;
  }
  const { scope, text, isKnown } = scopeOf(row, resource, texts);
  const parts = texts.map((part) => part.text);
  if (row.isUnordered) parts.sort();
  const isPortable = texts.every((part) => part.isPortable !== false);
  return { key: [row.space, text, ...parts].join('\n'), row, at, parts, isPortable, scope, isCertain: isKnown };
}

function placeOf(part: KeyPart, resource: Resource, element: Property): Property | undefined {
  return part.of
    .map((path) => (path.startsWith('.') ? element.get(...stepsOf(path)) : resource.property(...stepsOf(path))))
    .find((place) => !place.isAbsent);
}

/** A key whose parts are names of the account or region says nothing outside of it. */
function scopeOf(
  row: IdentityRow,
  { account, region }: Resource,
  texts: readonly KeyText[],
): { scope: Identity['scope']; text: string; isKnown: boolean } {
  if (row.scope === 'account') return { scope: 'account', text: `${account}`, isKnown: account !== undefined };
  const isLocal = row.scope !== 'partition' && (row.scope === 'region' || texts.some((part) => part.isLocalName));
  if (!isLocal) return { scope: 'global', text: '', isKnown: true };
  return { scope: 'region', text: `${account} ${region}`, isKnown: account !== undefined && region !== undefined };
}
