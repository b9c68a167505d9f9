import { expect, it } from 'vitest';
import check from '../../../checks/region/host-region.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const output = (OutputName: string) => ({ 'Fn::GetStackOutput': { StackName: 'Data', OutputName, Region: 'eu-west-1' } });
const joined = (...parts: readonly Json[]): Json => ({ 'Fn::Join': ['', parts] });
const app = (Type: string, Properties: { readonly [name: string]: Json }): Example => ({
  Data: {
    region: 'eu-west-1',
    resources: {
      Site: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'altona-site' } },
      Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'orders' } },
      Pool: { Type: 'AWS::Cognito::UserPool' },
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } },
    },
    outputs: { Site: { Value: { Ref: 'Site' } }, Api: { Value: { Ref: 'Api' } }, Pool: { Value: { Ref: 'Pool' } } },
  },
  Web: { region: 'us-east-1', dependencies: ['Data'], resources: { Use: { Type, Properties } } },
});
const origin = (DomainName: Json): Example =>
  app('AWS::CloudFront::Distribution', { DistributionConfig: { Origins: [{ Id: 'site', DomainName }] } });
const variable = (URL: Json): Example => app('AWS::Lambda::Function', { Environment: { Variables: { URL } } });

it('reports the region of the host and that of the bucket', () => {
  expect(findingsIn(check.docs.bad, check)).toEqual([
    {
      checkId: 'region/host-region',
      severity: 'error',
      stack: 'Site',
      logicalId: 'Cdn',
      propertyPath: 'DistributionConfig.Origins.0.DomainName',
      message: 'This is a host of us-east-1, but altona-site is in eu-west-1: S3 answers "PermanentRedirect".',
      related: [{ stack: 'Data', logicalId: 'Site', message: 'It is declared in eu-west-1.' }],
    },
  ]);
});

it.each<[string, Example, string]>([
  ['a bucket by reference', origin(joined(output('Site'), '.s3.', { Ref: 'AWS::Region' }, '.amazonaws.com')), 'error'],
  ['a website', origin('altona-site.s3-website-us-east-1.amazonaws.com'), 'error'],
  ['an API as an origin', origin(joined(output('Api'), '.execute-api.us-east-1.amazonaws.com')), 'warning'],
  [
    'the issuer of tokens',
    app('AWS::ApiGatewayV2::Authorizer', {
      JwtConfiguration: { Issuer: joined('https://cognito-idp.', { Ref: 'AWS::Region' }, '.amazonaws.com/', output('Pool')) },
    }),
    'warning',
  ],
  [
    'a URL in an environment',
    variable({ 'Fn::Sub': ['https://${Api}.execute-api.${AWS::Region}.amazonaws.com/prod', { Api: output('Api') }] }),
    'warning',
  ],
  [
    'a bucket in a path',
    app('AWS::ApiGateway::Method', { Integration: { Uri: 'https://s3.us-west-2.amazonaws.com/altona-site/a' } }),
    'warning',
  ],
])('reports %s', (_, example, severity) => {
  expect(findingsIn(example, check)).toMatchObject([{ severity, stack: 'Web', logicalId: 'Use' }]);
});

it('reports a region that is written out beside a resource of the same stack', () => {
  const example: Example = {
    Api: {
      region: 'eu-west-1',
      resources: {
        Api: { Type: 'AWS::ApiGatewayV2::Api' },
        Fn: {
          Type: 'AWS::Lambda::Function',
          Properties: { Environment: { Variables: { URL: joined('https://', { Ref: 'Api' }, '.execute-api.us-east-1.amazonaws.com') } } },
        },
      },
    },
  };
  expect(findingsIn(example, check)).toMatchObject([{ severity: 'warning', propertyPath: 'Environment.Variables.URL' }]);
});

const own = (Type: string, Properties: { readonly [name: string]: Json }): Example => ({
  Orders: {
    region: 'eu-west-1',
    resources: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'orders' } },
      Fn: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'charge' } },
      Use: { Type, Properties },
    },
  },
});
const queue = (region: string) =>
  own('AWS::Lambda::Function', { Environment: { Variables: { URL: `https://sqs.${region}.amazonaws.com/482731905566/orders` } } });
const invoke = (region: Json) =>
  own('AWS::ApiGateway::Method', {
    Integration: {
      Uri: joined('arn:aws:apigateway:', region, ':lambda:path/2015-03-31/functions/', { 'Fn::GetAtt': ['Fn', 'Arn'] }, '/invocations'),
    },
  });

it.each<[string, Example, readonly string[]]>([
  ['the URL of a queue of another region', queue('us-east-1'), ['Environment.Variables.URL']],
  ['the URL of the queue', queue('eu-west-1'), []],
  ['the address of a function in another region', invoke('us-east-1'), ['Integration.Uri']],
  ['the address of the function', invoke({ Ref: 'AWS::Region' }), []],
])('compares what is written beside the resource: %s', (_, example, places) => {
  expect(findingsIn(example, check).map(({ propertyPath }) => propertyPath)).toEqual(places);
});

it.each<[string, Example]>([
  ['the global endpoint', origin('altona-site.s3.amazonaws.com')],
  ['a bucket that nothing declares', origin('other.s3.us-east-1.amazonaws.com')],
  ['the right region', origin(joined(output('Site'), '.s3.eu-west-1.amazonaws.com'))],
  ['an attribute that is the host', origin(joined('https://', { 'Fn::GetAtt': ['Use', 'DomainName'] }))],
  ['a region that is not known', origin(joined(output('Site'), '.s3.', { Ref: 'Where' }, '.amazonaws.com'))],
  ['the name of a queue, which any region may have', variable('https://sqs.us-east-1.amazonaws.com/482731905566/orders')],
  ['an endpoint without a resource', variable('https://sqs.us-east-1.amazonaws.com')],
])('ignores %s', (_, example) => {
  expect(findingsIn(example, check)).toEqual([]);
});

it.each<[string, (issuer: Json) => { readonly [name: string]: Json }]>([
  ['AWS::IAM::OIDCProvider', (Url) => ({ Url })],
  ['AWS::Cognito::IdentityPool', (ProviderName) => ({ CognitoIdentityProviders: [{ ProviderName }] })],
  ['AWS::ApiGatewayV2::Authorizer', (Issuer) => ({ JwtConfiguration: { Issuer } })],
  ['AWS::AppSync::GraphQLApi', (Issuer) => ({ OpenIDConnectConfig: { Issuer } })],
])('compares the region of an issuer with that in the id of the pool: %s', (type, properties) => {
  const issuer = (region: string): Example =>
    app(type, properties({ 'Fn::Sub': `https://cognito-idp.${region}.amazonaws.com/eu-west-1_AbCdEfGhI` }));
  expect(findingsIn(issuer('${AWS::Region}'), check).map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    'warning The host is in us-east-1, and the user pool, as its id says, in eu-west-1: there is no such issuer, and no token of the pool is accepted.',
  ]);
  expect(findingsIn(issuer('eu-west-1'), check)).toEqual([]);
});
