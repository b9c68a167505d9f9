import type { MissingContext, Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { TemplatePart } from '../../src/graph/model/template-part.js';
import { shortList } from '../../src/short-list.js';
import { type Annotation, annotationsOf } from './model/annotations.js';
import { missingLookups, stackOfLookups } from './model/missing-lookups.js';

const key = 'hosted-zone:account=482731905566:domainName=contoso.dev:region=us-east-1';
const failed = {
  type: 'aws:cdk:error',
  data: 'Need to perform AWS calls for account 482731905566, but no credentials have been configured',
};
const web = stack('us-east-1', { Site: resource('AWS::S3::Bucket', {}) });

export default defineCheck({
  id: 'assembly/context-missing',
  title: 'Context lookups are missing',
  severity: 'error',
  docs: {
    why: 'The app asked for something that only AWS knows (a VPC, a hosted zone, an image, a parameter), and the answer was neither in `cdk.context.json` nor looked up. The templates hold dummy values in its place: they cannot be deployed as they are, and what depends on those values is not checked.',
    fix: 'Run `cdk synth` once with credentials for the account, and commit the `cdk.context.json` that it writes.',
    sources: ['https://docs.aws.amazon.com/cdk/v2/guide/context.html'],
    templateFix: 'Look the value up, and write it into the template.',
    bad: { Web: { ...web, missingContext: [key], metadata: { '/Web': [failed] } } },
    good: { Web: web },
  },
  *graph({ graph }) {
    const lookups = graph.memo(missingLookups);
    if (lookups.size === 0) return;
    const errors = lookupErrors(graph);
    for (const [stack, missing] of lookups) {
      const [error] = errors.get(stack) ?? [];
      yield {
        at: error === undefined ? stack : TemplatePart.construct(stack, error.constructPath, error.trace),
        // With an error among its annotations the CDK does not deploy the stack.
        ...(error === undefined && { severity: 'warning' as const }),
        message: `${error === undefined ? notDone(missing) : `A lookup failed ("${error.message}")`}, and ${missing.every(({ dummies }) => dummies.length > 0) ? 'the templates contain dummy values instead' : 'what depends on it is not known'}: ${listed(missing)}.`,
      };
    }
  },
});

/** What the CDK says of lookups that failed, by the stack at which they are reported. */
function lookupErrors(graph: ResourceGraph): ReadonlyMap<Stack, readonly Annotation[]> {
  const errors = new Map<Stack, Annotation[]>();
  for (const stack of graph.stacks) {
    const found = stack.parent === undefined ? annotationsOf(stack).filter(({ isLookup }) => isLookup) : [];
    const reported = found.length === 0 ? undefined : stackOfLookups(graph, stack);
    if (reported !== undefined) errors.set(reported, [...(errors.get(reported) ?? []), ...found]);
  }
  return errors;
}

function notDone({ length }: readonly MissingContext[]): string {
  return length === 1 ? 'A lookup was not done' : `${length} lookups were not done`;
}

const MAX_LISTED = 50;

function listed(missing: readonly MissingContext[]): string {
  return shortList(
    missing.map(({ key }) => key),
    MAX_LISTED,
  );
}
