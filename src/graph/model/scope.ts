import type { Stack } from '../../assembly/model.js';

/** What is taken for granted where the synthesized output leaves something open. */
export interface Assumptions {
  /** Outcome of comparisons that cannot be decided, by the text that `conditions.ts` gives them. */
  readonly comparisons: ReadonlyMap<string, boolean>;
  /** Whether template parameters without a value have their default, and the stacks of an app that name no account go to one. */
  readonly defaults: boolean;
}

export const NO_ASSUMPTIONS: Assumptions = { comparisons: new Map(), defaults: false };

/** One object: what is decided under it is decided once. */
export const WITH_DEFAULTS: Assumptions = { comparisons: new Map(), defaults: true };

/** Where an expression is evaluated: names mean what this stack's template says they mean. */
export interface Scope {
  readonly stack: Stack;
  readonly assumptions: Assumptions;
}
