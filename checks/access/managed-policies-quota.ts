import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { POLICY_QUOTAS, type PolicyQuota } from '../../src/facts/policy-quotas.js';
import type { Property } from '../../src/graph/model/property.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { keyTextOf } from '../../src/queries/key-texts.js';

const role = (count: number) => ({
  Work: stack('us-east-1', {
    Role: resource('AWS::IAM::Role', {
      AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
      ManagedPolicyArns: Array.from({ length: count }, (_, index) => `arn:aws:iam::482731905566:policy/grants-${index}`),
    }),
  }),
});

export default defineCheck({
  id: 'access/managed-policies-quota',
  title: 'Role has more managed policies than the default quota of 10',
  severity: 'warning',
  docs: {
    why: 'A role, user or group can have 10 managed policies unless the quota of the account was raised, to 20 at most for users and groups. The attachments of all stacks count, and the CDK adds managed policies itself when an inline policy gets too long: "Cannot exceed quota for PoliciesPerRole: 10".',
    fix: 'Put the statements of several managed policies into one, use a role for each task, or request a higher quota.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/31198',
      'https://github.com/aws/aws-cdk/issues/13515',
      'https://github.com/aws/aws-cdk/issues/20565',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
    ],
    templateFix: 'Put the statements of several managed policies into one, use a role for each task, or request a higher quota.',
    bad: role(11),
    good: role(10),
  },
  *graph({ graph }) {
    for (const quota of POLICY_QUOTAS) {
      for (const attached of attachments(graph, quota).values()) {
        const at = attached[quota.managed];
        if (at === undefined) continue;
        const elsewhere = attached.filter((other) => !other.resource.is(at.resource));
        yield {
          at,
          message: `This ${quota.word} gets ${attached.length} managed policies, and the default quota is ${quota.managed}: "Cannot exceed quota for ${quota.quota}: ${quota.managed}".`,
          related: elsewhere.map((other) => ({ at: other, message: 'Attached here.' })),
        };
      }
    }
  },
});

/** By identity: the places that attach managed policies. */
function attachments(graph: ResourceGraph, { type, list, managed }: PolicyQuota): ReadonlyMap<string, readonly Property[]> {
  const found = new Map<string, Property[]>();
  const add = (identity: string | undefined, at: Property) => {
    if (identity === undefined) return;
    const places = found.get(identity);
    if (places === undefined) found.set(identity, [at]);
    else places.push(at);
  };
  const policies = graph.certainResourcesOfType('AWS::IAM::ManagedPolicy');
  for (const resource of graph.certainResourcesOfType(type)) {
    const items = resource.property('ManagedPolicyArns').items ?? [];
    // What attaches itself comes on top.
    if (items.length > managed || policies.length > 0) for (const item of items) add(resource.id, item);
  }
  for (const resource of policies) for (const item of resource.property(list).items ?? []) add(keyTextOf(item, 'resource')?.text, item);
  return found;
}
