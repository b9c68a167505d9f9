import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { NO_ASSUMPTIONS } from '../../src/graph/model/scope.js';
import { referencesIn } from '../../src/graph/model/value.js';
import { allRecords } from '../../src/queries/record-sets.js';
import { recordOfEast, recordWithHealth } from './model/example-records.js';

const shop = (used: boolean) => ({
  Shop: stack('us-east-1', {
    Health: resource('AWS::Route53::HealthCheck', {
      HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: 'east.shop.acme-bank.io' },
    }),
    Shop: used ? recordWithHealth : recordOfEast(),
  }),
});

export default defineCheck({
  id: 'route53/health-check-unused',
  title: 'Unused health check',
  severity: 'warning',
  types: ['AWS::Route53::HealthCheck'],
  docs: {
    why: 'A health check acts only through what uses it: a record (`HealthCheckId`), a calculated health check, or an alarm on its status. This one watches its endpoint, and nothing happens when it fails: traffic stays where it is.',
    fix: 'Attach it to its record, `new ARecord(this, "Record", { …, healthCheck })`, or to a parent health check, or raise an alarm on `HealthCheckStatus` in us-east-1.',
    sources: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html'],
    templateFix:
      'Attach it to its record (`HealthCheckId: !Ref Health`), or to a parent health check, or raise an alarm on `HealthCheckStatus` in us-east-1.',
    bad: shop(false),
    good: shop(true),
  },
  *resource(check, { graph }) {
    if (graph.linksTo(check).some(({ kind }) => kind !== 'depends-on') || graph.memo(exported).has(check.id)) return;
    if (graph.mayLackResources() || graph.memo(hasOpenUse)) return;
    yield {
      at: check,
      message: `Nothing in any stack uses the health check ${check.displayName}: when it fails, no record changes and no notification is sent.`,
    };
  },
});

/** Resources that are exported, for readers that may be outside of the assembly. */
function exported({ stacks, evaluator }: ResourceGraph): ReadonlySet<string> {
  return new Set(
    stacks.flatMap((stack) =>
      [...stack.template.outputs.values()]
        .filter((output) => 'Export' in output)
        .flatMap((output) => referencesIn(evaluator.evaluate(output.Value, { stack, assumptions: NO_ASSUMPTIONS })))
        .map(({ resource }) => resource.id),
    ),
  );
}

/** Whether a record has a health check that is not known: it may be any. */
function hasOpenUse(graph: ResourceGraph): boolean {
  return allRecords(graph).some((record) => record.get('HealthCheckId').isUnknown);
}
