import { expect, it } from 'vitest';
import { healthCheckHostRegion as check } from '../../../checks/route53/health-check-hosts.js';
import type { Json } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { balancer, fromStandby, HTTP_API, health, REST_API, stack, twoRegions } from './examples.js';

const standby = { Api: REST_API, Http: HTTP_API, Balancer: balancer(), Bucket: { Type: 'AWS::S3::Bucket' } };
const outputs = {
  Api: { Value: { Ref: 'Api' } },
  Http: { Value: { 'Fn::GetAtt': ['Http', 'ApiId'] } },
  Balancer: { Value: { 'Fn::GetAtt': ['Balancer', 'LoadBalancerName'] } },
  Bucket: { Value: { Ref: 'Bucket' } },
  Host: { Value: { 'Fn::GetAtt': ['Balancer', 'DNSName'] } },
};
const host = (output: string, rest: string): Json => ({ 'Fn::Sub': [`\${Id}${rest}`, { Id: fromStandby(output) }] });

it('reports an API under the region of the stack that holds the check', () => {
  const example = twoRegions(health(host('Api', '.execute-api.${AWS::Region}.${AWS::URLSuffix}')), standby, outputs);
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/health-check-host-region',
      stack: 'Traffic',
      logicalId: 'Health',
      propertyPath: 'HealthCheckConfig.FullyQualifiedDomainName',
      message:
        'Api is in us-west-2, but the host ${Api}.execute-api.us-east-1.amazonaws.com looks for it in us-east-1: nothing is there, so the health check is never healthy.',
      related: [{ stack: 'Standby', logicalId: 'Api', message: 'Declared here, in us-west-2.' }],
    },
  ]);
});

it.each<[string, Json]>([
  ['an HTTP API', host('Http', '.execute-api.us-east-1.amazonaws.com')],
  ['a load balancer', host('Balancer', '-123456.us-east-1.elb.amazonaws.com')],
  ['the website of a bucket', host('Bucket', '.s3-website-us-east-1.amazonaws.com')],
])('reports %s', (_, fqdn) => {
  expect(findingsIn(twoRegions(health(fqdn), standby, outputs), check)).toHaveLength(1);
});

it('sees through the ways in which CDK cuts the host out of a URL', () => {
  const url = {
    'Fn::Join': ['', ['https://', fromStandby('Api'), '.execute-api.', { Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }, '/prod/']],
  };
  const selected = { 'Fn::Select': [2, { 'Fn::Split': ['/', url] }] };
  const parsed = { 'Fn::Select': [0, { 'Fn::Split': ['/', { 'Fn::Select': [1, { 'Fn::Split': ['://', url] }] }] }] };
  for (const fqdn of [selected, parsed]) {
    expect(findingsIn(twoRegions(health(fqdn), standby, outputs), check)).toMatchObject([
      { message: expect.stringContaining('the host ${Api}.execute-api.us-east-1.amazonaws.com looks for it in us-east-1') },
    ]);
  }
});

it('reports inside one stack, and of a value that came through a parameter of a nested stack', () => {
  const wrong = { 'Fn::Sub': '${Api}.execute-api.eu-west-1.amazonaws.com' };
  expect(findingsIn(stack({ Api: REST_API, ...health(wrong) }), check)).toHaveLength(1);
  const nested = { Checks: { parameters: { Api: { Type: 'String' } }, resources: health(wrong) } };
  const parent = { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Api: { Ref: 'Api' } } } };
  expect(findingsIn(stack({ Api: REST_API, Checks: parent }, { nested }), check)).toMatchObject([{ stack: 'Traffic/Checks' }]);
});

it.each<[string, Json]>([
  ['the right region', host('Api', '.execute-api.us-west-2.amazonaws.com')],
  ['the whole host of a load balancer', fromStandby('Host')],
  ['the REST endpoint of a bucket, which redirects', host('Bucket', '.s3.us-east-1.amazonaws.com')],
  ['an id from outside', { 'Fn::Sub': ['${Id}.execute-api.us-east-1.amazonaws.com', { Id: { 'Fn::ImportValue': 'api-id' } }] }],
  ['a literal id', 'abcde12345.execute-api.eu-west-1.amazonaws.com'],
])('ignores %s', (_, fqdn) => {
  expect(findingsIn(twoRegions(health(fqdn), standby, outputs), check)).toEqual([]);
});

it('reports nothing where a region is not known', () => {
  const resources = { Api: REST_API, ...health({ 'Fn::Sub': '${Api}.execute-api.us-west-2.amazonaws.com' }) };
  expect(findingsIn({ Traffic: { resources } }, check)).toEqual([]);
  const agnostic = { Api: REST_API, ...health({ 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' }) };
  expect(findingsIn({ Traffic: { resources: agnostic } }, check)).toEqual([]);
});
