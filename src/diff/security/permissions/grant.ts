import type { When } from '../branches.js';
import type { Written } from '../texts.js';

/** One value, or with `not` everything but some values. */
export interface Target {
  readonly not: boolean;
  readonly values: readonly string[];
}

/** A statement of a policy, taken apart: one principal, one action, one resource. */
export interface Grant {
  readonly effect: string;
  readonly principal: Target;
  readonly action: Target;
  readonly resource: Target;
  /** Operators, keys and values, as the policy has them. */
  readonly condition: Conditions | undefined;
  /** The conditions of the template under which it is there. */
  readonly when: When;
  /** The policy that says so, as a token. */
  readonly origin: string;
}

export type Conditions = { readonly [operator: string]: Written };

/** Policies of AWS are attached by their ARN: what they allow is not in the assembly. */
export const MANAGED_POLICY = '(managed policy)';
