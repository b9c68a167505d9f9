import { expect, test } from 'vitest';
import check from '../../../checks/region/type-unavailable.js';
import type { Config } from '../../../src/config/config.js';
import { findingsIn } from '../../support/findings-in.js';

const address = { Address: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: 'orders', AuthType: 'NONE' } } };
const app = (region: string) => ({ Orders: { region, resources: address } });

test.each([
  ['us-east-1', 0],
  ['eu-central-2', 1],
  ['me-south-1', 0],
  ['eusc-de-east-1', 0],
])('%s', (region, count) => expect(findingsIn(app(region), check)).toHaveLength(count));

test('one finding for a type and a stack', () => {
  const two = { Orders: { region: 'eu-central-2', resources: { ...address, Other: address.Address } } };
  expect(findingsIn(two, check)).toMatchObject([{ logicalId: 'Address', related: [{ logicalId: 'Other' }] }]);
});

test('a contract asks for the region that has to take over', () => {
  const config: Config = { resilience: [{ name: 'orders', stacks: ['Orders'], regions: ['us-east-1', 'eu-central-2'] }] };
  expect(findingsIn(app('us-east-1'), check, config).map(({ message }) => message)).toEqual([
    'orders promises to survive the loss of us-east-1, but eu-central-2 does not have the type AWS::Lambda::Url.',
  ]);
});
