import type { Stack } from '../assembly/model.js';
import type { UnlocatedFinding } from '../finding/unlocated-finding.js';
import type { Resource } from '../graph/model/resource.js';

/** A resource, or a construct (by its path) of a top-level stack and of those nested in it. */
export type SuppressionPlace = { readonly resource: Resource } | { readonly stack: Stack; readonly path: string };

/** A finding or findings that are accepted, in one place. */
export interface Suppression {
  /** Ids or globs of what it is about: `route53/set-identifier-missing`, `route53/*`. */
  readonly ids: readonly string[];
  /** What it is called in messages, as a subject: "The suppression of `route53/*` at `Dns` (synthcheck.config.json)". */
  readonly name: string;
  /** Where it holds at most, so that a finding is compared with few. Left out: anywhere. */
  readonly at?: SuppressionPlace;
  covers(detected: UnlocatedFinding): boolean;
  readonly reason?: string | undefined;
  /** The last day on which it holds, as in `2027-03-31`. */
  readonly until?: string | undefined;
  /** Whether CDK knows it too, and keeps its own account. */
  readonly isAcknowledgement?: boolean;
  /** Whether it was written for us alone, so that we say when it fits nothing. Others may have use for theirs. */
  readonly isOwn: boolean;
}
