import type { Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { DEPLOYED_ELSEWHERE } from '../../src/facts/availability/elsewhere.js';
import { hasType } from '../../src/facts/availability/lookup.js';
import { AVAILABILITY_VERSION } from '../../src/facts/availability/types.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { groupBy } from '../../src/group-by.js';
import { assessmentsOf } from '../../src/resilience/assess.js';

const example = (region: string) => ({
  Web: stack(region, { Address: resource('AWS::Lambda::Url', { TargetFunctionArn: 'orders', AuthType: 'AWS_IAM' }) }),
});

export default defineCheck({
  id: 'region/type-unavailable',
  title: 'Resource type is not available in the region',
  severity: 'warning',
  docs: {
    why: `AWS launches a service region by region, and CloudFormation knows its resource types only where it is available: elsewhere the deployment fails as if the type did not exist. The table is that of \`@aws/cloudformation-validate\` ${AVAILABILITY_VERSION}; regions in which a service was launched since then are missing from it, and regions and types that it does not list are not reported.`,
    fix: 'Deploy the stack to a region that has the service (`synthcheck regions REGION` shows what a region lacks), or move this part of it there.',
    sources: ['https://github.com/aws-cloudformation/cloudformation-validate'],
    bad: example('eu-central-2'),
    good: example('us-east-1'),
  },
  *graph({ graph, settings }) {
    for (const type of graph.types()) {
      if (!type.startsWith('AWS::')) continue;
      const missing = graph
        .resourcesOfType(type)
        .filter(({ region, existence }) => region !== undefined && existence === 'certain' && hasType(type, region) === false);
      const byStack: ReadonlyMap<Stack, readonly [Resource, ...Resource[]]> = groupBy(missing, ({ stack }) => stack);
      for (const [, [first, ...others]] of byStack) {
        yield {
          at: first,
          message: `${first.region} does not have the type ${type}: the deployment fails as if the type did not exist.`,
          related: others.map((at) => ({ at, message: 'Of the same type.' })),
        };
      }
    }
    for (const { contract, scope } of assessmentsOf(graph, settings)) {
      for (const lost of scope.lost) {
        for (const region of scope.takeOverFrom(lost)) {
          const missing = scope.resourcesIn(lost).filter(({ type }) => hasType(type, region) === false && !DEPLOYED_ELSEWHERE.test(type));
          for (const [type, [first, ...others]] of groupBy(missing, (resource) => resource.type)) {
            yield {
              at: first,
              message: `${contract.name} promises to survive the loss of ${lost}, but ${region} does not have the type ${type}.`,
              related: others.map((at) => ({ at, message: 'Of the same type.' })),
            };
          }
        }
      }
    }
  },
});
