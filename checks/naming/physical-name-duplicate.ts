import { partitionOf } from '../../src/aws/regions.js';
import { UNIQUE_NAMES } from '../../src/aws/unique-names.js';
import { defineCheck } from '../../src/check/check.js';
import type { ResourceGraph } from '../../src/graph/graph.js';
import type { Resource } from '../../src/graph/resource.js';

const role = (name: string) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: name,
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
  },
});
const WHERE = {
  partition: 'over all accounts and regions',
  account: 'in an account, over all regions',
  region: 'in an account and region',
};

export default defineCheck({
  id: 'naming/physical-name-duplicate',
  title: 'One name for two resources',
  severity: 'error',
  types: [...UNIQUE_NAMES.keys()],
  docs: {
    why: 'Physical names must be unique: those of buckets over all accounts, those of roles and other parts of IAM in an account over all its regions, most others in an account and region. The stack that is deployed second fails with "… already exists".',
    fix: 'Leave the name out, and CDK makes a unique one; or put what tells the stacks apart into it: `` roleName: `orders-${cdk.Stack.of(this).region}` ``. A resource that is meant to be shared is declared in one stack and passed to the others.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    ],
    bad: {
      East: { region: 'us-east-1', resources: { Role: role('orders') } },
      West: { region: 'us-west-2', resources: { Role: role('orders') } },
    },
    good: {
      East: { region: 'us-east-1', resources: { Role: role('orders-us-east-1') } },
      West: { region: 'us-west-2', resources: { Role: role('orders-us-west-2') } },
    },
  },
  *resource(resource, { graph }) {
    const unique = UNIQUE_NAMES.get(resource.type);
    const sharing = graph.memo(sharedNames).get(resource.base);
    if (unique === undefined || sharing === undefined) return;
    const [first, , ...others] = sharing as [Resource, ...Resource[]];
    const at = resource.property(...unique.property.split('.'));
    const isKnown = resource.region !== undefined && (unique.scope === 'partition' || resource.account !== undefined);
    yield {
      at,
      message: `The name "${at.text}" is taken: stack ${first.stack.displayName}${first.region ? ` (${first.region})` : ''} declares ${first.logicalId} under it, and names of ${resource.type} are unique ${WHERE[unique.scope]}. What is deployed second fails with "${at.text} already exists".`,
      ...((!isKnown || unique.isTaken) && { severity: 'warning' as const }),
      related: [first, ...others].map((other) => ({
        at: other.property(...nameOf(other)),
        message: `${other.logicalId} has the same name.`,
      })),
    };
  },
});

/** All that share a name, by the second of them: it is the first to fail. */
function sharedNames(graph: ResourceGraph): ReadonlyMap<Resource, readonly Resource[]> {
  const groups = new Map<string, Resource[]>();
  for (const resource of graph.resources()) {
    const key = keyOf(resource);
    if (key === undefined || resource.existence !== 'certain') continue;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(resource);
  }
  return new Map([...groups.values()].flatMap((group) => (group[1] === undefined ? [] : [[group[1], group]])));
}

/** Equal for two resources that cannot both exist; undefined when the name is not known. */
function keyOf(resource: Resource): string | undefined {
  const unique = UNIQUE_NAMES.get(resource.type);
  // Most resources leave their name to CloudFormation.
  if (unique === undefined || !resource.writes(nameOf(resource)[0] ?? '')) return undefined;
  const name = resource.property(...nameOf(resource)).text;
  if (name === undefined || name === '') return undefined;
  const within = unique.within && resource.property(unique.within.property);
  const part = within?.isAbsent ? unique.within?.default : within?.text;
  if (within !== undefined && part === undefined) return undefined;
  const { account, region } = resource;
  const partition = region === undefined ? 'aws' : partitionOf(region);
  // A bucket may have its name in its account's own namespace: https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html
  const scope = resource.property('BucketNamespace').isAbsent ? unique.scope : 'region';
  const place = { partition: [partition], account: [partition, account], region: [account, region] }[scope];
  return [unique.space, ...place, part, unique.ignoresCase ? name.toLowerCase() : name].join('\n');
}

function nameOf({ type }: Resource): readonly string[] {
  return UNIQUE_NAMES.get(type)?.property.split('.') ?? [];
}
