import { groupBy } from '../../group-by.js';
import { memoizeByKey } from '../../memoize.js';
import { NAMED_TYPES } from '../resource-names.js';
import { APPLICATIONS } from './applications.js';
import { DATA } from './data.js';
import { EDGE } from './edge.js';
import { identifierRow, identifiersBeside } from './identifiers.js';
import { NAMES } from './names.js';
import { NETWORK } from './network.js';
import { POLICIES } from './policies.js';
import { DECLARED_TWICE, type IdentityRow } from './row.js';
import { SINGLETONS } from './singletons.js';

const WRITTEN = groupBy([...NETWORK, ...APPLICATIONS, ...EDGE, ...POLICIES, ...DATA, ...SINGLETONS, ...NAMES], ({ type }) => type);
const IDENTIFIERS = identifiersBeside(new Set([...WRITTEN.keys(), ...NAMED_TYPES.keys()]));

/** Types that have rows. */
export const IDENTITY_TYPES: readonly string[] = [...WRITTEN.keys(), ...IDENTIFIERS.keys()];

/** What makes a resource unique besides the physical names that ARNs and links know. An app has few of the types that have an identifier. */
export const identityRowsOf: (type: string) => readonly IdentityRow[] = memoizeByKey((type) => {
  const identifier = IDENTIFIERS.get(type);
  return WRITTEN.get(type) ?? (identifier === undefined ? [] : [identifierRow(type, identifier)]);
});

/** Types that have a row which a check reports. */
export function identityTypesOf(check: IdentityRow['check']): readonly string[] {
  const written = [...WRITTEN].filter(([, rows]) => rows.some((row) => row.check === check)).map(([type]) => type);
  return check === DECLARED_TWICE ? [...written, ...IDENTIFIERS.keys()] : written;
}
