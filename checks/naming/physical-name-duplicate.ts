import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { partitionOf } from '../../src/facts/regions.js';
import { UNIQUE_NAMES } from '../../src/facts/unique-names.js';
import { expectedText, holdsEnvironment } from '../../src/graph/links/expected-names.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { groupBy } from '../../src/group-by.js';
import { propOfName } from '../../src/queries/name-props.js';

const role = (name: string) =>
  resource('AWS::IAM::Role', {
    RoleName: name,
    AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
  });
const WHERE = {
  partition: 'across all accounts and regions',
  account: 'in an account, across all regions',
  region: 'in an account and region',
};

export default defineCheck({
  id: 'naming/physical-name-duplicate',
  title: 'Duplicate resource name',
  severity: 'error',
  docs: {
    why: 'Physical names must be unique: those of buckets across all accounts, those of roles and other parts of IAM in an account across all its regions, most others in an account and region. The stack that is deployed second fails with "… already exists".',
    fix: 'Leave the name out, and the CDK makes a unique one; or make the name differ by stack: `` roleName: `orders-${cdk.Stack.of(this).region}` ``. A resource that is meant to be shared is declared in one stack and passed to the others.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    ],
    templateFix:
      'Leave the name out, and CloudFormation makes a unique one; or make the name differ by stack: `RoleName: !Sub orders-${AWS::Region}`. A resource that is meant to be shared is declared in one stack, and the others refer to it.',
    bad: { East: stack('us-east-1', { Role: role('orders') }), West: stack('us-west-2', { Role: role('orders') }) },
    good: { East: stack('us-east-1', { Role: role('orders-us-east-1') }), West: stack('us-west-2', { Role: role('orders-us-west-2') }) },
  },
  *graph({ graph }) {
    for (const [first, second, ...others] of sharedNames(graph)) {
      // Once for all that share the name: at the second, which is the first to fail.
      const unique = UNIQUE_NAMES.get(second.type);
      if (unique === undefined) continue;
      const at = second.property(...unique.steps);
      const name = expectedText(at.value) ?? '';
      const isOpen = holdsEnvironment(name);
      const isKnown = !isOpen && second.region !== undefined && (unique.scope === 'partition' || second.account !== undefined);
      const property = unique.steps.at(-1) ?? '';
      yield {
        at,
        fill: { roleName: propOfName(property, second.type), RoleName: property },
        message: `The name "${name}" is taken${isKnown || first.stack === second.stack ? '' : ` if both stacks are deployed to one ${placeOf(name, second, unique.scope)}`}: stack ${first.stack.displayName}${first.region ? ` (${first.region})` : ''} declares ${first.displayName} under it, and names of ${second.type} are unique ${WHERE[unique.scope]}. What is deployed second fails with "${name} already exists".`,
        ...((!isKnown || unique.isTaken) && { severity: 'warning' as const }),
        related: [first, ...others].map((other) => ({
          at: other.property(...(UNIQUE_NAMES.get(other.type)?.steps ?? [])),
          message: `${other.displayName} has the same name.`,
        })),
        // What two copies of one stack declare.
        ...(first.stack !== second.stack && {
          cause: {
            key: [graph.idOf(first.stack), graph.idOf(second.stack), second.type].join('\n'),
            here: `The name "${at.text}" is taken too.`,
          },
        }),
      };
    }
  },
});

/** What two stacks must have in common for the name to be one and the same, and taken. */
function placeOf(name: string, { account, region }: Resource, scope: keyof typeof WHERE): string {
  if (holdsEnvironment(name)) return name.includes('${AWS::Region}') ? 'account and region' : 'account';
  if (scope === 'account' || region !== undefined) return 'account';
  return account === undefined ? 'account and region' : 'region';
}

function sharedNames(graph: ResourceGraph): readonly (readonly [Resource, Resource, ...Resource[]])[] {
  const named: Resource[] = [];
  for (const resource of graph.resources()) if (statesName(resource)) named.push(resource);
  return [...groupBy(named, keyOf)].flatMap(([name, [first, second, ...others]]) =>
    name === undefined || second === undefined ? [] : [[first, second, ...others]],
  );
}

/** Most resources leave their name to CloudFormation. */
function statesName(resource: Resource): boolean {
  const unique = UNIQUE_NAMES.get(resource.type);
  return unique !== undefined && resource.hasProperty(unique.steps[0] ?? '');
}

/** Equal for two resources that cannot both exist; undefined when the name is not known, or it is not certain that there is one. */
function keyOf(resource: Resource): string | undefined {
  const unique = UNIQUE_NAMES.get(resource.type);
  if (unique === undefined) return undefined;
  const name = expectedText(resource.property(...unique.steps).value);
  if (name === undefined || name === '' || resource.existence !== 'certain') return undefined;
  const within = unique.within && resource.property(unique.within.property);
  const part = within?.isAbsent ? unique.within?.default : within?.text;
  if (within !== undefined && part === undefined) return undefined;
  const { account, region, stack, graph } = resource;
  const partition = region === undefined ? 'aws' : partitionOf(region);
  // A bucket may have its name in its account's own namespace: https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
  const scope = resource.property('BucketNamespace').isAbsent ? unique.scope : 'region';
  const place = { partition: [partition], account: [partition, account], region: [account, region] }[scope];
  const app = holdsEnvironment(name) ? [graph.assemblies.indexOf(stack.assembly), stack.directory] : [];
  return [unique.space, ...place, ...app, part, unique.ignoresCase ? name.toLowerCase() : name].join('\n');
}
