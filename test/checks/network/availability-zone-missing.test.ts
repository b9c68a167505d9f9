import { expect, it } from 'vitest';
import check from '../../../checks/network/availability-zone-missing.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (region: string | undefined, AvailabilityZone: Json): Example => ({
  Net: {
    ...(region !== undefined && { region }),
    parameters: { Index: { Type: 'Number' } },
    resources: { Subnet: { Type: 'AWS::EC2::Subnet', Properties: { AvailabilityZone } } },
  },
});
const zone = (index: Json, region: Json = ''): Json => ({ 'Fn::Select': [index, { 'Fn::GetAZs': region }] });

it('reports the subnet once, with the number of zones', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'network/availability-zone-missing',
      severity: 'error',
      stack: 'Network',
      logicalId: 'Subnet3',
      propertyPath: 'AvailabilityZone',
      message: 'eu-west-1 has 3 availability zones: "Fn::Select cannot select nonexistent value at index 3".',
    },
  ]);
});

it.each<[string, Example]>([
  ['a fourth zone', app('eu-west-1', zone(3))],
  ['an index as a text', app('eu-west-1', zone('3'))],
  ['a region that is named', app('us-east-1', zone(3, 'eu-west-1'))],
  ['AWS::Region', app('us-west-2', zone(4, { Ref: 'AWS::Region' }))],
])('reports %s', (_, example) => {
  expect(findingsIn(example, check)).toMatchObject([{ severity: 'error', logicalId: 'Subnet' }]);
});

it('warns of zones that most accounts do not have', () => {
  expect(findingsIn(app('us-west-1', zone(2)), check)).toMatchObject([
    {
      severity: 'warning',
      message: 'us-west-1 has 2 availability zones for most accounts: "Fn::Select cannot select nonexistent value at index 2".',
    },
  ]);
});

it.each<[string, Example]>([
  ['a third zone', app('eu-west-1', zone(2))],
  ['a sixth zone of us-east-1', app('us-east-1', zone(5))],
  ['a stack without a region', app(undefined, zone(3))],
  ['an index that is not known', app('eu-west-1', zone({ Ref: 'Index' }))],
  ['a list that is written out', app('eu-west-1', { 'Fn::Select': [3, ['a', 'b', 'c', 'd']] })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
