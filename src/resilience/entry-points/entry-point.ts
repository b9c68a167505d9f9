import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';

/** How long a step takes, in seconds. */
export interface Bound {
  /** No less, by the settings in the template: for the client that is served last. */
  readonly least: number;
  /** As it usually is; undefined when nothing says so. */
  readonly usual: number | undefined;
  /** How it follows from the settings: `30 s × (10 − 1)`. */
  readonly how: string;
}

/** What happens to the traffic of a way in when a region is lost. */
export type Movement =
  | { readonly kind: 'moves'; readonly decidedBy: string; readonly detect: Bound; readonly route: Bound }
  | {
      readonly kind: 'stays';
      readonly because: string;
      readonly at: Property | Resource;
      readonly fix: string;
      /** The check that reports it without any contract. */
      readonly reportedBy?: string;
    }
  | { readonly kind: 'unknown'; readonly because: string };

/** A place where clients reach the application, which leads to a region that may be lost. */
export interface EntryPoint {
  readonly at: Property | Resource;
  readonly kind: 'record' | 'distribution' | 'accelerator' | 'event endpoint';
  /** As a person would write it. */
  readonly name: string;
  /** The regions that it leads to. */
  readonly regions: readonly string[];
  /** The region whose loss is looked at. */
  readonly lost: string;
  readonly movement: Movement;
}

export const NO_TIME: Bound = { least: 0, usual: 0, how: 'no time' };

/** Two steps, one after the other. */
export function sum(one: Bound, other: Bound): Bound {
  const usual = one.usual === undefined || other.usual === undefined ? undefined : one.usual + other.usual;
  return { least: one.least + other.least, usual, how: [one, other].map(({ how }) => how).join(', then ') };
}
