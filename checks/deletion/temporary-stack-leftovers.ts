import { defineCheck } from '../../src/check/check.js';
import { stack } from '../../src/check/example-parts.js';
import { STATEFUL_TYPES } from '../../src/facts/stateful-types.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { groupBy } from '../../src/group-by.js';
import { isRetainedAbove, labelOf, ownFateOf } from '../../src/queries/deletion.js';
import { temporaryBecause } from './model/intent.js';

const bucket = (policy: string) => ({ Type: 'AWS::S3::Bucket', DeletionPolicy: policy, UpdateReplacePolicy: policy });

export default defineCheck({
  id: 'deletion/temporary-stack-leftovers',
  title: 'Temporary stack leaves resources behind',
  severity: 'warning',
  docs: {
    why: 'The name or a tag of the stack suggests that it is temporary (`preview`, `pr-123`, `test`, `dev`), or most of its data stores are deleted with it. What is retained stays in the account when the stack is deleted: it costs money, and with a fixed name the next deployment fails. `Bucket`, `Table`, `UserPool`, `Key` and `FileSystem` of the CDK are retained by default.',
    fix: 'Give the removal policy to the stack: `removalPolicy: props.isTemporary ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN`, with `autoDeleteObjects: true` for buckets, or for all at once `RemovalPolicies.of(stack).destroy()`. When the data is meant to stay, name the stack under `deletion.retained` in the configuration; when it must be deleted, under `deletion.destroyable`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
      'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.RemovalPolicy.html',
    ],
    templateFix:
      'Set `DeletionPolicy: Delete` in stacks that are temporary. When the data is meant to stay, name the stack under `deletion.retained` in the configuration; when it must be deleted, under `deletion.destroyable`.',
    bad: { 'Shop-pr-123': stack('us-east-1', { Images: bucket('Retain'), Orders: bucket('Retain') }) },
    good: { 'Shop-pr-123': stack('us-east-1', { Images: bucket('Delete'), Orders: bucket('Delete') }) },
  },
  *graph({ graph, settings }) {
    // Stacks that are made alike for several services or regions have one cause.
    const groups = groupBy(graph.certainResourcesOfType(...STATEFUL_TYPES.keys()).filter(staysWithData), (resource) => {
      const stack = rootStackOf(resource.stack);
      return settings.isDestroyable(stack) || settings.isRetained(stack) ? undefined : temporaryBecause(graph, stack);
    });
    for (const [reason, [first, ...others]] of groups) {
      if (reason === undefined) continue;
      const [stack = first.stack, ...stacks] = new Set([first, ...others].map((resource) => rootStackOf(resource.stack)));
      const what = others.length === 0 ? `${labelOf(first)} is` : `${labelOf(first)} and ${others.length} more are`;
      const which = stacks.length === 0 ? `the stack ${stack.name} is` : `the stacks ${stack.name} and ${stacks.length} more are`;
      yield {
        at: first.attribute('DeletionPolicy'),
        message: `${what} retained when ${which} deleted, although ${reason}.`,
        related: others.map((other) => ({ at: other.attribute('DeletionPolicy'), message: `${labelOf(other)} is retained as well.` })),
      };
    }
  },
});

function staysWithData(resource: Resource): boolean {
  return STATEFUL_TYPES.get(resource.type) === 'data' && ownFateOf(resource) === 'retained' && !isRetainedAbove(resource);
}
