import type { Json, JsonObject, Stack } from '../../assembly/model.js';
import type { LinkKind, Unresolved } from '../model/link.js';
import type { Resource } from '../model/resource.js';
import type { Produced, ResourceGraph } from '../model/resource-graph.js';
import type { Assumptions } from '../model/scope.js';
import type { Boundary, Reference, Unknown, Value } from '../model/value.js';

/** A walk over a resource or output, as the kinds of links see it: where it is, where it goes next, and what it has found. */
export interface Walk {
  readonly graph: ResourceGraph;
  /** The stack whose template is walked. */
  readonly stack: Stack;
  /** The types of resources that the current property names, when it is known for one. */
  readonly typesNamed: readonly string[] | undefined;
  /** How many links the walk has found. */
  readonly count: number;
  /** The value of an expression at the current place. */
  evaluate(raw: Json, assumptions?: Assumptions): Value;
  /** Which branch of an `Fn::If` counts; undefined when its condition is open. */
  branch(argument: Json): { readonly index: 1 | 2 } | undefined;
  /** Whether a resource is the one that is walked. */
  isSelf(resource: Resource): boolean;
  /** Whether the current property gives the resource that is walked its own name. */
  readonly isOwnName: boolean;

  /** Walks an expression at the current place. */
  visit(raw: Json): void;
  /** Walks an expression one step further down. */
  step(key: string | number, raw: Json | undefined): void;
  at(path: readonly (string | number)[], visit: () => void): void;
  /** What is found inside is there under a condition that cannot be decided. */
  under(condition: string, visit: () => void): void;
  /** Names, ARNs and dynamic references in a text. */
  text(text: string): void;
  /** A text that is put together: what it names as a whole. The pieces are links by themselves. */
  whole(raw: JsonObject, pieces: readonly Json[]): void;
  /** Dynamic references in a text that is put together. Those that stand in one of the pieces are found there. */
  dynamicReferences(
    put: (argument: Json, evaluate: (raw: Json | undefined) => Value) => Value,
    argument: Json,
    pieces: readonly Json[],
  ): void;

  link(kind: LinkKind, reference: Reference): void;
  stackLink(kind: LinkKind, to: Stack, name: string): void;
  unresolved(kind: Unresolved['kind'], value: Unknown): void;
  /** A value of another stack, with all it refers to there, or one that nothing here produces. */
  boundary(kind: Boundary, found: Produced | Unknown): void;
}
