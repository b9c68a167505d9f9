import { defineCheck } from '../../src/check/check.js';
import { resource } from '../../src/check/example-parts.js';
import { TemplatePart } from '../../src/graph/model/template-part.js';
import { annotationsOf, resourceAt } from './model/annotations.js';
import { stackOfLookups } from './model/missing-lookups.js';

const app = (annotations: readonly { readonly type: string; readonly data: string }[]) => ({
  Web: { region: 'us-east-1', resources: { Site: resource('AWS::S3::Bucket', {}) }, metadata: { 'Web/Site': annotations } },
});

export default defineCheck({
  id: 'assembly/annotation',
  title: 'CDK annotation',
  severity: 'error',
  docs: {
    why: 'Constructs annotate themselves and others while the app runs (`Annotations.of(construct).addWarningV2(…)`), and so do aspects such as cdk-nag. `cdk synth` prints them once, among many lines; here they are reported at their construct, with the severity that the app gave them.',
    fix: 'Do what the annotation asks for. A warning that you accept is acknowledged in the code: `Annotations.of(construct).acknowledgeWarning("id", "reason")`.',
    sources: ['https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Annotations.html'],
    templateFix: 'Do what the annotation asks for.',
    bad: app([{ type: 'aws:cdk:error', data: 'Buckets of this team must log their requests' }]),
    good: app([]),
  },
  *stack(stack, { graph }) {
    // Nested stacks share the metadata of their root.
    if (stack.parent !== undefined) return;
    for (const { severity, constructPath, message, id, trace, isLookup } of annotationsOf(stack)) {
      // `assembly/context-missing` reports it, with what was looked up.
      if (isLookup && stackOfLookups(graph, stack) !== undefined) continue;
      const resource = resourceAt(graph, stack, constructPath);
      const isStack = constructPath === stack.displayName;
      yield {
        // What is annotated at a whole stack comes from one call in it.
        at: resource ?? TemplatePart.construct(stack, constructPath, isStack ? trace : undefined),
        severity,
        message: resource === undefined && !isStack ? `${constructPath}: ${message}` : message,
        // What a library says of all its constructs, such as "installLatestAwsSdk was not specified".
        ...(resource === undefined && severity !== 'error' && { cause: { key: `${severity} ${message}`, here: `${constructPath}.` } }),
        ...(severity === 'error' && {
          fix: 'Do what the annotation asks for: `cdk deploy` does not deploy a stack with an error among its annotations.',
        }),
        ...(id !== undefined && {
          fix: `Do what it asks for, or accept it: \`Annotations.of(construct).acknowledgeWarning("${id}", "reason")\`.`,
        }),
      };
    }
  },
});
