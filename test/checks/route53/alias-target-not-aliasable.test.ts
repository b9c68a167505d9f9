import { expect, it } from 'vitest';
import { aliasTargetNotAliasable as check } from '../../../checks/route53/alias-records.js';
import type { Json } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { alias, balancer, fromStandby, HTTP_API, REST_API, stack, twoRegions } from './examples.js';

const resources = {
  Api: REST_API,
  Http: HTTP_API,
  Balancer: balancer(),
  Url: { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'NONE', TargetFunctionArn: 'f' } },
  Domain: { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName: 'shop.acme-bank.io' } },
  Ledger: { Type: 'AWS::RDS::DBCluster', Properties: {} },
};
const get = (id: string, attribute: string): Json => ({ 'Fn::GetAtt': [id, attribute] });

it('reports the default endpoint of an API in another stack', () => {
  const host = { 'Fn::Sub': ['${Id}.execute-api.us-west-2.amazonaws.com', { Id: fromStandby('Api') }] };
  const example = twoRegions({ Shop: alias(host, 'Z2OJLYMUO9EFXC') }, resources, { Api: { Value: { Ref: 'Api' } } });
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/alias-target-not-aliasable',
      stack: 'Traffic',
      logicalId: 'Shop',
      propertyPath: 'AliasTarget.DNSName',
      message:
        "The alias shop.acme-bank.io A cannot point to ${Api}.execute-api.us-west-2.amazonaws.com: it is an API's default endpoint; the target must be the custom domain's RegionalDomainName.",
      related: [{ stack: 'Standby', logicalId: 'Api', message: 'The target is declared here.' }],
    },
  ]);
});

it.each<[Json, string]>([
  ['abcde12345.execute-api.us-east-1.amazonaws.com', "it is an API's default endpoint"],
  ['abcdef.lambda-url.us-east-1.on.aws.', 'it is a function URL'],
  ['https://shop.acme-bank.io', 'it starts with a scheme, and the target of an alias must be a name'],
  [{ 'Fn::Sub': '${Balancer.DNSName}/shop' }, 'it holds a path, and the target of an alias must be a name'],
  [get('Url', 'FunctionUrl'), 'FunctionUrl is a URL that starts with a scheme'],
  [get('Http', 'ApiEndpoint'), 'ApiEndpoint is a URL that starts with a scheme'],
  [get('Ledger', 'Endpoint.Address'), 'it is a database'],
  ['ledger.cluster-abc.us-east-1.rds.amazonaws.com', 'it is a database'],
])('reports %j', (host, reason) => {
  expect(findingsIn(stack({ ...resources, Shop: alias(host, 'Z1') }), check)).toMatchObject([{ message: expect.stringContaining(reason) }]);
});

it.each<[string, Json]>([
  ['a custom domain', get('Domain', 'RegionalDomainName')],
  ['a custom domain by its name', 'd-abcde12345.execute-api.us-east-1.amazonaws.com'],
  ['an API endpoint whose id is not known', { 'Fn::Sub': '${Host}.execute-api.us-east-1.amazonaws.com' }],
  ['a load balancer', { 'Fn::Sub': 'dualstack.${Balancer.DNSName}' }],
  ['a distribution', 'd111111abcdef8.cloudfront.net'],
  ['a website', 's3-website-us-east-1.amazonaws.com'],
  ['a VPC endpoint', 'vpce-1-2.execute-api.us-east-1.vpce.amazonaws.com'],
  ['another record', 'east.shop.acme-bank.io'],
  ['a wildcard record', '*.shop.acme-bank.io'],
  ['a parameter', { Ref: 'Host' }],
])('ignores %s', (_, host) => {
  expect(findingsIn(stack({ ...resources, Shop: alias(host, 'Z1') }, { parameters: { Host: { Type: 'String' } } }), check)).toEqual([]);
});
