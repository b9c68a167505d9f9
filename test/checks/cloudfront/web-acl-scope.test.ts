import { expect, it } from 'vitest';
import check from '../../../checks/cloudfront/web-acl-scope.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const of = (Type: string, Properties: object) => ({ Type, Properties });
const app = (resources: object) => ({ Site: { region: 'us-east-1', resources } }) as Example;
const Acl = (Scope: string) => of('AWS::WAFv2::WebACL', { Scope });
const acl = { 'Fn::GetAtt': ['Acl', 'Arn'] };
const arn = (kind: string) => `arn:aws:wafv2:us-east-1:123456789012:${kind}/webacl/shop/3a7b21c4`;
const distribution = (WebACLId: unknown) => of('AWS::CloudFront::Distribution', { DistributionConfig: { Enabled: true, WebACLId } });
const association = (WebACLArn: unknown, ResourceArn: unknown) => of('AWS::WAFv2::WebACLAssociation', { WebACLArn, ResourceArn });
const AMPLIFY = { 'Fn::GetAtt': ['App', 'Arn'] };
const BALANCER = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/shop/50dc6c495c0c9188';

it.each<[string, object, readonly string[]]>([
  ['a distribution with an ACL of this app', { Acl: Acl('REGIONAL'), Subject: distribution(acl) }, ['DistributionConfig.WebACLId']],
  ['a distribution with an ARN', { Subject: distribution(arn('regional')) }, ['DistributionConfig.WebACLId']],
  ['a distribution with a global ARN', { Subject: distribution(arn('global')) }, []],
  ['a distribution with an ID of WAF Classic', { Subject: distribution('473e64fd-f30b-4765-81a0-62ad96dd167a') }, []],
  ['a load balancer with a global ACL', { Acl: Acl('CLOUDFRONT'), Subject: association(acl, BALANCER) }, ['WebACLArn']],
  ['a load balancer with a regional ACL', { Acl: Acl('REGIONAL'), Subject: association(acl, BALANCER) }, []],
  [
    'an Amplify app with a global ACL',
    { Acl: Acl('CLOUDFRONT'), Subject: association(acl, AMPLIFY), App: of('AWS::Amplify::App', {}) },
    [],
  ],
  ['an Amplify app of another region', { Subject: association(arn('global'), 'arn:aws:amplify:eu-west-1:123456789012:apps/d1abc') }, []],
  ['what is not known', { Subject: association(arn('global'), { 'Fn::ImportValue': 'shop' }) }, []],
  [
    'an association of a distribution',
    { Subject: association(arn('global'), 'arn:aws:cloudfront::123456789012:distribution/EDFDVBD6EXAMPLE') },
    ['ResourceArn'],
  ],
])('compares the scope of the web ACL: %s', (_, resources, expected) => {
  expect(findingsIn(app(resources), check).map(({ propertyPath }) => propertyPath)).toEqual(expected);
});
