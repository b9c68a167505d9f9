import { expect, it } from 'vitest';
import { caaExcludesAmazon as check } from '../../../checks/route53/validation-zones.js';
import type { Json } from '../../../src/assembly/model.js';
import { findingsIn } from '../../support/findings-in.js';
import { record, stack } from './examples.js';

const zone = { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io.' } };
const caa = (Name: string, ...ResourceRecords: readonly Json[]) =>
  record({ HostedZoneId: { Ref: 'Zone' }, Name, Type: 'CAA', ResourceRecords });
const certificate = (DomainName: string, more: object = {}) => ({
  Type: 'AWS::CertificateManager::Certificate',
  Properties: { DomainName, DomainValidationOptions: [{ DomainName, HostedZoneId: { Ref: 'Zone' } }], ...more },
});
const app = (domain: string, records: Record<string, Json>, more: object = {}) =>
  stack({ Zone: zone, ...records, Certificate: certificate(domain, more) }, { parameters: { P: { Type: 'String' } } });
const OTHER = '0 issue "letsencrypt.org"';
const AMAZON = '0 issue "amazon.com"';

it('says which record excludes Amazon', () => {
  expect(findingsIn(app('shop.acme-bank.io', { Caa: caa('acme-bank.io', OTHER) }), check)).toEqual([
    {
      severity: 'error',
      checkId: 'route53/caa-excludes-amazon',
      stack: 'Traffic',
      logicalId: 'Certificate',
      propertyPath: 'DomainValidationOptions.0.DomainName',
      message:
        'shop.acme-bank.io is to get a certificate from ACM, but the CAA record of acme-bank.io does not allow amazon.com: ACM does not issue it.',
      related: [
        { stack: 'Traffic', logicalId: 'Caa', propertyPath: 'ResourceRecords', message: 'The certificate authorities that are allowed.' },
      ],
    },
  ]);
});

it.each<[string, string, Record<string, Json>]>([
  ['nobody is allowed', 'shop.acme-bank.io', { Caa: caa('acme-bank.io', '0 issue ";"') }],
  ['the closest record excludes it', 'a.shop.acme-bank.io', { Near: caa('shop.acme-bank.io', OTHER), Far: caa('acme-bank.io', AMAZON) }],
  ['wildcards are for others', '*.acme-bank.io', { Caa: caa('acme-bank.io', AMAZON, '0 issuewild "letsencrypt.org"') }],
])('reports where %s', (_, domain, records) => {
  expect(findingsIn(app(domain, records), check)).toHaveLength(1);
});

it.each<[string, string, Record<string, Json>, object?]>([
  ['Amazon is one of several', 'shop.acme-bank.io', { Caa: caa('acme-bank.io', OTHER, AMAZON) }],
  ['there is a parameter', 'shop.acme-bank.io', { Caa: caa('acme-bank.io', '0 issue "amazonaws.com; policy=x"') }],
  ['the closest record allows it', 'a.shop.acme-bank.io', { Near: caa('shop.acme-bank.io', AMAZON), Far: caa('acme-bank.io', OTHER) }],
  ['only wildcards are for others', 'shop.acme-bank.io', { Caa: caa('acme-bank.io', '0 issuewild "letsencrypt.org"') }],
  ['it only reports', 'shop.acme-bank.io', { Caa: caa('acme-bank.io', '0 iodef "mailto:ca@acme-bank.io"') }],
  ['a value is not known', 'shop.acme-bank.io', { Caa: caa('acme-bank.io', OTHER, { Ref: 'P' }) }],
  ['the record is for another domain', 'shop.acme-bank.io', { Caa: caa('api.acme-bank.io', OTHER) }],
  ['another authority issues it', 'shop.acme-bank.io', { Caa: caa('acme-bank.io', OTHER) }, { CertificateAuthorityArn: 'arn' }],
])('ignores where %s', (_, domain, records, more) => {
  expect(findingsIn(app(domain, records, more), check)).toEqual([]);
});
