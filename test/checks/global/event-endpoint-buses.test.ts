import { expect, it } from 'vitest';
import check from '../../../checks/global/event-endpoint-buses.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const bus = (region: string, name = 'orders') => `arn:aws:events:${region}:482731905566:event-bus/${name}`;
const endpoint = (one: string | object, other: string, route: string): Example => ({
  S: {
    region: 'us-east-1',
    resources: {
      Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } },
      Endpoint: {
        Type: 'AWS::Events::Endpoint',
        Properties: {
          EventBuses: [{ EventBusArn: typeof one === 'string' ? one : { ...one } }, { EventBusArn: other }],
          RoutingConfig: { FailoverConfig: { Secondary: { Route: route } } },
        },
      },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/event-endpoint-buses",
        "logicalId": "Endpoint",
        "message": "The buses are named "orders" and "orders-west": "The names of the event buses must be identical in each Region".",
        "propertyPath": "EventBuses.1.EventBusArn",
        "severity": "error",
        "stack": "Events",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['two buses of one region', endpoint(bus('us-east-1'), bus('us-east-1'), 'us-east-1'), 'error S.Endpoint EventBuses.1.EventBusArn'],
  [
    'a route to neither',
    endpoint(bus('us-east-1'), bus('us-west-2'), 'eu-west-1'),
    'error S.Endpoint RoutingConfig.FailoverConfig.Secondary.Route',
  ],
  [
    'a bus of this template with another name',
    endpoint({ 'Fn::GetAtt': ['Bus', 'Arn'] }, bus('us-west-2', 'other'), 'us-west-2'),
    'error S.Endpoint EventBuses.1.EventBusArn',
  ],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['two that match', endpoint({ 'Fn::GetAtt': ['Bus', 'Arn'] }, bus('us-west-2'), 'us-west-2')],
  ['a bus that is not known', endpoint({ 'Fn::ImportValue': 'bus' }, bus('us-west-2'), 'eu-west-1')],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
