import { APPLICATIONS } from './applications.js';
import { DATA } from './data.js';
import { EDGE } from './edge.js';
import { NETWORK } from './network.js';
import { POLICIES } from './policies.js';
import type { IdentityRow } from './row.js';

/** What makes a resource unique besides its physical name, by type. */
export const IDENTITIES: ReadonlyMap<string, readonly IdentityRow[]> = byType([...NETWORK, ...APPLICATIONS, ...EDGE, ...POLICIES, ...DATA]);

function byType(rows: readonly IdentityRow[]): ReadonlyMap<string, readonly IdentityRow[]> {
  const types = new Map<string, IdentityRow[]>();
  for (const row of rows) types.set(row.type, [...(types.get(row.type) ?? []), row]);
  return types;
}
