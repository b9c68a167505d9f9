import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { EDGE_ROLE, TRUSTING_ROLES } from '../../src/facts/admission/trusting-roles.js';
import { edgeUses } from '../../src/queries/edge-functions.js';
import { trusts } from '../../src/queries/policies/role-access.js';
import { placesAt } from '../../src/queries/region-of.js';

const app = (service: string) => ({
  Orders: stack('us-east-1', {
    Role: resource('AWS::IAM::Role', {
      AssumeRolePolicyDocument: policy({ Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` }, Action: 'sts:AssumeRole' }),
    }),
    Function: resource('AWS::Lambda::Function', { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }),
  }),
});

export default defineCheck({
  id: 'access/role-not-trusting',
  title: 'Role does not trust the service that uses it',
  severity: 'error',
  types: [...TRUSTING_ROLES.keys()],
  docs: {
    why: 'A service works with a role only when the trust policy of the role names it. Lambda rejects a function with another role ("The role defined for the function cannot be assumed by Lambda"); other services fail when they are created or when they run.',
    fix: 'Let the role trust the service: `new iam.Role(this, "Role", { assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com") })`, with `iam.CompositePrincipal` for several.',
    sources: [...new Set([EDGE_ROLE, ...[...TRUSTING_ROLES.values()].flat()].map(({ source }) => source))],
    templateFix:
      'Let the role trust the service: `Principal: { Service: lambda.amazonaws.com }` with `Action: sts:AssumeRole` in `AssumeRolePolicyDocument`, and a list for several services.',
    bad: app('ecs-tasks'),
    good: app('lambda'),
  },
  *resource(resource, { graph }) {
    const isAtEdge = resource.type === 'AWS::Lambda::Function' && graph.memo(edgeUses).has(resource);
    for (const { path, service, answer } of [...(TRUSTING_ROLES.get(resource.type) ?? []), ...(isAtEdge ? [EDGE_ROLE] : [])]) {
      for (const at of placesAt(resource, path)) {
        const role = at.target('AWS::IAM::Role');
        if (role?.existence !== 'certain' || trusts(role, service, resource) !== false) continue;
        const consequence = answer === undefined ? 'the service cannot work with it' : `the deployment fails with "${answer}"`;
        yield {
          at,
          severity: answer === undefined ? 'warning' : 'error',
          message: `The trust policy of ${role.physicalName ?? role.displayNameFrom(resource)} does not allow ${service}.amazonaws.com to assume it: ${consequence}.`,
          fix: `Where the role is declared: \`assumedBy: new iam.ServicePrincipal("${service}.amazonaws.com")\`.`,
          related: [{ at: role, message: 'This is the role.' }],
        };
      }
    }
  },
});
