import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { copiesIn } from '../../src/queries/copied-resources.js';
import { grantedRegions, hasRegionsInPolicies } from '../../src/queries/policies/granted-regions.js';
import { mayRole } from '../../src/queries/policies/role-access.js';
import { type UsedThere, usedThere } from '../../src/queries/used-by-functions.js';

const app = (region: string) => ({
  Data: stack('us-east-1', {
    Payments: resource('AWS::DynamoDB::GlobalTable', {
      TableName: 'payments',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      Replicas: [{ Region: 'us-east-1' }, { Region: 'us-west-2' }],
    }),
  }),
  Standby: stackAfter('Data', 'us-west-2', {
    Role: resource('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: 'payments',
          PolicyDocument: {
            Statement: [
              { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: `arn:aws:dynamodb:${region}:482731905566:table/payments` },
            ],
          },
        },
      ],
    }),
    Charge: resource('AWS::Lambda::Function', {
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Environment: { Variables: { TABLE_NAME: 'payments' } },
    }),
  }),
});

export default defineCheck({
  id: 'access/policy-of-other-region',
  title: 'Role may use a resource in another region only',
  severity: 'warning',
  types: ['AWS::Lambda::Function'],
  needs: ['Environment'],
  docs: {
    why: 'A replica of a global table or secret has an ARN of its own, with its region. A function that is given the name uses the replica in its own region, and its role, which was given the ARN of the first region, does not allow that: AccessDenied, often only once the traffic moves. The same happens to a policy with a fixed region in a stack that is deployed to another one.',
    fix: 'Grant on the replica of the region: `table.replica("us-west-2").grantReadWriteData(fn)`, or write the ARN with the region of the stack: `arn:aws:dynamodb:${this.region}:…`.',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/gt_IAM.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
      'https://github.com/serverless/examples/issues/73',
    ],
    templateFix:
      "Name the replica of the stack's own region in the policy: `!Sub arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/NAME`.",
    bad: app('us-east-1'),
    good: app('us-west-2'),
  },
  *resource(lambda, { graph }) {
    const { region } = lambda;
    if (region === undefined) return;
    const copies = graph.memo(copiesIn);
    if (copies.size === 0 && !graph.memo(hasRegionsInPolicies)) return;
    const role = lambda.property('Role').target('AWS::IAM::Role');
    if (role === undefined) return;
    const others = [...grantedRegions(role)].filter((granted) => granted !== region);
    if (copies.size === 0 && others.length === 0) return;
    for (const [, at] of lambda.property('Environment', 'Variables').entries ?? []) {
      const copied = copies.get(at.text ?? '')?.find(({ regions, resource }) => isReplicaOf(resource, regions, lambda));
      const used = copied ?? (others.length === 0 ? undefined : usedThere(lambda, at));
      const regions = copied?.regions ?? others;
      const other = used && regionOfPolicy(role, used, region, regions);
      if (used !== undefined && other !== undefined) yield problem(at, role, used, other);
    }
  },
});

function isReplicaOf(resource: Resource, regions: readonly string[], { region = '', account }: Resource): boolean {
  return resource.account === account && regions.includes(region);
}

type Used = Pick<UsedThere, 'resource' | 'what' | 'actions' | 'arnIn'>;

/** The region in which the role may use what it may certainly not use in its own. */
function regionOfPolicy(role: Resource, { resource, actions, arnIn }: Used, own: string, regions: readonly string[]): string | undefined {
  const may = (region: string, arnOf = region) => {
    const owner = region === own && resource.region === own ? resource : undefined;
    return actions.map((action) => mayRole(role, { action, to: arnIn(arnOf), owner, region }).isAllowed);
  };
  if (!may(own).every((answer) => answer === false)) return undefined;
  return regions.find((region) => region !== own && (may(region).includes(true) || may(region, own).includes(true)));
}

function fixOf(what: string, { type }: Resource): { readonly fix?: string } {
  if (what === 'secret') return { fix: SECRET_FIX };
  if (type.endsWith('::GlobalTable')) return {};
  return {
    fix: `Grant access to the ${what} itself, \`${what.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase())}.grant…(fn)\`, or write the ARN with its region: \`\${this.region}\`.`,
  };
}

const SECRET_FIX =
  'Grant access to the replica of the region: `Secret.fromSecretNameV2(this, "Login", name).grantRead(fn)` in the stack of the function, or write the ARN with its region: `` `arn:aws:secretsmanager:${this.region}:…` ``.';

function problem(at: Property, role: Resource, { resource, what }: Used, other: string) {
  const { displayName, region } = at.resource;
  const name = resource.physicalName ?? resource.displayName;
  return {
    at,
    ...fixOf(what, resource),
    fill: { 'us-west-2': region },
    message: `${displayName} runs in ${region} and uses the ${what} "${name}" there, but its role may use it in ${other} only: every request gets AccessDenied.`,
    related: [
      { at: role, message: 'This is the role.' },
      { at: resource, message: `The ${what} is declared here.` },
    ],
  };
}
