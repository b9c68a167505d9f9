import { policy, resource } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { referencesIn } from '../../src/graph/model/value.js';
import { isGivenToCustomResource } from '../../src/queries/custom-resources.js';
import { policiesAbout } from '../../src/queries/policies/about.js';
import { decide, isAllowed } from '../../src/queries/policies/decide.js';
import { roleAt } from '../../src/queries/policies/principal.js';
import { areDeployedTogether } from '../../src/queries/stack-order.js';
import { bucketName, replicationCycleOf } from './model/bucket-replication.js';
import { replicationExample } from './model/replication-example.js';
import { needsOf } from './model/replication-needs.js';
import { ruleCheck } from './model/rule-check.js';

const POLICY = resource('AWS::S3::BucketPolicy', {
  Bucket: { Ref: 'Copies' },
  PolicyDocument: policy({
    Effect: 'Allow',
    Action: ['s3:ReplicateObject', 's3:ReplicateDelete'],
    Principal: { AWS: 'arn:aws:iam::482731905566:role/replication' },
    Resource: 'arn:aws:s3:::orders-copies/*',
  }),
});

export const replicationDestinationClosed = ruleCheck({
  id: 's3/replication-destination-closed',
  title: 'Destination bucket policy does not allow the replication',
  severity: 'warning',
  docs: {
    why: 'When the buckets belong to different accounts, "the owner of the destination buckets must grant the owner of the source buckets permissions to replicate objects by using a bucket policy". Without one, the rule can be set, but no object is replicated (replication status FAILED).',
    fix: 'Grant the role access in the destination bucket policy, in the stack of that bucket: `destination.addReplicationPolicy(source.replicationRoleArn)`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html'],
    templateFix:
      'Grant the role access in the bucket policy of the destination: `s3:ReplicateObject` and `s3:ReplicateDelete` on its objects, `s3:List*` and `s3:GetBucketVersioning` on the bucket.',
    bad: replicationExample({ archive: { account: '590184027316' } }),
    good: replicationExample({ archive: { account: '590184027316' }, besideCopies: { Policy: POLICY } }),
  },
  isOfDestination: true,
  *ofRule(replication, bucket) {
    const role = bucket.property('ReplicationConfiguration', 'Role');
    // A role of another account: replication-role-account.
    if (/^\d{12}$/.test(role.arn?.account ?? '') && role.arn?.account !== bucket.account) return;
    const { destination, target } = replication;
    if (target?.account === undefined || bucket.account === undefined || target.account === bucket.account) return;
    const policies = policiesAbout(target);
    if (policies === undefined) return;
    const principal = roleAt(role, true);
    const context = new Map([['aws:securetransport', ['true']]]);
    const rejected = needsOf(replication).filter(
      ({ owner, target: resource, actions: [action = ''] }) =>
        owner === target && isAllowed(decide(policies, { action, principal, resource, context })) === false,
    );
    if (rejected.length === 0) return;
    const actions = rejected.map(({ actions: [action] }) => action).join(', ');
    const lets =
      policies.length === 0
        ? `no bucket policy there lets account ${bucket.account} write to it`
        : `its bucket policy does not allow the replication role ${actions}`;
    yield {
      at: destination,
      message: `The destination bucket "${bucketName(target)}" belongs to account ${target.account}, and ${lets}. S3 accepts the rule, but replication fails.`,
      related: [
        {
          at: target,
          message: policies.length === 0 ? 'This bucket has no bucket policy.' : 'The policy of this bucket lacks the statement.',
        },
      ],
    };
  },
});

export const replicationDestinationMissing = ruleCheck({
  id: 's3/replication-destination-missing',
  title: 'Replication destination bucket is not defined',
  severity: 'warning',
  docs: {
    why: 'S3 looks for the destination when the replication rule is set, and rejects the rule when it is not there: "Destination bucket must exist." A name that no stack declares is misspelled, is that of a bucket that was forgotten, or exists elsewhere.',
    fix: 'Declare the destination as a versioned `Bucket` in a stack of the other region and pass it to `replicationRules: [{ destination: otherStack.bucket }]`. If it exists outside of this app, list it in the configuration: `"external": { "s3": ["orders-*"] }`.',
    sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html'],
    templateFix:
      'Declare the destination as a versioned `AWS::S3::Bucket` in a template of the other region, and name it in `Destination.Bucket`. If it exists elsewhere, list it in the configuration: `external: { s3: [orders-*] }`.',
    bad: replicationExample({ destination: { Bucket: 'arn:aws:s3:::order-copies' } }),
    good: replicationExample({}),
  },
  isOfDestination: true,
  *ofRule({ destination, target, name }, _bucket, { graph, settings }) {
    if (target !== undefined || name === undefined || settings.isExternal('s3', name)) return;
    if (mayBeDeclared(graph, name) || isGivenToCustomResource(graph, name)) return;
    yield {
      at: destination,
      message: `No stack in this app defines the destination bucket "${name}". Unless it exists already, S3 rejects the rule: "Destination bucket must exist."`,
    };
  },
});

/** Whether a bucket whose name is not known, or one that a template does not show, may have this name. */
function mayBeDeclared(graph: ResourceGraph, name: string): boolean {
  return graph.mayLackResources() || graph.memo(bucketsOfUnknownName).some((bucket) => mayBeNamed(bucket, name));
}

function bucketsOfUnknownName(graph: ResourceGraph): readonly Resource[] {
  return graph
    .resourcesOfType('AWS::S3::Bucket')
    .filter(
      (bucket) =>
        bucket.physicalName === undefined && (!bucket.property('BucketNamePrefix').isAbsent || bucket.property('BucketName').isUnknown),
    );
}

function mayBeNamed(bucket: Resource, name: string): boolean {
  const prefix = bucket.property('BucketNamePrefix');
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
  if (!prefix.isAbsent) return name.endsWith('-an') && name.startsWith(prefix.text ?? '');
  const parts = bucket.property('BucketName').parts ?? [];
  const [first, last] = [parts[0], parts.at(-1)];
  return (typeof first !== 'string' || name.startsWith(first)) && (typeof last !== 'string' || name.endsWith(last));
}

export const replicationDestinationOrder = ruleCheck({
  id: 's3/replication-destination-order',
  title: 'Replication destination bucket is not created first',
  severity: 'error',
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
  isOfDestination: true,
  *ofRule({ destination, target }, bucket, { graph }) {
    if (target === undefined || bucket.is(target) || target.existence !== 'certain') return;
    // A value that another stack hands over: reference/order-missing. Buckets that need each other: replication-cycle.
    if (referencesIn(destination.value).some(({ via }) => via.length > 0)) return;
    if (graph.order.createdBefore(target, bucket) || replicationCycleOf(bucket)?.includes(target)) return;
    if (!graph.order.isKnown(target.stack, bucket.stack)) return;
    yield {
      at: destination,
      ...disorder(graph, bucket, target),
      related: [{ at: target, message: `"${bucketName(target)}" is declared here.` }],
    };
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
