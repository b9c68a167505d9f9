import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack, stackAfter } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { groupBy } from '../../src/group-by.js';
import { decide, isAllowed } from '../../src/queries/policies/decide.js';
import { ANYTHING } from '../../src/queries/policies/pattern.js';
import { policyAt } from '../../src/queries/policies/statement.js';
import { placesAt } from '../../src/queries/region-of.js';

const app = (account: string) => ({
  Prod: stack(
    { region: 'us-west-2', account: '604211987345' },
    {
      Registry: resource('AWS::ECR::RegistryPolicy', {
        PolicyText: policy({
          Sid: 'replication',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: ['ecr:CreateRepository', 'ecr:ReplicateImage'],
          Resource: 'arn:aws:ecr:us-west-2:604211987345:repository/*',
        }),
      }),
    },
  ),
  Build: stackAfter('Prod', 'us-east-1', {
    Copies: resource('AWS::ECR::ReplicationConfiguration', {
      ReplicationConfiguration: { Rules: [{ Destinations: [{ Region: 'us-west-2', RegistryId: '604211987345' }] }] },
    }),
  }),
});

export default defineCheck({
  id: 'access/replication-registry-closed',
  title: 'ECR registry policy does not allow the replication',
  severity: 'warning',
  types: ['AWS::ECR::ReplicationConfiguration'],
  docs: {
    why: 'The registry of another account takes replicated images only when its registry policy allows the source account to. The replication configuration is deployed without it, and the images never arrive.',
    fix: 'In a stack of that account and region: `new ecr.CfnRegistryPolicy(this, "Registry", { policyText })` that allows the source account `ecr:CreateRepository` and `ecr:ReplicateImage`.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions-create-replication.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/28115',
    ],
    templateFix:
      'In a stack of that account and region, declare an `AWS::ECR::RegistryPolicy` that allows the source account `ecr:CreateRepository` and `ecr:ReplicateImage`.',
    bad: app('718820043961'),
    good: app('482731905566'),
  },
  *resource(configuration, { graph }) {
    for (const at of placesAt(configuration, 'ReplicationConfiguration.Rules.*.Destinations.*')) {
      const [account, region] = [at.get('RegistryId').text, at.get('Region').text];
      if (account === undefined || region === undefined || configuration.account === undefined || account === configuration.account)
        continue;
      // Only where this app has stacks: elsewhere the policy may be another app's.
      const stacks = graph.stacks.filter(({ environment }) => environment.account === account && environment.region === region);
      if (stacks.length === 0 || graph.mayLackResources(stacks)) continue;
      const policies = graph.memo(registryPolicies).get(`${account} ${region}`) ?? [];
      if (admits(policies, configuration.account, `arn:aws:ecr:${region}:${account}:repository/`)) continue;
      yield {
        at: at.get('RegistryId'),
        message: `No registry policy here lets account ${configuration.account} replicate images (ecr:ReplicateImage) to the registry of account ${account} in ${region}: they never arrive.`,
        related: policies.map((policy) => ({ at: policy, message: 'This policy does not allow it.' })),
      };
    }
  },
});

function registryPolicies(graph: ResourceGraph): ReadonlyMap<string, readonly Resource[]> {
  return groupBy(graph.resourcesOfType('AWS::ECR::RegistryPolicy'), ({ account, region }) => `${account} ${region}`);
}

function admits(policies: readonly Resource[], account: string, repositories: string): boolean {
  const principal = { kind: 'role', arn: [`arn:aws:iam::${account}:`, ANYTHING], account: [account], byAccount: true } as const;
  const request = { action: 'ecr:ReplicateImage', principal, resource: [repositories, ANYTHING], context: new Map() };
  const documents = policies.map((policy) => policyAt(policy.property('PolicyText')));
  return isAllowed(decide(documents, request)) !== false;
}
