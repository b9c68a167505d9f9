import { NAMED_TYPES } from '../resource-names.js';
import { APPLICATIONS } from './applications.js';
import { DATA } from './data.js';
import { EDGE } from './edge.js';
import { identifierRows } from './identifiers.js';
import { NAMES } from './names.js';
import { NETWORK } from './network.js';
import { POLICIES } from './policies.js';
import type { IdentityRow } from './row.js';
import { SINGLETONS } from './singletons.js';

const WRITTEN = [...NETWORK, ...APPLICATIONS, ...EDGE, ...POLICIES, ...DATA, ...SINGLETONS, ...NAMES];

/** What makes a resource unique besides the physical names that ARNs and links know, by type. */
export const IDENTITIES: ReadonlyMap<string, readonly IdentityRow[]> = byType([
  ...WRITTEN,
  ...identifierRows(new Set([...WRITTEN.map(({ type }) => type), ...NAMED_TYPES.keys()])),
]);

function byType(rows: readonly IdentityRow[]): ReadonlyMap<string, readonly IdentityRow[]> {
  const types = new Map<string, IdentityRow[]>();
  for (const row of rows) {
    const known = types.get(row.type);
    if (known === undefined) types.set(row.type, [row]);
    else known.push(row);
  }
  return types;
}
