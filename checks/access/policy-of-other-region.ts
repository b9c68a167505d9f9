import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { type CopiedResource, copiesIn } from '../../src/queries/copied-resources.js';
import { mayRole } from '../../src/queries/policies/role-access.js';

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
  title: 'Role may use a table or secret in another region only',
  severity: 'warning',
  types: ['AWS::Lambda::Function'],
  docs: {
    why: 'A replica of a global table or secret has an ARN of its own, with its region. A function that is given the name uses the replica in its own region, and its role, which was given the ARN of the first region, does not allow that: AccessDenied, often only once the traffic moves.',
    fix: 'Grant on the replica of the region: `table.replica("us-west-2").grantReadWriteData(fn)`, or write the ARN with the region of the stack: `arn:aws:dynamodb:${this.region}:…`.',
    sources: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/gt_IAM.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
    ],
    templateFix:
      "Name the replica of the stack's own region in the policy: `!Sub arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/NAME`.",
    bad: app('us-east-1'),
    good: app('us-west-2'),
  },
  *resource(lambda, { graph }) {
    const copies = graph.memo(copiesIn);
    if (copies.size === 0) return;
    const role = lambda.property('Role').target('AWS::IAM::Role');
    const { region } = lambda;
    if (role === undefined || region === undefined) return;
    for (const [, at] of lambda.property('Environment', 'Variables').entries ?? []) {
      const copied = copies.get(at.text ?? '')?.find(({ regions, resource }) => isReplicaOf(resource, regions, lambda));
      const other = copied && regionOfPolicy(role, copied, region);
      if (copied === undefined || other === undefined) continue;
      yield problem(at, role, copied, other);
    }
  },
});

function isReplicaOf(resource: Resource, regions: readonly string[], { region = '', account }: Resource): boolean {
  return resource.account === account && regions.includes(region);
}

/** The region in which the role may use what it may certainly not use in its own. */
function regionOfPolicy(role: Resource, { regions, actions, arnIn }: CopiedResource, own: string): string | undefined {
  const may = (region: string) => actions.map((action) => mayRole(role, { action, to: arnIn(region), owner: undefined }).isAllowed);
  if (!may(own).every((answer) => answer === false)) return undefined;
  return regions.find((region) => region !== own && may(region).includes(true));
}

const SECRET_FIX =
  'Grant access to the replica of the region: `Secret.fromSecretNameV2(this, "Login", name).grantRead(fn)` in the stack of the function, or write the ARN with its region: `` `arn:aws:secretsmanager:${this.region}:…` ``.';

function problem(at: Property, role: Resource, { resource, what }: CopiedResource, other: string) {
  const { displayName, region } = at.resource;
  const name = at.text ?? '';
  return {
    at,
    ...(what === 'secret' && { fix: SECRET_FIX }),
    fill: { 'us-west-2': region },
    message: `${displayName} runs in ${region} and uses the ${what} "${name}" there, but its role may use it in ${other} only: every request gets AccessDenied.`,
    related: [
      { at: role, message: 'This is the role.' },
      { at: resource, message: `The ${what} is declared here.` },
    ],
  };
}
