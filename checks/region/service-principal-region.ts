import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { isRegion } from '../../src/facts/regions.js';
import type { Property } from '../../src/graph/model/property.js';
import { trusts } from '../../src/queries/policies/role-access.js';
import { tableOf } from '../../src/table-of.js';

/** Services that assume a role by the name of their region, too, and where their resources name it. */
const ROLES: Readonly<Record<string, { readonly service: string; readonly path: string; readonly error?: string }>> = tableOf({
  // https://github.com/lumigo-io/lumigo-CLI/issues/83
  'AWS::StepFunctions::StateMachine': {
    service: 'states',
    path: 'RoleArn',
    error: 'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
  },
  // https://github.com/aws/aws-cdk/issues/8726
  'AWS::Logs::SubscriptionFilter': { service: 'logs', path: 'RoleArn' },
});

const app = (region: string) => ({
  Orders: stack('eu-west-1', {
    Role: resource('AWS::IAM::Role', {
      AssumeRolePolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Service: `states.${region}.amazonaws.com` },
        Action: 'sts:AssumeRole',
      }),
    }),
    Charge: resource('AWS::StepFunctions::StateMachine', {
      RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      DefinitionString: '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}',
    }),
  }),
});

export default defineCheck({
  id: 'region/service-principal-region',
  title: 'Role trusts the service principal of another region',
  severity: 'error',
  types: Object.keys(ROLES),
  docs: {
    why: 'A name such as `states.us-east-1.amazonaws.com` means the service in that region. In another region it may not assume the role: "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role."',
    fix: "Trust the service without a region: `new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com') })`.",
    sources: ['https://github.com/lumigo-io/lumigo-CLI/issues/83', 'https://github.com/aws/aws-cdk/issues/8726'],
    templateFix: 'Trust the service without a region: `Principal: { Service: states.amazonaws.com }`.',
    bad: app('us-east-1'),
    good: app('eu-west-1'),
  },
  *resource(resource) {
    const { service, path, error } = ROLES[resource.type] ?? {};
    const role = path === undefined ? undefined : resource.property(path).target('AWS::IAM::Role');
    const trust = role?.property('AssumeRolePolicyDocument');
    const { region } = resource;
    if (role === undefined || path === undefined || trust === undefined || region === undefined) return;
    // Without the service in any region it is access/role-not-trusting.
    if (trusts(role, service ?? '', resource) === false) return;
    const names = trustedServices(trust)?.filter((name) => name.split('.', 1)[0] === service) ?? [];
    const regions = names.map((name) => name.split('.')[1] ?? '');
    if (names.length === 0 || !regions.every((found) => isRegion(found) && found !== region)) return;
    yield {
      at: resource.property(path),
      ...(error === undefined && { severity: 'warning' as const }),
      message: `The role trusts ${names.join(', ')}, and ${resource.displayName} is in ${region}: ${error === undefined ? 'the service cannot assume it' : `"${error}"`}`,
      related: [{ at: trust, message: `Here ${service}.amazonaws.com is missing.` }],
    };
  },
});

/** The services that a trust policy allows; undefined when not all is known. */
function trustedServices(trust: Property): readonly string[] | undefined {
  const statements = trust.get('Statement').items;
  const names = statements
    ?.filter((statement) => statement.get('Effect').text !== 'Deny')
    .flatMap((statement) => {
      const principal = statement.get('Principal');
      return principal.hasEntries ? (principal.get('Service').items ?? [undefined]).map((item) => item?.text) : [principal.text];
    });
  return names === undefined || names.includes(undefined) || names.includes('*') ? undefined : (names as string[]);
}
