import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { CHECKED_PRINCIPALS } from '../../src/facts/checked-principals.js';
import { cyclicStacksOf } from '../../src/graph/deployment/needs.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { rootStackOf } from '../../src/graph/model/root-stack.js';
import { identitiesIn } from '../../src/queries/policies/principal.js';
import { areDeployedTogether, isDeployedFirst } from '../../src/queries/stack-order.js';

const app = (first: string, second: string) => ({
  Exports: stack(
    { region: 'us-east-1', dependencies: first === 'Exports' ? [] : [first] },
    {
      Bucket: resource('AWS::S3::Bucket', {}),
      Policy: resource('AWS::S3::BucketPolicy', {
        Bucket: { Ref: 'Bucket' },
        PolicyDocument: policy({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::604211987345:role/exports-reader' },
          Action: 's3:GetObject',
          Resource: { 'Fn::Sub': '${Bucket.Arn}/*' },
        }),
      }),
    },
  ),
  Reports: stack(
    { region: 'us-east-1', account: '604211987345', dependencies: second === 'Reports' ? ['Exports'] : [] },
    {
      Reader: resource('AWS::IAM::Role', {
        RoleName: 'exports-reader',
        AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }),
      }),
    },
  ),
});

const FIX_IN_STACK =
  'Name the role by reference (`role.roleArn`) instead of by its ARN as text, which puts the two in order; or create it first: `policy.node.addDependency(role)`.';

export default defineCheck({
  id: 'access/principal-not-created',
  title: 'Policy names a role that does not exist yet',
  severity: 'error',
  types: Object.keys(CHECKED_PRINCIPALS),
  docs: {
    why: 'A resource policy or trust policy may only name roles and users that exist: the service looks each of them up and stores its id. A role that is written as an ARN in a text makes no dependency, so the policy may be created first, and the deployment fails: "Invalid principal in policy".',
    fix: 'Deploy the stack with the role first: `policyStack.addStackDependency(roleStack)`. Where the role\'s stack needs the other one, allow the account and limit it to the role, which is not looked up: `new iam.AccountPrincipal(account).withConditions({ ArnEquals: { "aws:PrincipalArn": roleArn } })`.',
    sources: [...new Set(Object.values(CHECKED_PRINCIPALS).flatMap(({ source }) => source ?? []))],
    templateFix:
      "Deploy the stack with the role first; in one template, name the role with `!GetAtt Role.Arn`, which puts the two in order. Where the role's stack needs the other one, allow the account and limit it to the role, which is not looked up: `Principal: { AWS: !Ref AWS::AccountId }` with `Condition: { ArnEquals: { aws:PrincipalArn: ROLE_ARN } }`.",
    bad: app('Exports', 'Reports'),
    good: app('Reports', 'Exports'),
  },
  *resource(holder, { graph }) {
    const { document, answer, source } = CHECKED_PRINCIPALS[holder.type] ?? { document: '', answer: '', source: undefined };
    const reported = new Set<Resource>();
    for (const { at, identity } of namedIdentities(holder.property(document))) {
      if (reported.has(identity)) continue;
      const when = whenCreated(identity, holder);
      if (when === undefined) continue;
      reported.add(identity);
      const name = identity.physicalName ?? identity.displayNameFrom(holder);
      const problem =
        when === 'itself'
          ? `The trust policy names the role ${name} itself, which does not exist when it is created`
          : when === 'later'
            ? `The policy names ${name}, which the stack ${identity.stack.displayName} creates later`
            : `The policy names ${name}, and nothing makes CloudFormation create it before`;
      yield {
        at,
        severity: when !== 'any order' && source !== undefined ? 'error' : 'warning',
        message: `${problem}: the first deployment ${when === 'any order' ? 'may fail' : 'fails'} with "${answer}".`,
        ...(when === 'itself' && {
          fix: 'Allow the account and limit it to the role: `new iam.AccountPrincipal(this.account).withConditions({ ArnEquals: { "aws:PrincipalArn": roleArn } })`.',
        }),
        ...(identity.stack === holder.stack && !identity.is(holder) && { fix: FIX_IN_STACK }),
        related: when === 'itself' ? [] : [{ at: identity, message: 'It is declared here.' }],
        // One order of two stacks is right for all of their roles and policies.
        ...(identity.stack !== holder.stack && {
          cause: { key: `${graph.idOf(identity.stack)} ${graph.idOf(holder.stack)}`, here: `This policy names ${name}.` },
        }),
      };
    }
  },
});

interface NamedIdentity {
  readonly at: Property;
  readonly identity: Resource;
}

/** The roles and users of this app that a policy names by ARN. CloudFormation puts references in order by itself. */
function namedIdentities(document: Property): readonly NamedIdentity[] {
  return identitiesIn(document).flatMap((at) => {
    const isWritten = at.parts?.every((part) => typeof part === 'string' || part.kind !== 'reference') === true;
    const identity = isWritten ? at.target('AWS::IAM::Role', 'AWS::IAM::User') : undefined;
    return identity === undefined ? [] : [{ at, identity }];
  });
}

/** Undefined where the role is there before, or where that is decided elsewhere. */
function whenCreated(identity: Resource, holder: Resource): 'itself' | 'later' | 'any order' | undefined {
  const { graph } = holder;
  if (identity.is(holder)) return 'itself';
  if (graph.order.createdBefore(identity, holder)) return undefined;
  const [first, second] = [rootStackOf(identity.stack), rootStackOf(holder.stack)];
  if (first === second) return graph.order.createdBefore(holder, identity) ? 'later' : 'any order';
  if (!areDeployedTogether(first, second)) return undefined;
  if (cyclicStacksOf(graph).some((cycle) => cycle.has(first) && cycle.has(second))) return undefined;
  return isDeployedFirst(graph, second, first) ? 'later' : 'any order';
}
