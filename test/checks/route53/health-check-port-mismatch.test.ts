import { expect, it } from 'vitest';
import check from '../../../checks/route53/health-check-port-mismatch.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { balancer, fromStandby, health, stack, twoRegions } from './examples.js';

const host = { 'Fn::GetAtt': ['Balancer', 'DNSName'] };
const listener = (Port: Json, Protocol: Json, LoadBalancerArn: Json = { Ref: 'Balancer' }): JsonObject => ({
  Type: 'AWS::ElasticLoadBalancingV2::Listener',
  Properties: { LoadBalancerArn, Port, Protocol },
});
const http = { Balancer: balancer(), Http: listener(80, 'HTTP') };

it('warns of a port without a listener, across stacks', () => {
  const example = twoRegions(health(fromStandby('Host')), http, { Host: { Value: host } });
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'warning',
      checkId: 'route53/health-check-port-mismatch',
      stack: 'Traffic',
      logicalId: 'Health',
      propertyPath: 'HealthCheckConfig.Type',
      message: 'The health check connects to port 443 of Balancer, and no stack in this app defines a listener on it: it is never healthy.',
      related: [{ stack: 'Standby', logicalId: 'Http', message: 'Balancer listens on port 80 (HTTP).' }],
    },
  ]);
});

it.each<[string, JsonObject, JsonObject, string]>([
  ['HTTPS to HTTP', http, { Type: 'HTTPS', Port: '80' }, 'uses HTTPS on port 80 of Balancer, where a listener expects HTTP'],
  ['HTTP to HTTPS', { Balancer: balancer(), L: listener('443', 'HTTPS') }, { Type: 'HTTP_STR_MATCH', Port: 443 }, 'uses HTTP on port 443'],
  ['HTTP to TLS', { Balancer: balancer({ Type: 'network' }), L: listener(443, 'TLS') }, { Type: 'HTTP', Port: 443 }, 'expects TLS'],
])('reports %s', (_, resources, config, message) => {
  expect(findingsIn(stack({ ...resources, ...health(host, config) }), check)).toMatchObject([
    { severity: 'error', propertyPath: 'HealthCheckConfig.Type', message: expect.stringContaining(message) },
  ]);
});

it('knows the listeners of classic load balancers, and websites of buckets', () => {
  const Listeners = [{ LoadBalancerPort: '80', InstancePort: '80', Protocol: 'http' }];
  const classic = { Balancer: { Type: 'AWS::ElasticLoadBalancing::LoadBalancer', Properties: { Listeners } } };
  expect(findingsIn(stack({ ...classic, ...health(host, { Port: 80 }) }), check)).toMatchObject([{ severity: 'error' }]);
  expect(findingsIn(stack({ ...classic, ...health(host, { Type: 'HTTP' }) }), check)).toEqual([]);
  expect(findingsIn(stack(health('site.s3-website-us-east-1.amazonaws.com')), check)).toMatchObject([{ severity: 'error' }]);
  expect(findingsIn(stack(health('site.s3-website-us-east-1.amazonaws.com', { Type: 'HTTP' })), check)).toEqual([]);
});

it.each<[string, JsonObject, JsonObject]>([
  ['the right port', http, { Type: 'HTTP' }],
  ['TCP', http, { Type: 'TCP', Port: 80 }],
  ['a network load balancer that passes TCP on', { Balancer: balancer({ Type: 'network' }), L: listener(443, 'TCP') }, {}],
  ['a load balancer without a listener here', { Balancer: balancer() }, {}],
  ['a listener whose port is not known', { ...http, Other: listener({ Ref: 'Port' }, 'HTTPS') }, {}],
  ['a listener of a load balancer that is not known', { ...http, Other: listener(443, 'HTTPS', { Ref: 'Port' }) }, {}],
  ['a port that is not known', http, { Port: { Ref: 'Port' } }],
  ['two listeners on one port', { Balancer: balancer({ Type: 'network' }), U: listener(443, 'UDP'), T: listener(443, 'TCP') }, {}],
  ['an address', http, { IPAddress: '54.12.34.56' }],
])('ignores %s', (_, resources, config) => {
  expect(findingsIn(stack({ ...resources, ...health(host, config) }, { parameters: { Port: { Type: 'String' } } }), check)).toEqual([]);
});
