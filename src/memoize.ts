/** Computes a value when it is first asked for. */
export function memoize<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/** Computes the value of a key when it is first asked for. Beyond `limit` different keys there is no answer. */
export function memoizeByKey<T, Key = string>(compute: (key: Key) => T): (key: Key) => T;
export function memoizeByKey<T, Key = string>(compute: (key: Key) => T, limit: number): (key: Key) => T | undefined;
export function memoizeByKey<T, Key>(compute: (key: Key) => T, limit = Number.POSITIVE_INFINITY): (key: Key) => T | undefined {
  const known = new Map<Key, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found;
    if (known.size >= limit) return undefined;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
