/** Things by name, several to a name, indexed when first asked. */
export class NameIndex<T> {
  readonly #items: () => Iterable<T>;
  readonly #namesOf: (item: T) => readonly (string | undefined)[];
  #groups: Map<string, T[]> | undefined;

  constructor(items: () => Iterable<T>, namesOf: (item: T) => readonly (string | undefined)[]) {
    this.#items = items;
    this.#namesOf = namesOf;
  }

  named(name: string): readonly T[] {
    return this.#all().get(name) ?? NONE;
  }

  get isEmpty(): boolean {
    return this.#all().size === 0;
  }

  names(): Iterable<string> {
    return this.#all().keys();
  }

  #all(): ReadonlyMap<string, readonly T[]> {
    if (this.#groups !== undefined) return this.#groups;
    // Set before it is filled: a name may itself be read through this index, and then finds only what is already there.
    const groups = new Map<string, T[]>();
    this.#groups = groups;
    for (const item of this.#items()) {
      for (const name of this.#namesOf(item)) {
        if (name === undefined) continue;
        const group = groups.get(name);
        if (group === undefined) groups.set(name, [item]);
        else group.push(item);
      }
    }
    return groups;
  }
}

const NONE: readonly never[] = [];
