import { expect, it } from 'vitest';
import check from '../../../checks/cloudfront/certificate-name-missing.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';

const certificate = (...[DomainName, ...SubjectAlternativeNames]: readonly unknown[]) => ({
  Type: 'AWS::CertificateManager::Certificate',
  Properties: { DomainName, ...(SubjectAlternativeNames.length > 0 && { SubjectAlternativeNames }) },
});
const site = (names: readonly unknown[], Aliases: readonly unknown[]): Example =>
  ({
    Site: {
      region: 'us-east-1',
      parameters: { Name: { Type: 'String' } },
      resources: {
        Certificate: certificate(...names),
        Cdn: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: { DistributionConfig: { Aliases, ViewerCertificate: { AcmCertificateArn: { Ref: 'Certificate' } } } },
        },
      },
    },
  }) as Example;

it('reports all missing names once', () => {
  expect(findingsIn(site(['acme.io'], ['www.acme.io', 'acme.io', 'img.acme.io']), check)).toMatchInlineSnapshot(`
    [
      {
        "checkId": "cloudfront/certificate-name-missing",
        "logicalId": "Cdn",
        "message": "www.acme.io, img.acme.io: not in the certificate Certificate, which has acme.io. The distribution is rejected: "The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME)".",
        "propertyPath": "DistributionConfig.Aliases.0",
        "related": [
          {
            "logicalId": "Certificate",
            "message": "The certificate.",
            "stack": "Site",
          },
          {
            "logicalId": "Cdn",
            "message": "Not in it either.",
            "propertyPath": "DistributionConfig.Aliases.2",
            "stack": "Site",
          },
        ],
        "severity": "error",
        "stack": "Site",
      },
    ]
  `);
});

it.each<[readonly unknown[], readonly unknown[], number]>([
  [['acme.io', 'www.acme.io'], ['WWW.acme.io'], 0],
  [['acme.io', '*.acme.io'], ['www.acme.io', '*.acme.io'], 0],
  [['*.acme.io'], ['acme.io'], 1],
  [['*.acme.io'], ['a.b.acme.io'], 1],
  [['www.acme.io'], ['*.acme.io'], 1],
  [['acme.io', { Ref: 'Name' }], ['www.acme.io'], 0],
  [['acme.io'], [{ Ref: 'Name' }], 0],
])('a certificate for %j, a distribution for %j', (names, aliases, count) => {
  expect(findingsIn(site(names, aliases), check)).toHaveLength(count);
});

it.each([
  ['AWS::ApiGateway::DomainName', { DomainName: 'api.acme.io', RegionalCertificateArn: { Ref: 'Certificate' } }],
  ['AWS::ApiGatewayV2::DomainName', { DomainName: 'api.acme.io', DomainNameConfigurations: [{ CertificateArn: { Ref: 'Certificate' } }] }],
  ['AWS::Cognito::UserPoolDomain', { Domain: 'api.acme.io', CustomDomainConfig: { CertificateArn: { Ref: 'Certificate' } } }],
  ['AWS::AppSync::DomainName', { DomainName: 'api.acme.io', CertificateArn: { Ref: 'Certificate' } }],
])('warns of the domain name of an %s', (Type, Properties) => {
  const example = {
    Api: { region: 'us-east-1', resources: { Certificate: certificate('acme.io'), Domain: { Type, Properties } } },
  } as Example;
  expect(findingsIn(example, check).map(({ severity }) => severity)).toEqual(['warning']);
});

const distribution = (ViewerCertificate: unknown, region = 'us-east-1'): Example =>
  ({
    Site: {
      region,
      resources: {
        Cdn: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: {
            DistributionConfig: { Aliases: ['www.acme.io'], ...(ViewerCertificate === undefined ? {} : { ViewerCertificate }) },
          },
        },
      },
    },
  }) as Example;

it.each<[unknown, string, number]>([
  [undefined, 'us-east-1', 1],
  [{ CloudFrontDefaultCertificate: true }, 'us-east-1', 1],
  [{ IamCertificateId: 'ASCA1234567890' }, 'us-east-1', 0],
  [{ AcmCertificateArn: { 'Fn::ImportValue': 'certificate' } }, 'us-east-1', 0],
  [undefined, 'cn-north-1', 0],
])('wants a certificate for a name: %j in %s', (certificateOf, region, count) => {
  const found = findingsIn(distribution(certificateOf, region), check);
  expect(found.map(({ severity, propertyPath }) => [severity, propertyPath])).toEqual(
    Array.from({ length: count }, () => ['error', 'DistributionConfig.Aliases.0']),
  );
});
