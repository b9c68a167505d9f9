import type { Stack } from '../assembly/model.js';

/**
 * How an application recovers from the loss of a region: the five words of `DisasterRecoveryApproach` in `AWS::ResilienceHubV2::Policy`, and
 * `active-passive` for any of the three between the first and the last.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-resiliencehubv2-policy.html
 */
export const MODES = ['active-active', 'hot-standby', 'warm-standby', 'pilot-light', 'backup-and-restore'] as const;
export type Mode = (typeof MODES)[number] | 'active-passive';

/** What an application promises to survive: the loss of a region, with so much data lost and so much time until it works again. */
export interface Contract {
  readonly name: string;
  /** Where it was declared, as a message says it: the configuration, or a resource. */
  readonly origin: string;
  /** At least two. The first is the primary region, unless the mode is `active-active`. */
  readonly regions: readonly string[];
  readonly mode: Mode;
  /** Recovery point objective, in seconds; undefined when none was declared. */
  readonly rpo: number | undefined;
  /** Recovery time objective, in seconds; undefined when none was declared. */
  readonly rto: number | undefined;
  /** Whether a stack is a part of the application. */
  covers(stack: Stack): boolean;
  readonly exceptions: readonly ContractException[];
}

/** What a contract leaves out. */
export interface ContractException {
  /** As it was written. */
  readonly construct: string;
  readonly reason: string;
  /** Whether a construct is meant. The path begins with the stack's. */
  covers(constructPath: string): boolean;
}
