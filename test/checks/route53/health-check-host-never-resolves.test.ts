import { expect, it } from 'vitest';
import { healthCheckHostNeverResolves as check } from '../../../checks/route53/health-check-hosts.js';
import type { Json } from '../../../src/assembly/model.js';
import type { ExampleStack } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { balancer, health, REST_API, stack } from './examples.js';

const resources = {
  Api: REST_API,
  Balancer: balancer(),
  Fn: { Type: 'AWS::Lambda::Function', Properties: {} },
};
const elb = '<name>.<region>.elb.amazonaws.com, or <name>.elb.<region>.amazonaws.com for a Network Load Balancer';
const api = '<api id>.execute-api.<region>.amazonaws.com';
const url = '<url id>.lambda-url.<region>.on.aws';
const noBalancer = 'it is the end of every load balancer name, without a load balancer in front';
const noFunction = 'the Lambda API has no names below its own, and functions have no host of this form';

it.each<[Json, string, string, string]>([
  ['us-east-1.elb.amazonaws.com', 'us-east-1.elb.amazonaws.com', noBalancer, elb],
  ['ELB.us-east-1.amazonaws.com.', 'ELB.us-east-1.amazonaws.com', noBalancer, elb],
  [{ 'Fn::Sub': '${AWS::Region}.elb.${AWS::URLSuffix}' }, 'us-east-1.elb.amazonaws.com', noBalancer, elb],
  [
    'execute-api.eu-west-1.amazonaws.com',
    'execute-api.eu-west-1.amazonaws.com',
    'it is the end of every API name, without an API in front',
    api,
  ],
  [
    { 'Fn::Sub': '${Api}.${AWS::Region}.execute-api.amazonaws.com' },
    '${Api}.us-east-1.execute-api.amazonaws.com',
    'the region does not follow execute-api',
    api,
  ],
  [
    'abcde12345.execute-api.production.amazonaws.com',
    'abcde12345.execute-api.production.amazonaws.com',
    'what follows execute-api is not a region',
    api,
  ],
  [
    { 'Fn::Sub': '${Fn}.lambda.${AWS::Region}.amazonaws.com' },
    '${Fn}.lambda.us-east-1.amazonaws.com',
    noFunction,
    `${url}, for a function URL`,
  ],
  ['checkout.lambda.cn-north-1.amazonaws.com.cn', 'checkout.lambda.cn-north-1.amazonaws.com.cn', noFunction, `${url}, for a function URL`],
  ['abc.us-east-1.lambda-url.on.aws', 'abc.us-east-1.lambda-url.on.aws', 'no function URL has this form', url],
  ['abc.lambda-url.us-east-1.amazonaws.com', 'abc.lambda-url.us-east-1.amazonaws.com', 'no function URL has this form', url],
  [
    'd111.us-east-1.cloudfront.net',
    'd111.us-east-1.cloudfront.net',
    'CloudFront is global, and its names hold no region',
    '<distribution>.cloudfront.net',
  ],
])('reports %j', (host, shown, flaw, real) => {
  expect(findingsIn(stack({ ...resources, ...health(host) }), check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/health-check-host-never-resolves',
      stack: 'Traffic',
      logicalId: 'Health',
      propertyPath: 'HealthCheckConfig.FullyQualifiedDomainName',
      message: `No endpoint has the host ${shown}: ${flaw}. The real form is ${real}; the health check is never healthy.`,
    },
  ]);
});

it('does not need to know the region of a URL either', () => {
  const url = { 'Fn::Sub': 'https://${Api}.${AWS::Region}.execute-api.${AWS::URLSuffix}/${Stage}/' };
  const Stage = { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' } } };
  const host = { 'Fn::Select': [2, { 'Fn::Split': ['/', url] }] };
  expect(findingsIn({ Traffic: { resources: { ...resources, Stage, ...health(host) } } }, check)).toMatchObject([
    { message: expect.stringContaining('${Api}.${AWS::Region}.execute-api.${AWS::URLSuffix}') },
  ]);
});

it('does not need to know the region', () => {
  const nowhere: ExampleStack = { resources: { ...resources, ...health({ 'Fn::Sub': '${AWS::Region}.elb.${AWS::URLSuffix}' }) } };
  expect(findingsIn({ Traffic: nowhere }, check)).toMatchObject([
    { message: expect.stringContaining('${AWS::Region}.elb.${AWS::URLSuffix}') },
  ]);
});

it.each<[string, Json | undefined]>([
  ['a name of its own', 'api.acme-bank.io'],
  ['a load balancer', 'shop-1234567890.us-east-1.elb.amazonaws.com'],
  ['a network load balancer in one zone', 'us-east-1a.shop-0123456789abcdef.elb.us-east-1.amazonaws.com'],
  ['an API', { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.amazonaws.com' }],
  ['an API in a region that does not exist yet', 'abcde12345.execute-api.nz-north-1.amazonaws.com'],
  ['a function URL', 'abcdefghij.lambda-url.us-east-1.on.aws'],
  ['the Lambda API itself', 'lambda.us-east-1.amazonaws.com'],
  ['the API of Elastic Load Balancing', 'elasticloadbalancing.us-east-1.amazonaws.com'],
  ['a VPC endpoint of Lambda', 'vpce-1-2.lambda.us-east-1.vpce.amazonaws.com'],
  ['a parameter in front', { 'Fn::Sub': '${Host}.elb.amazonaws.com' }],
  ['a parameter in the place of the region', { 'Fn::Sub': '${Api}.execute-api.${Host}.amazonaws.com' }],
  ['a distribution', 'd111111abcdef8.cloudfront.net'],
  ['a malformed host, which has a check of its own', 'https://checkout.lambda.us-east-1.amazonaws.com'],
  ['nothing', undefined],
])('ignores %s', (_, host) => {
  expect(findingsIn(stack({ ...resources, ...health(host) }, { parameters: { Host: { Type: 'String' } } }), check)).toEqual([]);
});

it('reports nothing where the name is only a header', () => {
  expect(findingsIn(stack(health('us-east-1.elb.amazonaws.com', { IPAddress: '54.12.34.56' })), check)).toEqual([]);
  const parameters = { Address: { Type: 'String' } };
  expect(findingsIn(stack(health('us-east-1.elb.amazonaws.com', { IPAddress: { Ref: 'Address' } }), { parameters }), check)).toEqual([]);
});
