/** A value, or why there is none: words that complete a sentence about the thing asked for (`does not exist`). */
export type Attempt<T> = { readonly value: T } | { readonly problem: string };
