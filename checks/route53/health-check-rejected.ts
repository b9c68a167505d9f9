import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { configOf } from '../../src/queries/health-check-host.js';
import { stackWithHealth } from './model/example-records.js';
import { REJECTED_HEALTH_CHECKS } from './model/rejected-health-checks.js';

const example = (config: JsonObject) => ({ Dns: stackWithHealth({ Type: 'TCP', ...config }) });

export default defineCheck({
  id: 'route53/health-check-rejected',
  title: 'Health check is missing a setting that its type requires',
  severity: 'error',
  types: ['AWS::Route53::HealthCheck'],
  docs: {
    why: 'Each type of health check needs settings of its own: an endpoint, a port, a text to search for, an alarm. CloudFormation’s schema does not require them; Route 53 rejects the health check ("InvalidInput"), and the deployment fails.',
    fix: 'Use the L2 `HealthCheck`, which knows what each type needs. On `CfnHealthCheck`, add what the message names.',
    sources: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html'],
    templateFix: 'Add what the message names to `HealthCheckConfig`.',
    bad: example({ FullyQualifiedDomainName: 'east.shop.acme-bank.io' }),
    good: example({ FullyQualifiedDomainName: 'east.shop.acme-bank.io', Port: 443 }),
  },
  *resource(check) {
    const config = configOf(check);
    const type = config.get('Type').text;
    if (type === undefined) return;
    for (const { types, find, problem, fix } of REJECTED_HEALTH_CHECKS) {
      const at = types.includes(type) ? find(config) : undefined;
      if (at !== undefined) yield { at, message: `The health check ${check.displayName} ${problem}: Route 53 rejects it.`, fix };
    }
  },
});
