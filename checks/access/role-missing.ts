import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { REQUIRED_ROLES, type RequiredRole } from '../../src/facts/required-roles.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { groupBy } from '../../src/group-by.js';
import { memoize } from '../../src/memoize.js';
import { placesAt } from '../../src/queries/region-of.js';
import { stepsOf } from '../../src/queries/steps-of.js';

const app = (more: Readonly<Record<string, unknown>>) => ({
  Logs: stack('us-east-1', {
    Filter: resource('AWS::Logs::SubscriptionFilter', {
      LogGroupName: '/shop/pay',
      FilterPattern: '',
      DestinationArn: 'arn:aws:firehose:us-east-1:482731905566:deliverystream/archive',
      ...more,
    }),
  }),
});

export default defineCheck({
  id: 'access/role-missing',
  title: 'Role missing that the service requires: "RoleArn is required for target", "cannot be used without roleArn"',
  severity: 'error',
  types: [...new Set(REQUIRED_ROLES.map(({ type }) => type))],
  docs: {
    why: 'CloudFormation does not ask for the role, because not every use needs one: a rule with a function as its target needs none, and one with a state machine does. The service rejects the resource without it, and the deployment fails.',
    fix: 'Give it the role. The constructs of the CDK make one: `new logs.SubscriptionFilter(this, "Filter", { logGroup, destination: new destinations.FirehoseDestination(stream), filterPattern })`.',
    sources: [...new Set(REQUIRED_ROLES.flatMap(({ sources }) => sources))],
    templateFix: 'Give it a role that the service may assume, and a policy for what it does: `RoleArn: !GetAtt Role.Arn`.',
    bad: app({}),
    good: app({ RoleArn: 'arn:aws:iam::482731905566:role/logs-to-archive' }),
  },
  *resource(resource) {
    const reported = new Set<string>();
    for (const row of rowsByType().get(resource.type) ?? []) {
      for (const at of placesAt(resource, row.path)) {
        const role = row.role.startsWith('.') ? roleBeside(at, row) : resource.property(...stepsOf(row.role));
        const name = role?.path.join('.');
        if (role?.isAbsent !== true || name === undefined || reported.has(name) || !asksFor(at, row) || !isWhen(resource, row)) continue;
        reported.add(name);
        yield { at, message: `There is no \`${row.role.replace(/^\./, '')}\`${outcomeOf(row)}`, fix: row.fix };
      }
    }
  },
});

function outcomeOf({ says, page }: RequiredRole): string {
  return says === undefined ? `, of which AWS says "${page}"` : `, and the deployment fails with "${says}"`;
}

const rowsByType = memoize(() => groupBy(REQUIRED_ROLES, ({ type }) => type));

/** Beside the last step of the place. */
function roleBeside(at: Property, { path, role }: RequiredRole): Property | undefined {
  const above = stepsOf(path).slice(0, -1);
  const steps = at.path.slice(0, -1);
  return above.length === 0 ? undefined : at.resource.property(...steps.slice(1), ...stepsOf(role));
}

function asksFor(at: Property, { services, text }: RequiredRole): boolean {
  if (services !== undefined) return services.includes(at.arn?.service ?? '');
  return text?.test(at.text ?? String(at.number ?? at.textWith(''))) === true;
}

function isWhen(resource: Resource, { when }: RequiredRole): boolean {
  if (when === undefined) return true;
  const [path, values] = when;
  return (resource.property(...stepsOf(path)).items ?? []).some(({ text }) => text !== undefined && values.includes(text));
}
