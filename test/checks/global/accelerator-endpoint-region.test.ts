import { expect, it } from 'vitest';
import check from '../../../checks/global/accelerator-endpoint-region.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const group = (region: string | object, endpoint: string | object): Example => ({
  S: {
    region: 'us-east-1',
    resources: {
      Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: {} },
      Group: {
        Type: 'AWS::GlobalAccelerator::EndpointGroup',
        Properties: {
          EndpointGroupRegion: typeof region === 'string' ? region : { ...region },
          EndpointConfigurations: [{ EndpointId: typeof endpoint === 'string' ? endpoint : { ...endpoint } }],
        },
      },
    },
  },
});

it('says what is wrong, and where', () => {
  expect(findingsIn(check.docs.bad, check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "global/accelerator-endpoint-region",
        "logicalId": "Group",
        "message": "The endpoint group is for us-east-1, this load balancer is in us-west-2.",
        "propertyPath": "EndpointConfigurations.0.EndpointId",
        "severity": "error",
        "stack": "Edge",
      },
    ]
  `);
});

it.each<[string, Example, string]>([
  ['a load balancer of this template', group('us-west-2', { Ref: 'Balancer' }), 'error S.Group EndpointConfigurations.0.EndpointId'],
])('reports %s', (_, example, expected) => {
  expect(
    findingsIn(example, check).map(({ severity, stack, logicalId, propertyPath }) =>
      `${severity} ${stack}.${logicalId} ${propertyPath ?? ''}`.trim(),
    ),
  ).toEqual([expected]);
});

it.each<[string, Example]>([
  ['its own region', group('us-east-1', { Ref: 'Balancer' })],
  ['an address', group('us-west-2', 'eipalloc-0123456789abcdef0')],
  ['a region that is not known', group({ 'Fn::ImportValue': 'region' }, { Ref: 'Balancer' })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
