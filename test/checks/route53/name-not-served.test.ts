import { expect, it } from 'vitest';
import check from '../../../checks/route53/name-not-served.js';
import type { Json, JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { alias, HTTP_API, REST_API, record, stack } from './examples.js';

const distribution = (config: JsonObject): JsonObject => ({
  Type: 'AWS::CloudFront::Distribution',
  Properties: { DistributionConfig: config },
});
const resources: JsonObject = {
  Site: distribution({ Aliases: ['shop.acme-bank.io', '*.dev.acme-bank.io'] }),
  Bare: distribution({}),
  Open: distribution({ Aliases: [{ Ref: 'P' }] }),
  Tenants: distribution({ ConnectionMode: 'tenant-only' }),
  Api: REST_API,
  Private: { ...REST_API, Properties: { EndpointConfiguration: { Types: ['PRIVATE'] } } },
  Http: HTTP_API,
  Url: { Type: 'AWS::Lambda::Url', Properties: { AuthType: 'NONE', TargetFunctionArn: 'shop' } },
};
const get = (logicalId: string, attribute: string): Json => ({ 'Fn::GetAtt': [logicalId, attribute] });
const cut = (url: Json): Json => ({ 'Fn::Select': [2, { 'Fn::Split': ['/', url] }] });
const api = (id: string): Json => ({ 'Fn::Sub': `\${${id}}.execute-api.\${AWS::Region}.amazonaws.com` });
const cname = (target: Json, Name: Json = 'shop.acme-bank.io') => record({ Name, Type: 'CNAME', ResourceRecords: [target] });
const toSite = (id: string, Name: string) => alias(get(id, 'DomainName'), 'Z2FDTNDATAQYW2', { Name });
const found = (declaration: JsonObject) =>
  findingsIn(stack({ ...resources, Shop: declaration }, { parameters: { P: { Type: 'String' } } }), check);

it.each<[string, JsonObject, string, string]>([
  ['an alias to a distribution without names', toSite('Bare', 'shop.acme-bank.io'), 'AliasTarget.DNSName', 'has no alternate domain names'],
  [
    'an alias to a distribution of other names',
    toSite('Site', 'www.acme-bank.io'),
    'AliasTarget.DNSName',
    'has only the alternate domain names shop.acme-bank.io, *.dev.acme-bank.io',
  ],
  ['a CNAME to one', cname(get('Bare', 'DomainName')), 'ResourceRecords.0', 'CloudFront answers 403'],
  ['a CNAME to an API', cname(api('Api')), 'ResourceRecords.0', 'it is the default endpoint of an API'],
  [
    'a CNAME to an API by its id',
    cname('abcde12345.execute-api.us-east-1.amazonaws.com'),
    'ResourceRecords.0',
    'default endpoint of an API',
  ],
  ['a CNAME to an HTTP API', cname(cut(get('Http', 'ApiEndpoint'))), 'ResourceRecords.0', 'it is the default endpoint of an API'],
  ['a CNAME to a function URL', cname(cut(get('Url', 'FunctionUrl'))), 'ResourceRecords.0', 'it is a function URL'],
])('reports %s', (_, declaration, propertyPath, message) => {
  expect(found(declaration)).toMatchObject([{ severity: 'warning', propertyPath, message: expect.stringContaining(message) }]);
});

it.each<[string, JsonObject]>([
  ['a name of the distribution', toSite('Site', 'SHOP.acme-bank.io.')],
  ['a name of its wildcard', toSite('Site', 'a.b.dev.acme-bank.io')],
  ['names that are not known', toSite('Open', 'www.acme-bank.io')],
  ['a distribution of tenants', toSite('Tenants', 'www.acme-bank.io')],
  ['a record whose name is not known', cname(get('Bare', 'DomainName'), { Ref: 'P' })],
  ['a private API', cname(api('Private'))],
  ['a custom domain', cname('d-abcde12345.execute-api.us-east-1.amazonaws.com')],
  ['a host of its own', cname('east.acme-bank.io')],
])('ignores %s', (_, declaration) => {
  expect(found(declaration)).toEqual([]);
});
