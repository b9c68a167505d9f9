import { describe, expect, it } from 'vitest';
import parentRecord from '../../../checks/cognito/domain-parent-record.js';
import nameNotValidated from '../../../checks/route53/certificate-name-not-validated.js';
import notDelegated from '../../../checks/route53/zone-not-delegated.js';
import type { JsonObject } from '../../../src/assembly/model.js';
import type { Example } from '../../../src/check/example.js';
import { findingsIn } from '../../support/findings-in.js';
import { record, stack } from './examples.js';

const zone = (Name: string, more: JsonObject = {}) => ({ Type: 'AWS::Route53::HostedZone', Properties: { Name, ...more } });
const nameServers = { 'Fn::GetAtt': ['Child', 'NameServers'] };
const zones = (more: JsonObject = {}, child: JsonObject = {}) => ({
  Parent: zone('acme-bank.io.'),
  Child: zone('shop.acme-bank.io', child),
  ...more,
});

describe('route53/zone-not-delegated', () => {
  it('says what is missing in which zone', () => {
    expect(findingsIn(notDelegated.docs.bad, notDelegated)).toEqual([
      {
        severity: 'warning',
        checkId: 'route53/zone-not-delegated',
        stack: 'Shop',
        logicalId: 'Zone',
        propertyPath: 'Name',
        message:
          'No NS record in the zone acme-bank.io delegates shop.acme-bank.io to this zone: ACM does not find the record that validates Certificate, and the stack waits for the certificate until it times out.',
        related: [
          { stack: 'Dns', logicalId: 'Zone', message: 'The parent zone, acme-bank.io.' },
          { stack: 'Shop', logicalId: 'Certificate', message: 'The certificate that is validated in the zone.' },
        ],
      },
    ]);
  });

  it('reports a zone without a certificate as well', () => {
    expect(findingsIn(stack(zones()), notDelegated)).toMatchObject([
      { logicalId: 'Child', message: expect.stringContaining('resolvers do not find its records') },
    ]);
  });

  it.each<[string, Example]>([
    [
      'an NS record with written-out servers',
      stack(zones({ Ns: record({ Name: 'shop.acme-bank.io', Type: 'NS', HostedZoneId: { Ref: 'Parent' } }) })),
    ],
    [
      'a delegation across accounts',
      stack(zones({ Delegation: { Type: 'Custom::CrossAccountZoneDelegation', Properties: { DelegatedZoneNameServers: nameServers } } })),
    ],
    [
      'a delegation across accounts of the name',
      stack(
        zones({
          Delegation: {
            Type: 'Custom::CrossAccountZoneDelegation',
            Properties: { DelegatedZoneName: 'Shop.acme-bank.io', DelegatedZoneNameServers: { 'Fn::Transform': { Name: 'Servers' } } },
          },
        }),
      ),
    ],
    ['name servers in an output', stack(zones(), { outputs: { Servers: { Value: { 'Fn::Join': [',', nameServers] } } } })],
    [
      'an NS record whose name is not known',
      stack(zones({ Ns: record({ Name: { Ref: 'Name' }, Type: 'NS' }) }), { parameters: { Name: { Type: 'String' } } }),
    ],
    ['a private zone', stack(zones({}, { VPCs: [{ VPCId: 'vpc-1', VPCRegion: 'us-east-1' }] }))],
    ['a parent zone that is not in this app', stack({ Child: zone('shop.acme-bank.io') })],
    ['a domain with the same end', stack({ Parent: zone('bank.io'), Child: zone('acme-bank.io') })],
  ])('ignores %s', (_, example) => {
    expect(findingsIn(example, notDelegated)).toEqual([]);
  });
});

describe('route53/certificate-name-not-validated', () => {
  const certificate = (names: readonly string[], options: readonly JsonObject[], more: JsonObject = {}) =>
    stack({
      Certificate: {
        Type: 'AWS::CertificateManager::Certificate',
        Properties: {
          DomainName: names[0] ?? '',
          SubjectAlternativeNames: names.slice(1),
          ValidationMethod: 'DNS',
          DomainValidationOptions: [...options],
          ...more,
        },
      },
    });
  const option = (DomainName: string): JsonObject => ({ DomainName, HostedZoneId: 'Z0456789ABCDEFGHIJKL' });

  it('names the name that has no zone', () => {
    expect(findingsIn(nameNotValidated.docs.bad, nameNotValidated)).toMatchObject([
      {
        severity: 'warning',
        propertyPath: 'SubjectAlternativeNames.0',
        message:
          'api.acme-bank.io is a name of this certificate without a hosted zone for its validation: the stack waits until the record is created by hand.',
      },
    ]);
  });

  it.each<[string, Example]>([
    ['a wildcard of a validated domain', certificate(['acme-bank.io', '*.acme-bank.io'], [option('acme-bank.io')])],
    ['a domain whose wildcard is validated', certificate(['acme-bank.io', '*.acme-bank.io'], [option('*.acme-bank.io')])],
    ['no zones at all', certificate(['acme-bank.io', 'acme-bank.com'], [{ DomainName: 'acme-bank.io' }])],
    ['validation by mail', certificate(['acme-bank.io', 'acme-bank.com'], [option('acme-bank.io')], { ValidationMethod: 'EMAIL' })],
  ])('ignores %s', (_, example) => {
    expect(findingsIn(example, nameNotValidated)).toEqual([]);
  });
});

describe('cognito/domain-parent-record', () => {
  const users = (more: JsonObject = {}, domain: JsonObject = {}) => ({
    Domain: {
      Type: 'AWS::Cognito::UserPoolDomain',
      Properties: { UserPoolId: 'us-east-1_a', Domain: 'auth.acme-bank.io', CustomDomainConfig: { CertificateArn: 'arn' } },
      ...domain,
    },
    Zone: zone('acme-bank.io'),
    ...more,
  });
  const root = record({ Name: 'acme-bank.io', HostedZoneId: { Ref: 'Zone' } });

  it('says which record is missing', () => {
    expect(findingsIn(parentRecord.docs.bad, parentRecord)).toEqual([
      {
        severity: 'warning',
        checkId: 'cognito/domain-parent-record',
        stack: 'Users',
        logicalId: 'Domain',
        propertyPath: 'Domain',
        message:
          'Cognito creates auth.acme-bank.io only when acme-bank.io resolves to an address, and its zone has no A or AAAA record of that name in this app: "Custom domain is not a valid subdomain".',
        related: [{ stack: 'Dns', logicalId: 'Zone', message: 'The zone of acme-bank.io.' }],
      },
    ]);
  });

  it('reports a record that may be created later', () => {
    expect(findingsIn(stack(users({ Root: root })), parentRecord)).toMatchObject([
      { message: expect.stringContaining('nothing makes its record be created before'), related: [{ logicalId: 'Root' }] },
    ]);
  });

  it.each<[string, Example]>([
    ['a record that the domain waits for', stack(users({ Root: root }, { DependsOn: 'Root' }))],
    [
      'a domain of Cognito',
      stack({ Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: 'acme' } }, Zone: zone('acme') }),
    ],
    ['a zone that is not in this app', stack(users({ Zone: zone('fabrikam.io') }))],
    [
      'a record whose name is not known',
      stack(users({ Any: record({ Name: { Ref: 'Name' } }) }), { parameters: { Name: { Type: 'String' } } }),
    ],
  ])('ignores %s', (_, example) => {
    expect(findingsIn(example, parentRecord)).toEqual([]);
  });
});
