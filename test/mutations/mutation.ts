import type { Example } from '../../src/check/example.js';

/** An example that may be changed in place: a `structuredClone` of one. */
export type MutableExample = Mutable<Example>;

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** One fault in an assembly without any, and the one finding that it must give. */
export interface Mutation {
  readonly check: string;
  readonly name: string;
  /** An assembly in which no check finds anything. */
  readonly from: Example;
  /** Makes one fault. */
  readonly apply: (assembly: MutableExample) => void;
  /** Where the check must report; `property` as it stands below `Properties`: `Replicas.0.SSESpecification`. */
  readonly expect: { readonly stack: string; readonly resource: string | null; readonly property: string };
}
