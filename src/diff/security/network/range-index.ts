import type { IpRange } from '../../../queries/ip-ranges.js';

/** Finds what is filed under ranges of addresses by a range that overlaps them: of two such ranges one is in the other, or they are apart. */
export class RangeIndex<Item> {
  /** By the family and the bits that the addresses of a range share. */
  readonly #items = new Map<string, Item[]>();
  readonly #lengths = new Set<number>();
  #sorted: readonly string[] | undefined;

  add(range: IpRange, item: Item): void {
    const bits = sharedBits(range);
    const items = this.#items.get(bits);
    if (items !== undefined) {
      items.push(item);
      return;
    }
    this.#items.set(bits, [item]);
    this.#lengths.add(bits.length);
    this.#sorted = undefined;
  }

  *overlapping(range: IpRange): Generator<Item> {
    const bits = sharedBits(range);
    for (const length of this.#lengths) if (length < bits.length) yield* this.#items.get(bits.slice(0, length)) ?? [];
    this.#sorted ??= [...this.#items.keys()].sort();
    for (let at = firstFrom(this.#sorted, bits); this.#sorted[at]?.startsWith(bits); at++)
      yield* this.#items.get(this.#sorted[at] as string) as readonly Item[];
  }
}

function sharedBits({ start, prefix }: IpRange): string {
  const bits = start.toByteArray().map((byte) => byte.toString(2).padStart(8, '0'));
  return `${start.kind()} ${bits.join('').slice(0, prefix)}`;
}

/** The index of the first text that is not less than another one. */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
