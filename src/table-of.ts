/** A table that is asked for names of an assembly: `constructor` and `__proto__` are in none, unless a row has that name. */
export function tableOf<T>(rows: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), rows);
}
