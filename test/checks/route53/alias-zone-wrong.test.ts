import { expect, it } from 'vitest';
import { aliasZoneWrong as check } from '../../../checks/route53/alias-records.js';
import type { Json } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { alias, balancer, fromStandby, stack, twoRegions, ZONE_ID } from './examples.js';

const get = (id: string, attribute: string): Json => ({ 'Fn::GetAtt': [id, attribute] });
const resources = {
  Balancer: balancer(),
  Network: balancer({ Type: 'network' }),
  Open: balancer({ Type: { Ref: 'Kind' } }),
  Domain: { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName: 'shop.acme-bank.io' } },
  Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io' } },
};
const parameters = { Kind: { Type: 'String' } };

it('reports the zone of another region', () => {
  const outputs = { Host: { Value: get('Balancer', 'DNSName') } };
  const example = twoRegions({ Shop: alias(fromStandby('Host'), 'Z35SXDOTRQ7X7K') }, { Balancer: balancer() }, outputs);
  expect(findingsIn(example, check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/alias-zone-wrong',
      stack: 'Traffic',
      logicalId: 'Shop',
      propertyPath: 'AliasTarget.HostedZoneId',
      message:
        '${Balancer.DNSName} is one of the Application and Classic Load Balancers in us-west-2, but the zone id is that of the Application and Classic Load Balancers in us-east-1, not Z1H1FL5HABSF5: Route 53 rejects the alias.',
      related: [{ stack: 'Standby', logicalId: 'Balancer', message: 'The target is declared here.' }],
    },
  ]);
});

it.each<[Json, Json, string]>([
  [get('Network', 'DNSName'), 'Z35SXDOTRQ7X7K', 'is one of the Network Load Balancers in us-east-1'],
  [get('Domain', 'RegionalDomainName'), 'Z2FDTNDATAQYW2', 'that of the CloudFront and edge-optimized domains, not Z1UJRXOUMOOFQ8'],
  [get('Balancer', 'DNSName'), { Ref: 'Zone' }, "the zone id is the record's own"],
  [get('Balancer', 'DNSName'), ZONE_ID, "the zone id is the record's own"],
  [get('Balancer', 'DNSName'), get('Network', 'CanonicalHostedZoneID'), 'that of the Network Load Balancers in us-east-1'],
  ['dualstack.shop-1.eu-west-1.elb.amazonaws.com.', 'Z35SXDOTRQ7X7K', 'not Z32O12XQLNTSW2'],
  ['d111111abcdef8.cloudfront.net', 'Z35SXDOTRQ7X7K', 'not Z2FDTNDATAQYW2'],
  ['s3-website-us-west-2.amazonaws.com', 'Z3AQBSTGFYJSTF', 'not Z3BJ6K6RIION7M'],
])('reports %j in %j', (host, zoneId, message) => {
  expect(findingsIn(stack({ ...resources, Shop: alias(host, zoneId) }, { parameters }), check)).toMatchObject([
    { severity: 'error', message: expect.stringContaining(message) },
  ]);
});

it.each<[string, Json, Json]>([
  ['the right zone', get('Balancer', 'DNSName'), 'Z35SXDOTRQ7X7K'],
  ['the zone of the same resource', get('Open', 'DNSName'), get('Open', 'CanonicalHostedZoneID')],
  ['a load balancer of the same kind', get('Balancer', 'DNSName'), 'Z35SXDOTRQ7X7K'],
  ['a load balancer of an unknown kind', get('Open', 'DNSName'), 'Z26RNL4JYFTOTI'],
  ['a zone id that is not known', get('Balancer', 'DNSName'), 'Z0NEWREGION'],
  ['a region that is not listed', 'shop-1.nz-north-1.elb.amazonaws.com', 'Z35SXDOTRQ7X7K'],
  ['another record', 'east.acme-bank.io', ZONE_ID],
  ['a VPC endpoint', 'vpce-1-2.s3.us-east-1.vpce.amazonaws.com', 'Z7HUB22UULQXV'],
  ['an API endpoint, which has a check of its own', 'abcde12345.execute-api.us-east-1.amazonaws.com', 'Z35SXDOTRQ7X7K'],
  ['an import', { 'Fn::ImportValue': 'host' }, 'Z35SXDOTRQ7X7K'],
])('ignores %s', (_, host, zoneId) => {
  expect(findingsIn(stack({ ...resources, Shop: alias(host, zoneId) }, { parameters }), check)).toEqual([]);
});

it('reports nothing where the region is not known', () => {
  const { region, ...agnostic } = stack({ ...resources, Shop: alias(get('Balancer', 'DNSName'), 'Z1H1FL5HABSF5') }).Traffic ?? {};
  expect(findingsIn({ Traffic: { ...agnostic, parameters } }, check)).toEqual([]);
});
