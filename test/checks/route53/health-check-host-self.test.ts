import { expect, it } from 'vitest';
import check from '../../../checks/route53/health-check-host-self.js';
import { findingsIn } from '../../support/findings-in.js';
import { fromStandby, health, record, stack, twoRegions } from './examples.js';

const latency = { Region: 'us-east-1', SetIdentifier: 'east', HealthCheckId: { Ref: 'Health' } };

it('reports a record in another stack than its health check', () => {
  const example = twoRegions({ Shop: record({ ...latency, HealthCheckId: fromStandby('Health') }) }, health('Shop.acme-bank.io'), {
    Health: { Value: { 'Fn::GetAtt': ['Health', 'HealthCheckId'] } },
  });
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/health-check-host-self',
      stack: 'Traffic',
      logicalId: 'Shop',
      propertyPath: 'HealthCheckId',
      message:
        'Health checks Shop.acme-bank.io, the name of this latency record itself: its result changes the answers that it then checks.',
      related: [
        {
          stack: 'Standby',
          logicalId: 'Health',
          propertyPath: 'HealthCheckConfig.FullyQualifiedDomainName',
          message: 'The host that is checked.',
        },
      ],
    },
  ]);
});

it('reports nothing where the name is a header, where another name is checked, and where the health check is not here', () => {
  expect(findingsIn(stack({ ...health('shop.acme-bank.io', { IPAddress: '54.12.34.56' }), Shop: record(latency) }), check)).toEqual([]);
  expect(
    findingsIn(stack({ ...health('shop.acme-bank.io'), Shop: record({ ...latency, ResourceRecords: ['10.0.3.7'] }) }), check),
    'a private zone that is declared elsewhere',
  ).toEqual([]);
  expect(findingsIn(stack({ ...health('east.shop.acme-bank.io'), Shop: record(latency) }), check)).toEqual([]);
  expect(findingsIn(stack({ ...health('shop.acme-bank.io'), Shop: record({ ...latency, HealthCheckId: 'a1' }) }), check)).toEqual([]);
  expect(
    findingsIn(stack({ ...health({ Ref: 'Host' }), Shop: record(latency) }, { parameters: { Host: { Type: 'String' } } }), check),
  ).toEqual([]);
});
