import { defineCheck } from '../../src/check/check.js';
import type { Problem } from '../../src/check/problem.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { referencesIn } from '../../src/graph/model/value.js';
import { areDeployedTogether } from '../../src/queries/stack-order.js';
import { bucketName, destinationsOf, replicationCycleOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';

export default defineCheck({
  id: 's3/replication-destination-order',
  title: 'Replication destination bucket is not created first',
  severity: 'error',
  types: ['AWS::S3::Bucket'],
  docs: {
    why: 'S3 looks for the destination when the rule is set: "Destination bucket must exist." The ARN of a bucket in another region is written out in the template, so neither CloudFormation nor the CDK knows that one stack needs the other: the CDK adds no dependency here.',
    fix: 'Write `sourceStack.addStackDependency(destinationStack)`. Inside one template pass the destination as a construct, or add `source.node.addDependency(destination)`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html',
      'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Stack.html',
    ],
    templateFix:
      'Deploy the template of the destination first. Inside one template add `DependsOn` with the destination bucket to the source, or refer to it: `Bucket: !GetAtt Copies.Arn`.',
    bad: replicationExample({ dependencies: [] }),
    good: replicationExample({}),
  },
  *resource(bucket, { graph }) {
    for (const { destination, target } of destinationsOf(bucket)) {
      if (target === undefined || bucket.is(target) || target.existence !== 'certain') continue;
      // A value that another stack hands over: reference/order-missing. Buckets that need each other: replication-cycle.
      if (referencesIn(destination.value).some(({ via }) => via.length > 0)) continue;
      if (graph.order.createdBefore(target, bucket) || replicationCycleOf(bucket)?.includes(target)) continue;
      if (!graph.order.isKnown(target.stack, bucket.stack)) continue;
      yield {
        at: destination,
        ...disorder(graph, bucket, target),
        related: [{ at: target, message: `"${bucketName(target)}" is declared here.` }],
      };
    }
  },
});

function disorder({ order }: ResourceGraph, bucket: Resource, target: Resource): Omit<Problem, 'at'> {
  const [source, destination] = [rootStackOf(bucket.stack), rootStackOf(target.stack)];
  const name = bucketName(target);
  const rejection = 'S3 rejects the rule until that bucket exists: "Destination bucket must exist."';
  if (source === destination) {
    return {
      message: `Nothing in the template makes CloudFormation create the destination bucket "${name}" before this one: it starts both at the same time. ${rejection}`,
      fix: 'Pass the destination as a construct (`destination: bucket`), or add `source.node.addDependency(destination)`.',
    };
  }
  if (order.precedes(bucket.stack, target.stack)) {
    return {
      message: `The destination bucket "${name}" is in ${destination.displayName}, which is deployed after ${source.displayName}. ${rejection}`,
      fix: 'Reverse the dependency: the stack with the destination bucket must not need anything of the stack with the source.',
    };
  }
  if (areDeployedTogether(rootStackOf(bucket.stack), rootStackOf(target.stack))) {
    return {
      message: `The destination bucket "${name}" is in ${destination.displayName}, and nothing makes that stack deploy before ${source.displayName}. ${rejection}`,
    };
  }
  return {
    severity: 'warning',
    message: `The destination bucket "${name}" is in ${destination.displayName}, of another stage or app: make sure that it is deployed before ${source.displayName}. ${rejection}`,
    fix: 'Order the stages in the pipeline so that the one with the destination bucket comes first.',
  };
}
