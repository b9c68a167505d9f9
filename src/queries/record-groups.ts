import type { Resource } from '../graph/model/resource.js';

interface Grouped {
  readonly key: string;
  readonly resource: Resource;
}

/** Route 53 takes 100 weighted records of one name; what stands far beyond is not compared, so that a hostile template costs no time. */
const MAX_GROUP = 200;

/** Records that are compared with each other. Most are alone, and of half a million each byte counts: the rest is made when it is asked for. */
export class Group<Member extends Grouped> {
  readonly records: readonly Member[];
  #certain: readonly Member[] | undefined;
  #before: ReadonlyMap<string, number> | undefined;

  constructor(records: readonly Member[]) {
    this.records = records;
  }

  /** Those that are certainly there. */
  get certain(): readonly Member[] {
    this.#certain ??= this.records.every(isCertain) ? this.records : this.records.filter(isCertain);
    return this.#certain;
  }

  /** How many of those that are certainly there stand before a record; undefined when it is none of the group. */
  countBefore(record: Member): number | undefined {
    const [first] = this.records;
    if (this.records.length === 1) return first?.key === record.key ? 0 : undefined;
    this.#before ??= this.#countAll();
    return this.#before.get(record.key);
  }

  #countAll(): ReadonlyMap<string, number> {
    let count = 0;
    const before = new Map<string, number>();
    for (const record of this.records) {
      before.set(record.key, count);
      if (isCertain(record)) count++;
    }
    return before;
  }
}

function isCertain({ resource }: Grouped): boolean {
  return resource.existence === 'certain';
}

/** Records by a key; those without one are in no group. */
export function groupRecords<Member extends Grouped>(
  records: readonly Member[],
  keyOf: (record: Member) => string | undefined,
): ReadonlyMap<string, Group<Member>> {
  return new Map([...groupBy(records, keyOf)].map(([key, together]) => [key, new Group(together)] as const));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else if (group.length < MAX_GROUP) group.push(item);
  }
  return groups;
}
