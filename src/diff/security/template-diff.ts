import type { TemplateDiff } from '@aws-cdk/cloudformation-diff';
import type { JsonObject } from '../../assembly/model.js';

/** Entries of `Resources`, reduced to what differs. */
export type ReducedTemplate = ReadonlyMap<string, JsonObject>;

/** Asks `@aws-cdk/cloudformation-diff`; undefined when it fails on these templates. */
export type TemplateDiffer = (before: ReducedTemplate, after: ReducedTemplate) => TemplateDiff | undefined;

/**
 * Loads the package and, with its first question, the resource specification: half a second and 130 MB, so only when permissions are at
 * stake. Its index would load formatters as well.
 */
export async function loadTemplateDiffer(): Promise<TemplateDiffer> {
  const { fullDiff } = await import('@aws-cdk/cloudformation-diff/lib/diff-template.js');
  return (before, after) => {
    try {
      return fullDiff({ Resources: Object.fromEntries(before) }, { Resources: Object.fromEntries(after) });
    } catch {
      // It throws on a bucket policy without a document, on a property called `hasOwnProperty`, …
      return undefined;
    }
  };
}
