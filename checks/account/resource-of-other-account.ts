import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { PLACEHOLDER_ACCOUNTS } from '../../src/facts/accounts.js';
import type { ReferenceRow } from '../../src/facts/references/row.js';
import { typesByHand } from '../../src/facts/references/table.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { normalName } from '../../src/queries/dns-names.js';
import { accountNamedBy, fixOf, placesNamedBy, resourcesNaming } from '../../src/queries/named-places.js';
import { zonesNamed } from '../../src/queries/record-zones.js';
import { placesAt } from '../../src/queries/region-of.js';
import { tableOf } from '../../src/table-of.js';

const hasRule = ({ account }: ReferenceRow): boolean => account !== 'any';

const example = (account: string) => ({
  Api: stack('eu-west-1', {
    Domain: resource('AWS::ApiGateway::DomainName', {
      DomainName: 'api.altona-shop.net',
      EndpointConfiguration: { Types: ['REGIONAL'] },
      RegionalCertificateArn: `arn:aws:acm:eu-west-1:${account}:certificate/5d7bb1a3-0c52-4d61-9a4e-6f3a7f0a1c22`,
    }),
  }),
});

const RECORD = 'AWS::Route53::RecordSet';
/** Where roles are named by their name, which is looked for in the account of the stack. */
const ROLES: Readonly<Record<string, string>> = tableOf({
  'AWS::IAM::Policy': 'Roles.*',
  'AWS::IAM::ManagedPolicy': 'Roles.*',
  'AWS::IAM::InstanceProfile': 'Roles.*',
  'AWS::IAM::RolePolicy': 'RoleName',
});

export default defineCheck({
  id: 'account/resource-of-other-account',
  title: 'Reference to a resource of another account',
  severity: 'error',
  types: [...new Set([...typesByHand(hasRule), ...Object.keys(ROLES)])],
  docs: {
    why: 'Certificates, hosted zones, dead-letter queues, log groups and the roles that a service assumes must be in the account of what uses them, whatever their policy allows: "The certificate provided must be owned by the account creating the domain", "Cross-account pass role is not allowed", "is not authorized to access this resource".',
    fix: 'Create it in the account of the stack; move the record or alias to a stack of the account that owns the zone or key.',
    sources: [
      'https://github.com/aws/aws-cdk/issues/13512',
      'https://github.com/awsdocs/iam-user-guide/pull/228',
      'https://github.com/aws/aws-cdk/pull/31281',
      'https://github.com/aws/aws-cdk/issues/29552',
    ],
    templateFix: 'Create it in the account of the stack; move the record or alias to a stack of the account that owns the zone or key.',
    bad: example('718820043961'),
    good: example('482731905566'),
  },
  among: (graph) => {
    const naming = graph.memo(resourcesNaming);
    return { has: (resource) => naming.has(resource) || resource.type === RECORD || ROLES[resource.type] !== undefined };
  },
  *resource(resource) {
    const own = resource.account;
    if (own === undefined) return;
    for (const { at, row } of placesNamedBy(resource)) {
      if (!hasRule(row)) continue;
      const account = accountNamedBy(at, row);
      const rule = row.account === 'stack' || row.account === 'any' ? row : row.account;
      if (account === undefined || account === own || PLACEHOLDER_ACCOUNTS.has(account)) continue;
      yield {
        at,
        ...((rule.source === undefined || ('severity' in rule && rule.severity === 'warning')) && { severity: 'warning' }),
        message: `This ${row.what} is in the account ${account} and must be in ${own}, the account of the stack${rule.words === undefined ? '.' : `: "${rule.words}"`}`,
        fix: fixOf({ ...row, ...rule }, resource.region ?? 'the stack'),
        ...(at.reference && { related: [{ at: at.reference.resource, message: `It is declared in ${account}.` }] }),
      };
    }
    if (resource.type === RECORD) yield* zoneByName(resource, own);
    yield* rolesByName(resource, own);
  },
});

/** A zone by its name is looked for in the account of the stack. Another one of that name may be there, outside of the assembly. */
function* zoneByName(record: Resource, own: string): Generator<Problem> {
  const at = record.property('HostedZoneName');
  const name = at.text === undefined ? undefined : normalName(at.text);
  if (name === undefined) return;
  const zones = zonesNamed(record.graph, name);
  const [zone] = zones;
  if (zone?.account === undefined || zones.some(({ account }) => account === undefined || account === own)) return;
  yield {
    at,
    severity: 'warning',
    message: `The hosted zone ${name} is in the account ${zone.account}, and the record looks for it in ${own}, the account of the stack: "No hosted zone found".`,
    fix: 'Create the record in a stack of the account that owns the zone, or delegate a subdomain: `new route53.CrossAccountZoneDelegationRecord(…)`.',
    related: [{ at: zone, message: `The zone, in ${zone.account}.` }],
  };
}

/** Another role of that name may be there, outside of the assembly. */
function* rolesByName(holder: Resource, own: string): Generator<Problem> {
  const path = ROLES[holder.type];
  for (const at of path === undefined ? [] : placesAt(holder, path)) {
    const roles = at.text === undefined ? [] : holder.graph.names.named(at.text, ['AWS::IAM::Role']);
    const [role] = roles;
    if (role?.account === undefined || roles.some(({ account }) => account === undefined || account === own)) continue;
    yield {
      at,
      severity: 'warning',
      message: `The role ${at.text} is in the account ${role.account}, and is looked for in ${own}, the account of the stack: "The role with name ${at.text} cannot be found."`,
      fix: `Declare this in a stack of the account ${role.account}, or import the role with its ARN as one that does not change.`,
      related: [{ at: role, message: `The role, in ${role.account}.` }],
    };
  }
}
