import { describe, expect, test } from 'vitest';
import { noFailoverRoute as noRoute, rtoNotMet as rto } from '../../../checks/resilience/failover.js';
import type { Config } from '../../../src/config/config.js';
import { findingsIn } from '../../support/findings-in.js';

const contract = (more: object = {}): Config => ({
  resilience: [{ name: 'orders', stacks: ['Orders*'], regions: ['us-east-1', 'us-west-2'], rpo: '15m', rto: '5m', ...more }],
});
const found = (resources: object, config = contract()) =>
  findingsIn(
    { OrdersEast: { region: 'us-east-1', resources: { ...resources } }, OrdersWest: { region: 'us-west-2', resources: {} } },
    [noRoute, rto],
    config,
  ).map(({ checkId, severity, logicalId, propertyPath, message }) => ({
    check: checkId.replace('resilience/', ''),
    severity,
    at: [logicalId, propertyPath].filter((part) => part !== undefined).join('.'),
    why: message.split(/: (.*)/)[1],
  }));

const of = (type: string, properties: object = {}) => ({ Type: `AWS::${type}`, Properties: properties });
const HOST = (region: string) => `api-123.${region}.elb.amazonaws.com`;
const record = (region: string, more: object = {}, name = 'api.acme.io.') =>
  of('Route53::RecordSet', { HostedZoneName: 'acme.io.', Name: name, Type: 'CNAME', TTL: '60', ResourceRecords: [HOST(region)], ...more });
const health = (more: object = {}) =>
  of('Route53::HealthCheck', { HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: HOST('us-east-1'), ...more } });
const pair = (healthMore: object, more: object = {}) => ({
  P: record('us-east-1', { Failover: 'PRIMARY', SetIdentifier: 'p', HealthCheckId: { Ref: 'H' }, ...more }),
  S: record('us-west-2', { Failover: 'SECONDARY', SetIdentifier: 's', ...more }),
  H: health(healthMore),
});
const stays = (at: string, why: string) => ({ check: 'no-failover-route', severity: 'error', at, why });
const late = (at: string, why: string, severity = 'error') => ({ check: 'rto-not-met', severity, at, why });

describe('records', () => {
  test.each<[string, object, object[]]>([
    ['that lead to one region', { R: record('us-east-1') }, [stays('R', 'it leads to us-east-1 alone.')]],
    ['that lead to the standby', { R: record('us-west-2') }, []],
    [
      'with a name for each region',
      { A: record('us-east-1', {}, 'api-us-east-1.acme.io.'), B: record('us-west-2', {}, 'api-us-west-2.acme.io.') },
      [],
    ],
    ['of a failover pair', pair({ RequestInterval: 10 }), []],
    [
      'that are checked seldom and kept long',
      pair({ RequestInterval: 30, FailureThreshold: 10 }, { TTL: '3600' }),
      [late('P', '10 failed checks, one every 30 s, then a TTL of 1 h.')],
    ],
    [
      'that usually take longer',
      pair({ RequestInterval: 30, FailureThreshold: 9 }, { TTL: '60' }),
      [late('P', '9 failed checks, one every 30 s, then a TTL of 1 min.', 'warning')],
    ],
    [
      'of a pair in one region',
      {
        P: record('us-east-1', { Failover: 'PRIMARY', SetIdentifier: 'p' }),
        S: record('us-east-1', { Failover: 'SECONDARY', SetIdentifier: 's' }),
      },
      [stays('P', 'it leads to us-east-1 alone.')],
    ],
    [
      'that other checks report',
      {
        P: record('us-east-1', { Failover: 'PRIMARY', SetIdentifier: 'p' }),
        S: record('us-west-2', { Failover: 'SECONDARY', SetIdentifier: 's' }),
      },
      [],
    ],
    ['that are no way in', { R: record('us-east-1', { Type: 'TXT', ResourceRecords: ['"x"'] }) }, []],
    ['of a host that is elsewhere', { R: record('us-east-1', { ResourceRecords: ['www.example.com'] }) }, []],
    ['of a health check that is not here', pair({}, { HealthCheckId: 'abc' }), []],
  ])('%s', (_, resources, expected) => {
    expect(found(resources)).toEqual(expected);
  });

  const alarm = (region: string, status: string) => ({
    ...pair({
      Type: 'CLOUDWATCH_METRIC',
      FullyQualifiedDomainName: undefined,
      AlarmIdentifier: { Name: 'orders-down', Region: region },
      InsufficientDataHealthStatus: status,
    }),
    A: of('CloudWatch::Alarm', { AlarmName: 'orders-down', EvaluationPeriods: 5, Period: 60, MetricName: 'm', Namespace: 'n' }),
  });

  test('whose health check follows an alarm of the lost region', () => {
    const why = 'its health check follows the alarm A of us-east-1: without data from there it stays healthy.';
    expect(found(alarm('us-east-1', 'Healthy'))).toEqual([stays('H.HealthCheckConfig.InsufficientDataHealthStatus', why)]);
    expect(found(alarm('us-east-1', 'Unhealthy'), contract({ rto: '10m' }))).toEqual([]);
    expect(found(alarm('us-east-1', 'Unhealthy'), contract({ rto: '4m' }))).toEqual([
      late('P', '5 periods of 1 min, then a TTL of 1 min.'),
    ]);
  });

  test('whose calculated health check is always healthy', () => {
    const calculated = (threshold: number) => ({
      ...pair({ Type: 'CALCULATED', ChildHealthChecks: [{ Ref: 'C' }], HealthThreshold: threshold }),
      C: health({ RequestInterval: 10 }),
    });
    expect(found(calculated(0))).toEqual([
      stays('H.HealthCheckConfig.HealthThreshold', 'its health check has the threshold 0, and is always healthy.'),
    ]);
    expect(found(calculated(1))).toEqual([]);
  });

  test('that a Region switch plan may move', () => {
    expect(found({ R: record('us-east-1'), Plan: of('ARCRegionSwitch::Plan', { Regions: ['us-east-1', 'us-west-2'] }) })).toEqual([]);
  });

  test('that the contract excepts', () => {
    const exceptions = [{ construct: 'OrdersEast/R', reason: 'For the office only.' }];
    expect(found({ R: record('us-east-1') }, contract({ exceptions }))).toEqual([]);
  });

  test('of who restores from backups', () => {
    expect(found({ R: record('us-east-1') }, contract({ mode: 'backup-and-restore' }))).toEqual([]);
  });
});

describe('distributions', () => {
  const origin = (id: string, domain: string) => ({ Id: id, DomainName: domain });
  const distribution = (origins: object[], more: object = {}, behavior: object = {}) => ({
    D: of('CloudFront::Distribution', {
      DistributionConfig: { Origins: origins, DefaultCacheBehavior: { TargetOriginId: 'both', ...behavior }, ...more },
    }),
  });
  const group = { OriginGroups: { Items: [{ Id: 'both', Members: { Items: [{ OriginId: 'e' }, { OriginId: 'w' }] } }] } };
  const both = [origin('e', HOST('us-east-1')), origin('w', HOST('us-west-2'))];
  const PLACE = 'D.DistributionConfig.Origins.0.DomainName';

  test.each<[string, object, object[]]>([
    ['one origin', distribution([origin('both', HOST('us-east-1'))]), [stays(PLACE, 'its only origin is in us-east-1.')]],
    ['an origin group', distribution(both, group), []],
    [
      'an origin group of one region',
      distribution([origin('e', HOST('us-east-1')), origin('w', HOST('us-east-1'))], group),
      [stays('D.DistributionConfig.Origins.1.DomainName', 'both origins of its group are in us-east-1.')],
    ],
    [
      'an origin group for requests that write',
      distribution(both, group, { AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'] }),
      [
        stays(
          'D.DistributionConfig.DefaultCacheBehavior.AllowedMethods',
          'CloudFront tries the second origin for GET, HEAD and OPTIONS alone, and PUT is allowed.',
        ),
      ],
    ],
    ['an origin that is not known', distribution([origin('both', 'www.example.com')]), []],
    ['the name of a failover record', { ...distribution([origin('both', 'api.acme.io')]), ...pair({ RequestInterval: 10 }) }, []],
  ])('with %s', (_, resources, expected) => {
    expect(found(resources)).toEqual(expected);
  });
});

test('accelerators need an endpoint group in each region', () => {
  const group = (region: string) => of('GlobalAccelerator::EndpointGroup', { ListenerArn: { Ref: 'L' }, EndpointGroupRegion: region });
  const listener = { L: of('GlobalAccelerator::Listener') };
  expect(found({ ...listener, E: group('us-east-1') })).toEqual([
    stays('E.EndpointGroupRegion', 'its only endpoint group is in us-east-1.'),
  ]);
  expect(found({ ...listener, E: group('us-east-1'), W: group('us-west-2') })).toEqual([]);
});

test('a store that has to be restored within minutes is a warning', () => {
  const database = { D: of('RDS::DBInstance', { AutomaticBackupReplicationRegion: 'us-west-2' }) };
  expect(found(database)).toMatchObject([{ check: 'rto-not-met', severity: 'warning', at: 'D.AutomaticBackupReplicationRegion' }]);
  expect(found(database, contract({ rto: '4h' }))).toEqual([]);
});
