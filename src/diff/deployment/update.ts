import type { TemplatePath } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { DiffContext } from './problem.js';

/** A resource that CloudFormation updates, or replaces under its logical id. */
export interface Update {
  readonly before: Resource;
  readonly after: Resource;
  /** What differs, from the resource's entry; also references to what is created anew. */
  readonly paths: readonly TemplatePath[];
  readonly isReplaced: boolean;
  readonly context: DiffContext;
}

/** Whether a property below `Properties`, or something in it, differs. */
export function differs({ paths }: Update, property: string): boolean {
  const steps = property.split('.');
  return paths.some(
    ([section, ...rest]) => section === 'Properties' && steps.every((step, index) => index >= rest.length || String(rest[index]) === step),
  );
}

/** What is wrong, as the start of a sentence; with what to change in each of several deployments that lead there, when that follows from the values. */
export type Rejection = string | { readonly what: string; readonly steps?: readonly string[] };
