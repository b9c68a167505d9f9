import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import { referringTypes } from '../../src/facts/references/table.js';
import { placesNamedBy, resourcesNaming } from '../../src/queries/named-places.js';
import { hasSeveralAccounts } from '../../src/queries/policies/several-accounts.js';
import { declaredInOtherAccount } from './model/declared-in-account.js';

const app = (account: string) => ({
  Platform: {
    account,
    ...stack('eu-west-1', {
      Cluster: resource('AWS::ECS::Cluster', { ClusterName: 'platform' }),
    }),
  },
  Shop: {
    account: '604211987345',
    ...stackAfter('Platform', 'eu-west-1', {
      Checkout: resource('AWS::ECS::Service', {
        Cluster: 'platform',
        TaskDefinition: 'checkout:7',
        DesiredCount: 2,
        LaunchType: 'FARGATE',
      }),
    }),
  },
});

export default defineCheck({
  id: 'reference/name-in-other-account',
  title: 'Resource is looked up by name in an account that does not have it',
  severity: 'warning',
  types: referringTypes(),
  docs: {
    why: 'A cluster, subnet group, log group or alias is looked up by its name in the account of what uses it. The app declares the resource in another account only: the service answers that it does not exist, or finds another resource of that name.',
    fix: 'Declare the resource in the account where its name is looked up, or move what uses it to a stack of the account that has it.',
    sources: [
      'https://github.com/crossplane-contrib/provider-aws/issues/1278',
      'https://github.com/aws/copilot-cli/issues/5909',
      'https://github.com/aws/aws-cdk/issues/27152',
    ],
    bad: app('482731905566'),
    good: app('604211987345'),
  },
  among: (graph) => {
    if (!graph.memo(hasSeveralAccounts)) return { has: () => false };
    return graph.memo(resourcesNaming);
  },
  *resource(resource) {
    if (resource.account === undefined || !resource.graph.memo(hasSeveralAccounts)) return;
    for (const place of placesNamedBy(resource)) {
      const problem = declaredInOtherAccount(place);
      if (problem !== undefined) yield problem;
    }
  },
});
