import { expect, it } from 'vitest';
import check from '../../../checks/route53/health-check-host-malformed.js';
import type { Json } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { balancer, fromStandby, HTTP_API, health, REST_API, stack, twoRegions } from './examples.js';

const resources = {
  Api: REST_API,
  Http: HTTP_API,
  Balancer: balancer(),
  Url: { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'NONE', TargetFunctionArn: 'checkout' } },
  Domain: { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName: 'api.acme-bank.io' } },
};
const rejected = 'Route 53 accepts only a host name here, and rejects the health check or never resolves it.';

it.each<[Json, string, string]>([
  ['https://api.acme-bank.io', 'https://api.acme-bank.io', 'it starts with a scheme'],
  ['api.acme-bank.io/health', 'api.acme-bank.io/health', 'it holds a path'],
  ['api.acme-bank.io:8443', 'api.acme-bank.io:8443', 'it ends with a port'],
  ['*.acme-bank.io', '*.acme-bank.io', 'it holds a wildcard'],
  ['api.acme-bank.io ', 'api.acme-bank.io ', 'it holds white space'],
  ['ops@acme-bank.io', 'ops@acme-bank.io', 'it holds "@"'],
  ['api..acme-bank.io', 'api..acme-bank.io', 'it has an empty label'],
  [
    '${Api}.execute-api.us-east-1.amazonaws.com',
    '${Api}.execute-api.us-east-1.amazonaws.com',
    'it holds an expression that nothing replaces',
  ],
  [`${'a'.repeat(64)}.acme-bank.io`, `${'a'.repeat(64)}.acme-bank.io`, 'the label aaaaaaaaaaaa… is longer than 63 characters'],
  [
    { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com/prod' },
    '${Api}.execute-api.us-east-1.amazonaws.com/prod',
    'it holds a path',
  ],
  [{ 'Fn::Sub': 'http://${Balancer.DNSName}' }, 'http://${Balancer.DNSName}', 'it starts with a scheme'],
  [{ 'Fn::Sub': '${Balancer.DNSName}:443' }, '${Balancer.DNSName}:443', 'it ends with a port'],
])('reports %j', (host, shown, flaw) => {
  expect(findingsIn(stack({ ...resources, ...health(host) }), check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/health-check-host-malformed',
      stack: 'Traffic',
      logicalId: 'Health',
      propertyPath: 'HealthCheckConfig.FullyQualifiedDomainName',
      message: `${shown} is not a host name: ${flaw}. ${rejected}`,
    },
  ]);
});

it('knows the attributes that are URLs, across stacks', () => {
  const example = twoRegions(
    health(fromStandby('Endpoint')),
    { Http: HTTP_API },
    { Endpoint: { Value: { 'Fn::GetAtt': ['Http', 'ApiEndpoint'] } } },
  );
  expect(findingsIn(example, check)).toMatchObject([
    {
      message: `\${Http.ApiEndpoint} is not a host name: ApiEndpoint is a URL that starts with a scheme. ${rejected}`,
      related: [{ stack: 'Standby', logicalId: 'Http', message: 'The ApiEndpoint of this is the URL.' }],
    },
  ]);
});

it('warns of an address in the place of a name', () => {
  expect(findingsIn(stack(health('54.12.34.56')), check)).toMatchObject([{ severity: 'warning' }]);
  expect(findingsIn(stack(health('54.12.34.56', { IPAddress: '54.12.34.56' })), check)).toEqual([]);
});

it('reports where both branches of a condition are wrong, and warns where one is', () => {
  const conditions = { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } };
  const parameters = { Stage: { Type: 'String' } };
  const either = (one: Json, other: Json) => stack(health({ 'Fn::If': ['Live', one, other] }), { conditions, parameters });
  expect(findingsIn(either('https://a.acme-bank.io', 'https://b.acme-bank.io'), check)).toMatchObject([
    { severity: 'error', propertyPath: 'HealthCheckConfig.FullyQualifiedDomainName.Fn::If.2' },
  ]);
  expect(findingsIn(either('https://a.acme-bank.io', 'b.acme-bank.io'), check)).toMatchObject([
    {
      severity: 'warning',
      propertyPath: 'HealthCheckConfig.FullyQualifiedDomainName.Fn::If.1',
      message: expect.stringContaining('(When Live holds.)'),
    },
  ]);
});

it.each<[string, Json | undefined]>([
  ['a name', 'api.acme-bank.io'],
  ['a final dot', 'api.acme-bank.io.'],
  ['an underscore', '_internal_api.acme-bank.io'],
  ['nothing', undefined],
  ['AWS::NoValue', { Ref: 'AWS::NoValue' }],
  ['a load balancer', { 'Fn::GetAtt': ['Balancer', 'DNSName'] }],
  ['a custom domain', { 'Fn::GetAtt': ['Domain', 'RegionalDomainName'] }],
  ['a host cut out of a URL', { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Url', 'FunctionUrl'] }] }] }],
  ['a parameter', { Ref: 'Host' }],
  ['an external import', { 'Fn::ImportValue': 'api-url' }],
])('ignores %s', (_, host) => {
  expect(findingsIn(stack({ ...resources, ...health(host) }, { parameters: { Host: { Type: 'String' } } }), check)).toEqual([]);
});

it('ignores health checks without an endpoint', () => {
  expect(findingsIn(stack(health('https://x.io', { Type: 'CALCULATED' })), check)).toEqual([]);
});
