import type { Json } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { zonesOf } from '../../src/facts/availability-zones.js';
import { ZONE_PATHS } from '../../src/facts/region-bound.js';
import { isRegion } from '../../src/facts/regions.js';
import { rawAt } from '../../src/graph/links/uses.js';
import { own } from '../../src/graph/model/json.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { NO_ASSUMPTIONS } from '../../src/graph/model/scope.js';
import { placesAt } from '../../src/queries/region-of.js';

const network = (region: string) => ({
  Network: stack(
    region,
    Object.fromEntries([
      ['Vpc', resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' })],
      ...[0, 1, 2, 3].map((index): [string, Json] => [
        `Subnet${index}`,
        resource('AWS::EC2::Subnet', {
          VpcId: { Ref: 'Vpc' },
          CidrBlock: `10.0.${index}.0/24`,
          AvailabilityZone: { 'Fn::Select': [index, { 'Fn::GetAZs': '' }] },
        }),
      ]),
    ]),
  ),
});

export default defineCheck({
  id: 'network/availability-zone-missing',
  title: 'More availability zones than the region has',
  severity: 'error',
  docs: {
    why: 'Most regions have three availability zones, and us-west-1 shows two of them to most accounts. `Fn::Select` of a further one fails when the stack is deployed: "Template error: Fn::Select cannot select nonexistent value at index 2".',
    fix: 'Ask for fewer zones (`maxAzs: 2`), or give the stack its account and region (`env: { account, region }`), so that the CDK looks up the zones of the account.',
    sources: [
      'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html',
      'https://github.com/buildkite/elastic-ci-stack-for-aws/pull/157',
      'https://github.com/widdix/aws-cf-templates/issues/28',
    ],
    templateFix: "Ask for fewer zones, or choose them with `!Select [0, !GetAZs '']` only as far as the region has them.",
    bad: network('eu-west-1'),
    good: network('us-west-2'),
  },
  *stack(stack, { graph }) {
    const problems = [...graph.resourcesOf(stack)].filter(({ existence }) => existence === 'certain').flatMap(problemsOf);
    // One is enough: the others follow from it.
    const problem = problems.find(({ severity }) => severity === undefined) ?? problems[0];
    if (problem !== undefined) yield problem;
  },
});

function problemsOf(resource: Resource): readonly Problem[] {
  return placesAt(resource, ...(ZONE_PATHS[resource.type] ?? [])).flatMap((at): readonly Problem[] => {
    const { index, region } = selected(at) ?? {};
    if (index === undefined || region === undefined) return [];
    const { most, usual } = zonesOf(region);
    if (index < usual) return [];
    const isUsual = index < most;
    const message = `${region} has ${usual} availability zones${isUsual ? ' for most accounts' : ''}: "Fn::Select cannot select nonexistent value at index ${index}".`;
    return [{ at, ...(isUsual && { severity: 'warning' as const }), message }];
  });
}

/** The zone of `{ "Fn::Select": [2, { "Fn::GetAZs": "" }] }`. */
function selected({ resource, path }: Property): { readonly index: number; readonly region: string | undefined } | undefined {
  const select = own(rawAt({ from: resource, path }), 'Fn::Select');
  if (!Array.isArray(select)) return undefined;
  const [number, zones] = select as readonly Json[];
  const argument = own(zones, 'Fn::GetAZs');
  const index = Number(number);
  if (argument === undefined || !Number.isInteger(index)) return undefined;
  const named = resource.graph.evaluator.evaluate(argument, { stack: resource.stack, assumptions: NO_ASSUMPTIONS });
  const text = named.kind === 'literal' ? String(named.value) : undefined;
  const region = text === '' ? resource.region : text;
  return { index, region: region !== undefined && isRegion(region) ? region : undefined };
}
