import { expect, it } from 'vitest';
import { healthCheckPathWithoutStage as check } from '../../../checks/route53/health-check-hosts.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { fromStandby, HTTP_API, health, REST_API, stack, twoRegions } from './examples.js';

const host = { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' };
const rest = (StageName: Json): JsonObject => ({
  Api: REST_API,
  Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName } },
});
const http = (...names: readonly string[]): JsonObject => ({
  Api: HTTP_API,
  ...Object.fromEntries(
    names.map((StageName, index) => [
      `Stage${index}`,
      { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: { Ref: 'Api' }, StageName } },
    ]),
  ),
});

it('reports a path without the stage, across stacks', () => {
  const other = { 'Fn::Sub': ['${Id}.execute-api.us-west-2.amazonaws.com', { Id: fromStandby('Api') }] };
  const example = twoRegions(health(other, { ResourcePath: '/health' }), rest('prod'), { Api: { Value: { Ref: 'Api' } } });
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/health-check-path-without-stage',
      stack: 'Traffic',
      logicalId: 'Health',
      propertyPath: 'HealthCheckConfig.ResourcePath',
      message:
        'The path /health does not begin with a stage of Api (prod): its default endpoint answers 403, so the health check is never healthy.',
      related: [{ stack: 'Standby', logicalId: 'Api', message: 'The API is declared here.' }],
    },
  ]);
});

it.each<[string, JsonObject, JsonObject, string]>([
  ['no path', rest('prod'), {}, 'The path / does not begin with a stage of Api (prod)'],
  ['no path, and no stage here', { Api: REST_API }, {}, 'The path / does not begin with a stage of Api:'],
  ['another stage', rest('prod'), { ResourcePath: 'dev/health' }, 'The path dev/health'],
  ['a longer word', rest('prod'), { ResourcePath: '/production' }, 'The path /production'],
  ['a path with a query', rest('prod'), { ResourcePath: '/health?deep=1' }, 'The path /health?deep=1'],
  ['an HTTP API with named stages', http('blue', 'green'), { ResourcePath: '/health' }, '(blue, green): its default endpoint answers 404'],
])('reports %s', (_, resources, config, message) => {
  expect(findingsIn(stack({ ...resources, ...health(host, config) }), check)).toMatchObject([
    { severity: 'error', message: expect.stringContaining(message) },
  ]);
});

it.each<[string, JsonObject, JsonObject]>([
  ['the stage', rest('prod'), { ResourcePath: '/prod/health' }],
  ['the stage alone, without a slash', rest('prod'), { ResourcePath: 'prod' }],
  ['the stage by reference', rest('prod'), { ResourcePath: { 'Fn::Sub': '/${Stage}/health' } }],
  ['a stage whose name is not known', rest({ Ref: 'Name' }), { ResourcePath: '/health' }],
  ['a path that is not known', rest('prod'), { ResourcePath: { Ref: 'Name' } }],
  [
    'a stage of a deployment',
    { Api: REST_API, D: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'v1' } } },
    { ResourcePath: '/v1' },
  ],
  ['an API without a stage here', { Api: REST_API }, { ResourcePath: '/prod/health' }],
  ['a default stage', http('$default', 'blue'), { ResourcePath: '/health' }],
  ['an HTTP API without a stage here', http(), {}],
  [
    'an HTTP API that makes its own default stage',
    { ...http('blue'), Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP', Target: 'f' } } },
    { ResourcePath: '/health' },
  ],
  ['TCP', rest('prod'), { Type: 'TCP', Port: 443 }],
])('ignores %s', (_, resources, config) => {
  expect(findingsIn(stack({ ...resources, ...health(host, config) }, { parameters: { Name: { Type: 'String' } } }), check)).toEqual([]);
});

it('ignores hosts that are no default endpoint', () => {
  const resources = { ...rest('prod'), Domain: { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName: 'api.acme-bank.io' } } };
  expect(findingsIn(stack({ ...resources, ...health({ 'Fn::GetAtt': ['Domain', 'RegionalDomainName'] }) }), check)).toEqual([]);
  expect(findingsIn(stack({ ...resources, ...health('abcde12345.execute-api.us-east-1.amazonaws.com') }), check)).toEqual([]);
});
