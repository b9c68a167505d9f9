import type { Stack } from '../assembly/model.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { TemplatePart } from '../graph/model/template-part.js';

/** Ordered from worst to mildest. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
/**
 * `error`: the deployment, update or deletion will fail, or data will be lost or left unreplicated, and the synthesized output alone proves it.
 * `warning`: very probably wrong, or depends on something outside the assembly. `info`: worth knowing.
 */
export type Severity = (typeof SEVERITIES)[number];

/** Where a problem is: a property, a whole resource, another part of a template (an output), or a stack. */
export type Place = Property | Resource | TemplatePart | Stack;

/** What a check yields. */
export interface Problem {
  readonly at: Place;
  /** What is wrong here and why it matters, in a sentence or two. Names and paths only, no secrets. */
  readonly message: string;
  /** What to write in CDK instead, when it is more exact than the check's own `docs.fix`. */
  readonly fix?: string;
  /**
   * Values of this finding for those of the example in its fix, in whatever words the fix is given: `{ 'us-west-2': 'eu-central-1' }`.
   * What is undefined keeps the example's value.
   */
  readonly fill?: Readonly<Record<string, string | undefined>>;
  /** Milder than the check's own severity, when this template proves less. */
  readonly severity?: Severity;
  /** Other places that take part, usually in other stacks. */
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  /** What one change would solve in several places. Problems of a check whose keys are equal are reported once, at the first of them. */
  readonly cause?: {
    readonly key: string | object;
    /** What is wrong here, in a short sentence, when another place is reported. */
    readonly here: string;
  };
}
