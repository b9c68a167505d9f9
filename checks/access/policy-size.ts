import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { grouped } from '../../src/counted.js';
import {
  MANAGED_POLICY_SIZE,
  POLICY_QUOTAS,
  type PolicyQuota,
  RAISED_TRUST_POLICY_SIZE,
  TRUST_POLICY_SIZE,
} from '../../src/facts/policy-quotas.js';
import type { Property } from '../../src/graph/model/property.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { keyTextOf } from '../../src/queries/key-texts.js';
import { leastSizeAt, mostSizeAt } from '../../src/queries/least-size.js';

const policy = (secrets: number) =>
  resource('AWS::IAM::Policy', {
    PolicyName: 'grants',
    Users: ['deploy'],
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: Array.from({ length: secrets }, (_, index) => ({
        Effect: 'Allow',
        Action: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
        Resource: `arn:aws:secretsmanager:us-east-1:482731905566:secret:acme/payments/service-${index}/credentials-??????`,
      })),
    },
  });

export default defineCheck({
  id: 'access/policy-size',
  title: 'Policy is too long: "Maximum policy size of 10240 bytes exceeded for role"',
  severity: 'error',
  docs: {
    why: 'All inline policies of a role together are limited to 10,240 characters, whichever stacks add them, a managed policy to 6,144, and a trust policy to 2,048, or 4,096 at most when AWS raises the quota. Each grant of the CDK adds statements to the inline policy of the role, until IAM rejects it: "Maximum policy size of 10240 bytes exceeded for role".',
    fix: 'Grant by prefixes instead of one resource at a time, let the CDK merge statements (`@aws-cdk/aws-iam:minimizePolicies`), divide the work among several roles, or move statements to `iam.ManagedPolicy`. A role of many principals trusts them by a pattern (`StringLike` of a condition), or becomes several roles.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/18457',
      'https://github.com/aws/aws-cdk/issues/4465',
      'https://github.com/aws/aws-cdk/issues/14261',
      'https://github.com/aws/aws-cdk/issues/18564',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
    ],
    templateFix:
      'Grant by prefixes (`Resource: arn:aws:s3:::orders-*`) instead of one resource at a time, divide the work among several roles, or move statements to an `AWS::IAM::ManagedPolicy`.',
    bad: { Work: stack('us-east-1', { Grants: policy(12) }) },
    good: { Work: stack('us-east-1', { Grants: policy(6) }) },
  },
  *graph({ graph }) {
    for (const quota of POLICY_QUOTAS) yield* inlinePoliciesTooLong(graph, quota);
    yield* managedPoliciesTooLong(graph);
    yield* trustPoliciesTooLong(graph);
  },
});

function* inlinePoliciesTooLong(graph: ResourceGraph, quota: PolicyQuota): Generator<Problem> {
  for (const policies of inlinePolicies(graph, quota).values()) {
    // Nearly all are far from the quota.
    if (policies.reduce((sum, at) => sum + mostSizeAt(at), 0) <= quota.inlineSize) continue;
    const sized = policies.map((at) => ({ at, size: leastSizeAt(at) }));
    let total = 0;
    let last: SizedPolicy | undefined;
    for (const one of sized) {
      total += one.size;
      if (total > quota.inlineSize) last ??= one;
    }
    if (last === undefined) continue;
    const { at, size } = last;
    yield {
      at,
      message: `The inline policies of this ${quota.word} have at least ${grouped(total)} characters${policies.length > 1 ? `, of which ${grouped(size)} here` : ''}: "Maximum policy size of ${quota.inlineSize} bytes exceeded for ${quota.word}".`,
      related: sized.flatMap((other) => (other.at === at ? [] : [{ at: other.at, message: `${grouped(other.size)} characters.` }])),
    };
  }
}

function* managedPoliciesTooLong(graph: ResourceGraph): Generator<Problem> {
  for (const { at, size } of documentsOver(MANAGED_POLICY_SIZE, graph, 'AWS::IAM::ManagedPolicy', 'PolicyDocument')) {
    yield {
      at,
      message: `This managed policy has at least ${grouped(size)} characters: "Cannot exceed quota for PolicySize: ${MANAGED_POLICY_SIZE}".`,
    };
  }
}

function* trustPoliciesTooLong(graph: ResourceGraph): Generator<Problem> {
  for (const { at, size } of documentsOver(TRUST_POLICY_SIZE, graph, 'AWS::IAM::Role', 'AssumeRolePolicyDocument')) {
    const isTooLong = size > RAISED_TRUST_POLICY_SIZE;
    yield {
      at,
      severity: isTooLong ? 'error' : 'warning',
      message: `This trust policy has at least ${grouped(size)} characters${isTooLong ? '' : ', and without a higher quota'}: "Cannot exceed quota for ACLSizePerRole: ${isTooLong ? RAISED_TRUST_POLICY_SIZE : TRUST_POLICY_SIZE}".`,
    };
  }
}

/** Policies that are certainly longer. */
function* documentsOver(quota: number, graph: ResourceGraph, type: string, property: string): Generator<SizedPolicy> {
  for (const resource of graph.certainResourcesOfType(type)) {
    const at = resource.property(property);
    const size = mostSizeAt(at) <= quota ? 0 : leastSizeAt(at);
    if (size > quota) yield { at, size };
  }
}

interface SizedPolicy {
  readonly at: Property;
  readonly size: number;
}

/** By identity. */
function inlinePolicies(graph: ResourceGraph, { type, list }: PolicyQuota): ReadonlyMap<string, readonly Property[]> {
  const found = new Map<string, Property[]>();
  const add = (identity: string | undefined, at: Property) => {
    if (identity === undefined) return;
    const policies = found.get(identity);
    if (policies === undefined) found.set(identity, [at]);
    else policies.push(at);
  };
  for (const resource of graph.certainResourcesOfType(type))
    for (const item of resource.property('Policies').items ?? []) add(resource.id, item.get('PolicyDocument'));
  for (const resource of graph.certainResourcesOfType('AWS::IAM::Policy'))
    for (const item of resource.property(list).items ?? []) add(keyTextOf(item, 'resource')?.text, resource.property('PolicyDocument'));
  const [, singular = ''] = /^AWS::IAM::(\w+)$/.exec(type) ?? [];
  for (const resource of graph.certainResourcesOfType(`AWS::IAM::${singular}Policy`))
    add(keyTextOf(resource.property(`${singular}Name`), 'resource')?.text, resource.property('PolicyDocument'));
  return found;
}
