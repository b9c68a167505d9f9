import type { Property } from '../../../src/graph/model/property.js';
import { isGiven } from '../../../src/queries/global-tables.js';

/** A form of `HealthCheckConfig` that Route 53 rejects. */
export interface RejectedHealthCheck {
  readonly types: readonly string[];
  /** The place that is wrong; undefined when the configuration does not have this form, or that is not known. */
  readonly find: (config: Property) => Property | undefined;
  /** After "The health check". */
  readonly problem: string;
  readonly fix: string;
}

const ENDPOINTS = ['HTTP', 'HTTPS', 'HTTP_STR_MATCH', 'HTTPS_STR_MATCH', 'TCP'];
const missing = (key: string) => (config: Property) => (config.get(key).isAbsent ? config : undefined);

/** Source of all: https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html */
export const REJECTED_HEALTH_CHECKS: readonly RejectedHealthCheck[] = [
  {
    types: ENDPOINTS,
    find: (config) => (config.get('IPAddress').isAbsent && config.get('FullyQualifiedDomainName').isAbsent ? config : undefined),
    problem: 'has neither IPAddress nor FullyQualifiedDomainName, so that there is nothing to check',
    fix: 'Add `fqdn` (the host name of the endpoint) or `ipAddress` to the `HealthCheck`.',
  },
  { types: ['TCP'], find: missing('Port'), problem: 'is of type TCP and has no Port', fix: 'Add `port` to the `HealthCheck`.' },
  {
    types: ['HTTP_STR_MATCH', 'HTTPS_STR_MATCH'],
    find: missing('SearchString'),
    problem: 'searches for a text and has no SearchString',
    fix: 'Add `searchString` to the `HealthCheck`, or use `HealthCheckType.HTTPS`.',
  },
  {
    types: ['CLOUDWATCH_METRIC'],
    find: missing('AlarmIdentifier'),
    problem: 'follows an alarm and has no AlarmIdentifier',
    fix: 'Add `alarmIdentifier: { name: alarm.alarmName, region: alarm.env.region }` to the `HealthCheck`.',
  },
  {
    types: ENDPOINTS,
    find: (config) => {
      const alarm = config.get('AlarmIdentifier');
      return isGiven(alarm) === true ? alarm : undefined;
    },
    // https://github.com/aws/aws-cli/issues/3188, https://github.com/aws/aws-sdk-php/issues/1528
    problem: 'checks an endpoint and has an AlarmIdentifier: "Basic health checks must not have an metric region specified."',
    fix: 'Leave out the alarm, or make a `HealthCheck` of the type `CLOUDWATCH_METRIC` for it.',
  },
  {
    types: ['TCP'],
    find: (config) => {
      const host = config.get('FullyQualifiedDomainName');
      return isGiven(config.get('IPAddress')) === true && isGiven(host) === true ? host : undefined;
    },
    // https://github.com/aws/aws-sdk-php/issues/1527
    problem:
      'has both an address and a name: "TCP health checks that have IP address must not have a fully qualified domain name specified."',
    fix: 'Leave out `fqdn` or `ipAddress`.',
  },
  {
    types: ['RECOVERY_CONTROL'],
    find: missing('RoutingControlArn'),
    problem: 'follows a routing control and has no RoutingControlArn',
    fix: 'Add `routingControl` to the `HealthCheck`.',
  },
  {
    types: ENDPOINTS,
    find: (config) => {
      const regions = config.get('Regions');
      const { items } = regions;
      return isGiven(regions) === true && items !== undefined && items.length < 3 && items.every(({ text }) => text) ? regions : undefined;
    },
    problem: 'runs from fewer than three regions',
    fix: 'Give three `regions` or more, or none, which means all of them.',
  },
  {
    types: ENDPOINTS,
    find: (config) => {
      const interval = config.get('RequestInterval');
      return interval.number === undefined || interval.number === 10 || interval.number === 30 ? undefined : interval;
    },
    problem: 'has a RequestInterval other than 10 or 30 seconds',
    fix: 'Use `requestInterval: Duration.seconds(30)` or `Duration.seconds(10)`.',
  },
];
