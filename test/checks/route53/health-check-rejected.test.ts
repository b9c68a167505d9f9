import { expect, it } from 'vitest';
import check from '../../../checks/route53/health-check-rejected.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { stack } from './examples.js';

const HOST = { FullyQualifiedDomainName: 'a.acme-bank.io' };
const found = (HealthCheckConfig: JsonObject) =>
  findingsIn(
    stack({ Health: { Type: 'AWS::Route53::HealthCheck', Properties: { HealthCheckConfig } } }, { parameters: { P: { Type: 'String' } } }),
    check,
  );

it.each<[JsonObject, string, string]>([
  [{ Type: 'HTTPS' }, '', 'has neither IPAddress nor FullyQualifiedDomainName'],
  [{ Type: 'TCP', ...HOST }, '', 'is of type TCP and has no Port'],
  [{ Type: 'HTTP_STR_MATCH', ...HOST }, '', 'has no SearchString'],
  [{ Type: 'CLOUDWATCH_METRIC' }, '', 'has no AlarmIdentifier'],
  [{ Type: 'RECOVERY_CONTROL' }, '', 'has no RoutingControlArn'],
  [{ Type: 'HTTPS', ...HOST, Regions: ['us-east-1', 'us-west-2'] }, '.Regions', 'fewer than three regions'],
  [{ Type: 'HTTPS', ...HOST, RequestInterval: 60 }, '.RequestInterval', 'other than 10 or 30 seconds'],
])('reports %j', (config, path, message) => {
  expect(found(config)).toMatchObject([
    { severity: 'error', propertyPath: `HealthCheckConfig${path}`, message: expect.stringContaining(message) },
  ]);
});

it.each<JsonObject>([
  { Type: 'HTTPS', ...HOST },
  { Type: 'HTTPS', IPAddress: { Ref: 'P' } },
  { Type: 'TCP', ...HOST, Port: 443 },
  { Type: 'HTTPS_STR_MATCH', ...HOST, SearchString: 'ok' },
  { Type: 'CLOUDWATCH_METRIC', AlarmIdentifier: { Name: 'a', Region: 'us-east-1' } },
  { Type: 'CALCULATED', ChildHealthChecks: ['a'], HealthThreshold: 1 },
  { Type: 'HTTPS', ...HOST, Regions: ['us-east-1', 'us-west-2', 'eu-west-1'], RequestInterval: 10 },
  { Type: 'HTTPS', ...HOST, Regions: { Ref: 'P' }, RequestInterval: { Ref: 'P' } },
  { Type: { Ref: 'P' } },
])('ignores %j', (config) => {
  expect(found(config)).toEqual([]);
});
