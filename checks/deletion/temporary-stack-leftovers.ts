import { defineCheck } from '../../src/check/check.js';
import { STATEFUL_TYPES } from '../../src/facts/stateful-types.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { groupBy } from '../../src/group-by.js';
import { isRetainedAbove, labelOf, ownFateOf } from '../../src/queries/deletion.js';
import { temporaryBecause } from './model/intent.js';

const bucket = (policy: string) => ({ Type: 'AWS::S3::Bucket', DeletionPolicy: policy, UpdateReplacePolicy: policy });

export default defineCheck({
  id: 'deletion/temporary-stack-leftovers',
  title: 'Temporary stack that leaves data behind',
  severity: 'warning',
  docs: {
    why: 'The name or a tag of the stack says that it is made to be deleted again (`preview`, `pr-123`, `test`, `dev`), or most of its data stores are deleted with it. What is retained stays in the account when the stack is deleted: it costs money, and with a fixed name the next deployment fails. `Bucket`, `Table`, `UserPool`, `Key` and `FileSystem` of the CDK are retained unless told otherwise.',
    fix: 'Give the removal policy to the stack: `removalPolicy: props.isTemporary ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN`, with `autoDeleteObjects: true` for buckets, or for all at once `RemovalPolicies.of(stack).destroy()`. When the data is meant to stay, name the stack under `deletion.retained` in the configuration; when it must go, under `deletion.destroyable`.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
      'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.RemovalPolicy.html',
    ],
    bad: { 'Shop-pr-123': { region: 'us-east-1', resources: { Images: bucket('Retain'), Orders: bucket('Retain') } } },
    good: { 'Shop-pr-123': { region: 'us-east-1', resources: { Images: bucket('Delete'), Orders: bucket('Delete') } } },
  },
  *graph({ graph, settings }) {
    const retained = graph.certainResourcesOfType(...STATEFUL_TYPES.keys()).filter(staysWithData);
    for (const [stack, [first, ...others]] of groupBy(retained, (resource) => rootStackOf(resource.stack))) {
      if (settings.isDestroyable(stack) || settings.isRetained(stack)) continue;
      const reason = temporaryBecause(graph, stack);
      if (reason === undefined) continue;
      const what = others.length === 0 ? `${labelOf(first)} is` : `${labelOf(first)} and ${others.length} more are`;
      yield {
        at: first.attribute('DeletionPolicy'),
        message: `${what} retained when the stack ${stack.name} is deleted, although ${reason}.`,
        related: others.map((other) => ({ at: other.attribute('DeletionPolicy'), message: `${labelOf(other)} is retained as well.` })),
      };
    }
  },
});

function staysWithData(resource: Resource): boolean {
  return STATEFUL_TYPES.get(resource.type) === 'data' && ownFateOf(resource) === 'retained' && !isRetainedAbove(resource);
}
