/** Computes a value when it is first asked for. */
export function memoize<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/** Beyond `limit` different keys there is no answer. */
export function memoizeByKey<T>(compute: (key: string) => T | undefined, limit = Number.POSITIVE_INFINITY): (key: string) => T | undefined {
  const known = new Map<string, T | undefined>();
  return (key) => {
    if (!known.has(key)) {
      if (known.size >= limit) return undefined;
      known.set(key, compute(key));
    }
    return known.get(key);
  };
}
