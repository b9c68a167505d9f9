import type { Json } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { configOf } from '../../src/queries/health-check-host.js';
import { stackWithHealth } from './model/example-records.js';

const example = (ChildHealthChecks: Json) => ({ Dns: stackWithHealth({ Type: 'CALCULATED', HealthThreshold: 1, ChildHealthChecks }) });

export default defineCheck({
  id: 'route53/health-check-children-missing',
  title: 'Calculated health check without enough child health checks',
  severity: 'error',
  types: ['AWS::Route53::HealthCheck'],
  docs: {
    why: 'A calculated health check counts how many of its child health checks are healthy. With fewer children than its threshold it is always unhealthy ("If you specify a number greater than the number of child health checks, Route 53 always considers this health check to be unhealthy"); with a threshold of 0 it is always healthy. No failure ever changes it.',
    fix: 'Give the children (`childHealthChecks: [east, west]`) and a `healthThreshold` between 1 and their number.',
    sources: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html'],
    templateFix: 'Give the children (`ChildHealthChecks: [!Ref East, !Ref West]`) and a `HealthThreshold` between 1 and their number.',
    bad: example([]),
    good: example(['6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f']),
  },
  *resource(check) {
    const config = configOf(check);
    if (config.get('Type').text !== 'CALCULATED') return;
    const children = config.get('ChildHealthChecks');
    const { items } = children;
    const threshold = config.get('HealthThreshold');
    const isAlways = (threshold.number === 0) === (config.get('Inverted').boolean === true) ? 'unhealthy' : 'healthy';
    if (items === undefined) return;
    if (items.length === 0) {
      yield {
        at: children.isAbsent ? config : children,
        message: `${check.displayName} is calculated from child health checks, but has none: it is always ${isAlways}.`,
      };
    } else if (threshold.number !== undefined && (threshold.number > items.length || threshold.number === 0)) {
      yield {
        at: threshold,
        severity: threshold.number === 0 ? 'warning' : 'error',
        message: `${check.displayName} needs ${threshold.number} healthy of ${items.length} child health checks: it is always ${isAlways}.`,
      };
    }
  },
});
