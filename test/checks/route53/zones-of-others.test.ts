import { describe, expect, it } from 'vitest';
import { certificateOutsideZone as certificate } from '../../../checks/route53/validation-zones.js';
import { zoneVpcRegion as zoneVpc } from '../../../checks/route53/zone-vpcs.js';
import type { Json } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

describe('route53/zone-vpc-region', () => {
  const app = (...vpcs: readonly object[]): Example => ({
    App: {
      region: 'us-east-1',
      parameters: { Where: { Type: 'String' } },
      resources: {
        Vpc: { Type: 'AWS::EC2::VPC', Properties: {} },
        Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'internal.acme-bank.io', VPCs: [...vpcs] as [] } },
      },
    },
  });

  it('says what is wrong, and where', () => {
    expect(findingsIn(zoneVpc.docs.bad, zoneVpc)).toEqual([
      {
        severity: 'error',
        checkId: 'route53/zone-vpc-region',
        stack: 'Dns',
        logicalId: 'Zone',
        propertyPath: 'VPCs.0.VPCRegion',
        message: 'Vpc is a VPC in us-west-2, and the zone looks for it in us-east-1.',
        related: [{ stack: 'Network', logicalId: 'Vpc', message: 'The VPC, in us-west-2.' }],
      },
    ]);
  });

  it.each([
    ['a VPC of the stack', app({ VPCId: { Ref: 'Vpc' }, VPCRegion: { Ref: 'AWS::Region' } })],
    ['a VPC that nothing here declares', app({ VPCId: 'vpc-0a1b2c3d', VPCRegion: 'eu-west-1' })],
    ['a region in a parameter', app({ VPCId: { Ref: 'Vpc' }, VPCRegion: { Ref: 'Where' } })],
    ['a public zone', app()],
  ])('ignores %s', (_, example) => {
    expect(findingsIn(example, zoneVpc)).toEqual([]);
  });
});

describe('route53/certificate-outside-zone', () => {
  const app = (DomainName: Json, HostedZoneId: Json = { Ref: 'Zone' }): Example => ({
    App: {
      region: 'us-east-1',
      parameters: { Domain: { Type: 'String' } },
      resources: {
        Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'Acme-Bank.io.' } },
        Certificate: {
          Type: 'AWS::CertificateManager::Certificate',
          Properties: { DomainValidationOptions: [{ DomainName, HostedZoneId }] },
        },
      },
    },
  });

  it('says what is wrong, and where', () => {
    expect(findingsIn(certificate.docs.bad, certificate)).toEqual([
      {
        severity: 'error',
        checkId: 'route53/certificate-outside-zone',
        stack: 'Shop',
        logicalId: 'Certificate',
        propertyPath: 'DomainValidationOptions.0.HostedZoneId',
        message:
          'shop.acme-bank.com is to be validated in the zone acme-bank.io, which does not contain it: the record is rejected ("… is not permitted in zone acme-bank.io."), and the certificate is never issued.',
        related: [{ stack: 'Zones', logicalId: 'Zone', propertyPath: 'Name', message: 'The name of the zone.' }],
      },
    ]);
  });

  it.each(['io', 'evil-acme-bank.io', '*.acme-bank.com'])('reports %s', (domain) => {
    expect(findingsIn(app(domain), certificate)).toHaveLength(1);
  });

  it.each<[string, Example]>([
    ['the name of the zone', app('acme-bank.io')],
    ['all names of the zone', app('*.ACME-bank.io')],
    ['a name below', app('api.eu.acme-bank.io.')],
    ['a name in a parameter', app({ 'Fn::Sub': 'api.${Domain}' })],
    ['a zone that nothing here declares', app('acme-bank.com', 'Z0456789ABCDEFGHIJKL')],
  ])('ignores %s', (_, example) => {
    expect(findingsIn(example, certificate)).toEqual([]);
  });
});
