import { expect, it } from 'vitest';
import check from '../../../checks/region/endpoint-service-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const app = (ServiceName: Json, more: { readonly [name: string]: Json } = {}): Example => ({
  Net: {
    region: 'eu-west-1',
    parameters: { Other: { Type: 'String' } },
    resources: {
      Service: { Type: 'AWS::EC2::VPCEndpointService' },
      Endpoint: { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcId: 'vpc-1', ServiceName, ...more } },
    },
  },
});

it('reports the name of the service, and what EC2 answers', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'region/endpoint-service-region',
      severity: 'error',
      stack: 'Network',
      logicalId: 'Parameters',
      propertyPath: 'ServiceName',
      message:
        'This service is in us-east-1, and the VPC is in eu-west-1: "The Vpc Endpoint Service \'com.amazonaws.us-east-1.ssm\' does not exist".',
    },
  ]);
});

it.each<[string, Example]>([
  ['a gateway endpoint', app('com.amazonaws.us-east-1.s3', { VpcEndpointType: 'Gateway' })],
  ['a service of one’s own', app({ 'Fn::Join': ['', ['com.amazonaws.vpce.us-east-1.', { Ref: 'Service' }]] })],
  ['a notebook', app('aws.sagemaker.us-east-1.notebook')],
  ['another region than ServiceRegion', app('com.amazonaws.us-east-1.ssm', { ServiceRegion: 'us-west-2' })],
])('reports %s', (_, example) => {
  expect(findingsIn(example, check)).toMatchObject([{ severity: 'error', propertyPath: 'ServiceName' }]);
});

it.each<[string, Example]>([
  ['the region of the stack', app({ 'Fn::Sub': 'com.amazonaws.${AWS::Region}.ssm' })],
  ['a service that is shared across regions', app('com.amazonaws.us-east-1.ssm', { ServiceRegion: 'us-east-1' })],
  ['a service without a region', app('com.amazonaws.s3-global.accesspoint')],
  ['a region that is not known', app({ 'Fn::Sub': 'com.amazonaws.${Other}.ssm' })],
  ['a region of the service that is not known', app('com.amazonaws.us-east-1.ssm', { ServiceRegion: { Ref: 'Other' } })],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});
