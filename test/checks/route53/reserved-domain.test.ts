import { expect, it } from 'vitest';
import check from '../../../checks/route53/reserved-domain.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { health, stack } from './examples.js';

const zone = (Name: Json, more: JsonObject = {}): JsonObject => ({
  Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name, ...more } },
});

it.each<Json>(['example.com', 'Tap.Example.ORG.', { 'Fn::Sub': '${Name}.example.net' }])('reports the zone %j', (name) => {
  expect(findingsIn(stack(zone(name), { parameters: { Name: { Type: 'String' } } }), check)).toMatchObject([
    { severity: 'error', logicalId: 'Zone', propertyPath: 'Name' },
  ]);
});

it('quotes Route 53', () => {
  expect(findingsIn(stack(zone('tap.example.com.')), check)[0]?.message).toBe(
    'Route 53 rejects a public hosted zone for tap.example.com: it "is reserved by AWS!".',
  );
});

it.each<[JsonObject, string]>([
  [health('api.example.com'), 'warning'],
  [health('api.acme.test'), 'error'],
  [health('api.corp.internal.'), 'error'],
  [health('localhost'), 'error'],
])('reports %j with severity %s', (resources, severity) => {
  expect(findingsIn(stack(resources), check)).toMatchObject([{ severity }]);
});

it.each<JsonObject>([
  zone('acme-bank.io'),
  zone('example.com', { VPCs: [{ VPCId: 'vpc-1', VPCRegion: 'us-east-1' }] }),
  health('shop.corp.internal', { EndpointType: 'PRIVATE', HealthCheckSourceId: 'source-1' }),
  zone('myexample.com'),
  zone('corp.internal'),
  zone({ Ref: 'Name' }),
  health('api.acme-bank.io'),
  health('api.example.com', { IPAddress: '54.12.34.56' }),
  health({ 'Fn::Sub': 'api.${Name}' }),
])('ignores %j', (resources) => {
  expect(findingsIn(stack(resources, { parameters: { Name: { Type: 'String', Default: 'acme-bank.io' } } }), check)).toEqual([]);
});
