/** What names something that is accepted over time: neither lines nor messages, so that it survives edits and other cdk.out folders. */
export interface AcceptedEntry {
  /** The id of a check; of a diff also `diff/blocked/export-in-use`, `diff/data-loss`, `diff/broadened/permissions`. */
  readonly check: string;
  /** `482731905566/us-east-1`; what the app left open is `*`. */
  readonly environment: string;
  /** Construct path; without one the stack's name, and the logical id of the resource. */
  readonly at: string;
  /** `Replicas[1].SSESpecification`, empty for a whole resource. */
  readonly property: string;
}

export interface MatchedEntries<T> {
  readonly accepted: ReadonlySet<T>;
  /** Entries that nothing is left of. */
  readonly left: readonly AcceptedEntry[];
}

/**
 * Finds what the entries accept. An entry stands for one thing: two that are alike need two. What moved in its list, because something was
 * put before it or the list has another order, is taken last.
 */
export function matchEntries<T>(
  items: readonly T[],
  entryOf: (item: T) => AcceptedEntry,
  entries: readonly AcceptedEntry[],
): MatchedEntries<T> {
  const accepted = new Set<T>();
  let left = entries;
  for (const keyOf of [exactKey, keyWithoutPositions]) {
    const open = new Map<string, AcceptedEntry[]>();
    for (const entry of left) {
      const key = keyOf(entry);
      const group = open.get(key);
      if (group === undefined) open.set(key, [entry]);
      else group.push(entry);
    }
    if (open.size === 0) break;
    const taken = new Set<AcceptedEntry>();
    for (const item of items) {
      const entry = accepted.has(item) ? undefined : open.get(keyOf(entryOf(item)))?.pop();
      if (entry === undefined) continue;
      accepted.add(item);
      taken.add(entry);
    }
    left = left.filter((entry) => !taken.has(entry));
  }
  return { accepted, left };
}

export function exactKey({ check, environment, at, property }: AcceptedEntry): string {
  return JSON.stringify([environment, at, property, check]);
}

function keyWithoutPositions(entry: AcceptedEntry): string {
  return exactKey({ ...entry, property: entry.property.replace(/\[\d+\]/g, '[]') });
}
