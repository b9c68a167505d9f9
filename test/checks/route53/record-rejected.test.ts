import { expect, it } from 'vitest';
import { recordRejected as check } from '../../../checks/route53/records.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { alias, record, stack } from './examples.js';

const NONE = { Ref: 'AWS::NoValue' };
const multivalue = { MultiValueAnswer: true, SetIdentifier: 'a' };
const resources = { Site: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: { Enabled: true } } } };
const toSite = (EvaluateTargetHealth: boolean) => ({
  AliasTarget: { DNSName: { 'Fn::GetAtt': ['Site', 'DomainName'] }, HostedZoneId: 'Z2FDTNDATAQYW2', EvaluateTargetHealth },
});
const at = (declaration: JsonObject, parameters: JsonObject = {}) =>
  findingsIn(stack({ ...resources, Shop: declaration }, { parameters }), check);

it.each<[string, JsonObject, string, string]>([
  ['a set identifier without a policy', record({ SetIdentifier: 'a' }), 'SetIdentifier', 'but found none'],
  ['MultiValueAnswer: false beside one', record({ SetIdentifier: 'a', MultiValueAnswer: false }), 'SetIdentifier', 'no routing policy'],
  ['a multivalue alias', alias('east.acme-bank.io', 'Z0456789ABCDEFGHIJKL', multivalue), 'AliasTarget', 'should not be an alias'],
  ['a multivalue CNAME', record({ ...multivalue, Type: 'CNAME', ResourceRecords: ['a.acme-bank.io'] }), 'Type', 'except CNAME and NS'],
  ['an alias with values', record(toSite(false)), 'AliasTarget', 'found more than one'],
  ['no value', record({ ResourceRecords: NONE, TTL: NONE }), 'Type', 'has no value'],
  ['no TTL', record({ TTL: NONE }), 'ResourceRecords', 'has no TTL'],
  ['a weight over 255', record({ SetIdentifier: 'a', Weight: 256 }), 'Weight', 'Maximum value of 255'],
  ['a weight below 0', record({ SetIdentifier: 'a', Weight: '-1' }), 'Weight', 'Minimum value of 0'],
  ['a long set identifier', record({ SetIdentifier: 'a'.repeat(129), Weight: 1 }), 'SetIdentifier', 'Maximum length of 128'],
  [
    'a bias over 99',
    record({ SetIdentifier: 'a', GeoProximityLocation: { AWSRegion: 'us-east-1', Bias: 100 } }),
    'GeoProximityLocation.Bias',
    'Maximum value of 99',
  ],
  ['the health of a distribution', alias('', '', toSite(true)), 'AliasTarget.EvaluateTargetHealth', 'CloudFront distribution'],
])('reports %s', (_, declaration, propertyPath, message) => {
  expect(at(declaration)).toMatchObject([{ severity: 'error', propertyPath, message: expect.stringContaining(message) }]);
});

it.each<[string, JsonObject]>([
  ['a simple record', record()],
  ['a policy', record({ SetIdentifier: 'a', Weight: 1 })],
  ['the largest weight, and the longest set identifier', record({ SetIdentifier: 'a'.repeat(128), Weight: 255 })],
  ['the smallest bias', record({ SetIdentifier: 'a', GeoProximityLocation: { AWSRegion: 'us-east-1', Bias: -99 } })],
  ['a policy that is not known', record({ SetIdentifier: 'a', Weight: { Ref: 'P' } })],
  ['multivalue addresses', record(multivalue)],
  ['values that are not known', record({ ResourceRecords: { Ref: 'P' }, ...toSite(false) })],
  ['an alias', alias('', '', toSite(false))],
  ['the health of a load balancer', alias('a-1.us-east-1.elb.amazonaws.com', 'Z35SXDOTRQ7X7K', {})],
])('ignores %s', (_, declaration) => {
  expect(at(declaration, { P: { Type: 'String' } })).toEqual([]);
});
