import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { ROLE_PERMISSIONS } from '../../src/facts/admission/role-permissions.js';
import { knownPoliciesOf } from '../../src/queries/policies/of-role.js';
import { type RoleLack, roleLacksOf } from '../../src/queries/policies/role-lacks.js';

const app = (managed: string) => ({
  Orders: stack('us-east-1', {
    Queue: resource('AWS::SQS::Queue', {}),
    Role: resource('AWS::IAM::Role', {
      AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
      ManagedPolicyArns: [`arn:aws:iam::aws:policy/service-role/${managed}`],
    }),
    Function: resource('AWS::Lambda::Function', { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }),
    Mapping: resource('AWS::Lambda::EventSourceMapping', {
      FunctionName: { Ref: 'Function' },
      EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
    }),
  }),
});

export default defineCheck({
  id: 'access/role-not-permitted',
  title: 'Role lacks a permission that the service needs',
  severity: 'error',
  types: Object.keys(ROLE_PERMISSIONS),
  docs: {
    why: 'Lambda polls a queue, and creates network interfaces, with the role of the function; a schedule, a pipe or a delivery stream does everything with the role that it is given. The CDK grants what is needed to roles of its own, and nothing to roles that are imported, made with `withoutPolicyUpdates()` or written as L1 constructs. Some services test the role and reject the resource ("The provided execution role does not have permissions to call ReceiveMessage on SQS"), others fail when they run. A queue, topic or stream with a key of the customer needs the key as well, which the CDK does not grant for the `deadLetterQueue` of a function.',
    fix: 'Grant it where the role is declared: `queue.grantConsumeMessages(role)`, `role.addToPolicy(new iam.PolicyStatement({ actions, resources }))`, `key.grantEncryptDecrypt(role)`, or a managed policy such as AWSLambdaVPCAccessExecutionRole.',
    sources: [...new Set(Object.values(ROLE_PERMISSIONS).flatMap((rows) => rows.map(({ source }) => source)))],
    templateFix: 'Allow the action in a policy of the role (`AWS::IAM::Policy`, `Policies` or `ManagedPolicyArns`).',
    bad: app('AWSLambdaBasicExecutionRole'),
    good: app('AWSLambdaSQSQueueExecutionRole'),
  },
  *resource(resource) {
    for (const lack of roleLacksOf(resource)) {
      const { row, at, role, used, action, answer } = lack;
      const name = role.physicalName ?? role.displayNameFrom(resource);
      const { denial, boundary } = answer;
      const what = denial === undefined ? (boundary === undefined ? 'does not allow' : 'has a boundary that does not allow') : 'denies';
      // A role without any policy may get its policies elsewhere.
      const isCertain = row.fails && knownPoliciesOf(role).length > 0;
      yield {
        at,
        severity: isCertain ? 'error' : 'warning',
        message: `The role ${answer.lacks === 'resource' && used !== undefined ? trustWords(lack, name) : `${name} ${what} ${action}${objectOf(lack)}`}${isCertain ? ', and the deployment fails' : ''}: ${row.answer.replace('{action}', action).replace('{call}', action.slice(action.indexOf(':') + 1))}.`,
        fix:
          answer.lacks === 'resource'
            ? TRUST_FIX
            : `Where the role is declared: \`role.addToPolicy(new iam.PolicyStatement({ actions: [${row.actions.map((one) => `"${one}"`).join(', ')}], resources: […] }))\`.`,
        // Eight schedules with one role lack one permission.
        cause: { key: `${role.id} ${action} ${used?.id}`, here: `${at.resource.displayName} uses the role as well.` },
        related: [{ at: denial ?? boundary ?? role, message: denial === undefined ? 'This is the role.' : 'This denies it.' }],
      };
    }
  },
});

/** What the role itself lacks is in its own policies; who may assume a role is in that role's. */
const TRUST_FIX =
  'Let it be assumed from the account where it is declared: `assumedBy: new iam.AccountRootPrincipal()`, and grant it with `grantAssumeRole`.';

function trustWords({ used, at }: RoleLack, name: string): string {
  return `${used?.physicalName ?? used?.displayNameFrom(at.resource)} does not trust the role ${name}, which assumes it`;
}

function objectOf({ used, at }: RoleLack): string {
  return used === undefined ? '' : ` on ${used.physicalName ?? used.displayNameFrom(at.resource)}`;
}
