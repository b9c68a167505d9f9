import { aliasTargetNotAliasable, aliasZoneWrong, apiDomainMismatch, websiteBucketName } from '../../checks/route53/alias-records.js';
import certificateNameNotValidated from '../../checks/route53/certificate-name-not-validated.js';
import deleteExistingWithPolicy from '../../checks/route53/delete-existing-with-policy.js';
import {
  failoverHealthMissing,
  failoverPairIncomplete,
  groupSplitOverZones,
  routingHealthMissing as weightedHealthMissing,
} from '../../checks/route53/failover-records.js';
import healthCheckAlarm from '../../checks/route53/health-check-alarm.js';
import healthCheckChildrenMissing from '../../checks/route53/health-check-children-missing.js';
import hostMalformed from '../../checks/route53/health-check-host-malformed.js';
import hostPrivate from '../../checks/route53/health-check-host-private.js';
import hostSelf from '../../checks/route53/health-check-host-self.js';
import {
  healthCheckHostNeverResolves as hostNeverResolves,
  healthCheckHostRegion as hostRegion,
  healthCheckPathWithoutStage as pathWithoutStage,
} from '../../checks/route53/health-check-hosts.js';
import portMismatch from '../../checks/route53/health-check-port-mismatch.js';
import healthCheckRejected from '../../checks/route53/health-check-rejected.js';
import healthCheckUnused from '../../checks/route53/health-check-unused.js';
import nameNotServed from '../../checks/route53/name-not-served.js';
import {
  routingPolicyMixed,
  setIdentifierDuplicate,
  setIdentifierMissing,
  weightedTtlDiffers,
  weightsAllZero,
} from '../../checks/route53/record-groups.js';
import recordValueType from '../../checks/route53/record-value-type.js';
import { cnameAtApex, recordDuplicate, recordOutsideZone, recordRejected } from '../../checks/route53/records.js';
import reservedDomain from '../../checks/route53/reserved-domain.js';
import { caaExcludesAmazon, certificateOutsideZone, certificateZonePrivate } from '../../checks/route53/validation-zones.js';
import zoneNotDelegated from '../../checks/route53/zone-not-delegated.js';
import { zoneVpcAccount, zoneVpcRegion } from '../../checks/route53/zone-vpcs.js';
import type { Json } from '../../src/assembly/model.js';
import type { Check } from '../../src/check/check.js';
import { edit } from './edit.js';
import type { Mutation } from './mutation.js';

type Step = string | number;
type Change = readonly [path: readonly Step[], value: Json | undefined];
type Place = Mutation['expect'];

const HOST = ['HealthCheckConfig', 'FullyQualifiedDomainName'];
const fqdn: Place = { stack: 'Traffic', resource: 'Health', property: HOST.join('.') };

/** A fault in the good example of a check: below the properties of `stack.resource`, each change sets a value or takes it out. */
function fault(
  { id, docs }: Check,
  name: string,
  target: readonly [stack: string, resource: string],
  changes: readonly Change[],
  expect: Place,
): Mutation {
  const [stack, resource] = target;
  return {
    check: id,
    name,
    from: docs.good,
    apply: (assembly) => {
      for (const [path, value] of changes) edit(assembly, stack, resource, ['Properties', ...path], value);
    },
    expect,
  };
}

const host = (check: Check, name: string, value: Json, more: readonly Change[] = []): Mutation =>
  fault(check, name, ['Traffic', 'Health'], [[HOST, value], ...more], fqdn);

const decidingRecord = { stack: 'Dns', resource: 'Shop', property: 'HealthCheckId' };

export const mutations: readonly Mutation[] = [
  host(hostMalformed, 'the URL of a function instead of its host', { 'Fn::GetAtt': ['Url', 'FunctionUrl'] }),
  host(hostMalformed, 'a scheme', 'https://east.acme-bank.io'),
  host(hostMalformed, 'a path behind the host', { 'Fn::Sub': 'east.${AWS::Region}.acme-bank.io/health' }),
  host(hostNeverResolves, 'the load balancer left out', { 'Fn::Sub': '${AWS::Region}.elb.amazonaws.com' }),
  host(hostNeverResolves, 'the name of a function under the Lambda API', { 'Fn::Sub': 'checkout.lambda.${AWS::Region}.amazonaws.com' }),
  host(hostNeverResolves, 'the labels in another order', { 'Fn::Sub': '${Api}.${AWS::Region}.execute-api.amazonaws.com' }),
  host(hostRegion, 'the region of the stack that holds the check', {
    'Fn::Sub': [
      '${Api}.execute-api.${AWS::Region}.amazonaws.com',
      { Api: { 'Fn::GetStackOutput': { StackName: 'Standby', OutputName: 'ApiId', Region: 'us-west-2' } } },
    ],
  }),
  host(hostRegion, 'a region written out', {
    'Fn::Join': [
      '',
      [
        { 'Fn::GetStackOutput': { StackName: 'Standby', OutputName: 'ApiId', Region: 'us-west-2' } },
        '.execute-api.eu-west-1.amazonaws.com',
      ],
    ],
  }),
  {
    check: hostRegion.id,
    name: 'the stack of the API moved to another region',
    from: hostRegion.docs.good,
    apply: (assembly) => {
      const { Standby, Traffic } = assembly;
      if (Standby !== undefined) Standby.region = 'us-east-2';
      const moved = JSON.stringify(Traffic?.resources).replace(
        '"OutputName":"ApiId","Region":"us-west-2"',
        '"OutputName":"ApiId","Region":"us-east-2"',
      );
      if (Traffic !== undefined) Traffic.resources = JSON.parse(moved);
    },
    expect: fqdn,
  },
  fault(hostPrivate, 'the load balancer made internal', ['Standby', 'Balancer'], [[['Scheme'], 'internal']], fqdn),
  host(hostPrivate, 'the name of a VPC endpoint', 'vpce-0a1b2c3d-4e5f.execute-api.us-east-1.vpce.amazonaws.com'),
  fault(
    hostPrivate,
    'a private address',
    ['Traffic', 'Health'],
    [
      [['HealthCheckConfig', 'IPAddress'], '10.20.30.40'],
      [HOST, undefined],
    ],
    { ...fqdn, property: 'HealthCheckConfig.IPAddress' },
  ),
  fault(hostSelf, 'the name of the record itself', ['Dns', 'Health'], [[HOST, 'shop.acme-bank.io']], decidingRecord),
  fault(hostSelf, 'the name of the record in capitals', ['Dns', 'Health'], [[HOST, 'Shop.Acme-Bank.io']], decidingRecord),
  fault(hostSelf, 'the record renamed to its endpoint', ['Dns', 'Shop'], [[['Name'], 'east.shop.acme-bank.io.']], decidingRecord),
  fault(portMismatch, 'HTTPS to an HTTP listener', ['Shop', 'Health'], [[['HealthCheckConfig', 'Type'], 'HTTPS']], {
    stack: 'Shop',
    resource: 'Health',
    property: 'HealthCheckConfig.Type',
  }),
  fault(portMismatch, 'a port without a listener', ['Shop', 'Health'], [[['HealthCheckConfig', 'Port'], 8080]], {
    stack: 'Shop',
    resource: 'Health',
    property: 'HealthCheckConfig.Port',
  }),
  fault(pathWithoutStage, 'the stage renamed', ['Payments', 'Stage'], [[['StageName'], 'v1']], {
    stack: 'Payments',
    resource: 'Health',
    property: 'HealthCheckConfig.ResourcePath',
  }),
  fault(
    healthCheckAlarm,
    'the region of another stack',
    ['Traffic', 'Health'],
    [[['HealthCheckConfig', 'AlarmIdentifier', 'Region'], { Ref: 'AWS::Region' }]],
    {
      ...fqdn,
      property: 'HealthCheckConfig.AlarmIdentifier.Region',
    },
  ),
  fault(
    healthCheckAlarm,
    'an extended statistic',
    ['Standby', 'Alarm'],
    [
      [['Statistic'], undefined],
      [['ExtendedStatistic'], 'p99'],
    ],
    {
      ...fqdn,
      property: 'HealthCheckConfig.AlarmIdentifier.Name',
    },
  ),
  fault(healthCheckUnused, 'the record no longer uses it', ['Shop', 'Shop'], [[['HealthCheckId'], undefined]], {
    stack: 'Shop',
    resource: 'Health',
    property: '',
  }),
  fault(reservedDomain, 'a placeholder', ['Dns', 'Zone'], [[['Name'], 'shop.example.org']], {
    stack: 'Dns',
    resource: 'Zone',
    property: 'Name',
  }),
  fault(recordRejected, 'the policy dropped', ['Dns', 'Shop'], [[['Region'], undefined]], {
    stack: 'Dns',
    resource: 'Shop',
    property: 'SetIdentifier',
  }),
  fault(caaExcludesAmazon, 'Amazon dropped', ['Shop', 'Authorities'], [[['ResourceRecords', 1], '0 issue "digicert.com"']], {
    stack: 'Shop',
    resource: 'Certificate',
    property: 'DomainValidationOptions.0.DomainName',
  }),
  fault(healthCheckRejected, 'the port dropped', ['Dns', 'Health'], [[['HealthCheckConfig', 'Port'], undefined]], {
    stack: 'Dns',
    resource: 'Health',
    property: 'HealthCheckConfig',
  }),
  fault(nameNotServed, 'the record renamed', ['Site', 'Record'], [[['Name'], 'shop.acme-bank.io.']], {
    stack: 'Site',
    resource: 'Record',
    property: 'AliasTarget.DNSName',
  }),
  fault(setIdentifierMissing, 'the identifier dropped', ['Dns', 'Shop'], [[['SetIdentifier'], undefined]], {
    stack: 'Dns',
    resource: 'Shop',
    property: 'Weight',
  }),
  fault(setIdentifierMissing, 'the identifier removed by AWS::NoValue', ['Dns', 'Shop'], [[['SetIdentifier'], { Ref: 'AWS::NoValue' }]], {
    stack: 'Dns',
    resource: 'Shop',
    property: 'Weight',
  }),
  fault(
    setIdentifierMissing,
    'another policy without an identifier',
    ['Dns', 'Shop'],
    [
      [['SetIdentifier'], undefined],
      [['Weight'], undefined],
      [['Region'], 'us-east-1'],
    ],
    {
      stack: 'Dns',
      resource: 'Shop',
      property: 'Region',
    },
  ),
  fault(setIdentifierDuplicate, 'the identifier of the other region', ['West', 'Shop'], [[['SetIdentifier'], 'us-east-1']], {
    stack: 'West',
    resource: 'Shop',
    property: 'SetIdentifier',
  }),
  fault(
    setIdentifierDuplicate,
    'an identifier that comes out the same',
    ['West', 'Shop'],
    [[['SetIdentifier'], { 'Fn::Join': ['-', ['us', 'east', '1']] }]],
    {
      stack: 'West',
      resource: 'Shop',
      property: 'SetIdentifier',
    },
  ),
  fault(
    setIdentifierDuplicate,
    'the other spelling of the name',
    ['West', 'Shop'],
    [
      [['SetIdentifier'], 'us-east-1'],
      [['Name'], 'SHOP.acme-bank.io'],
    ],
    {
      stack: 'West',
      resource: 'Shop',
      property: 'SetIdentifier',
    },
  ),
  fault(recordDuplicate, 'one name for both regions', ['West', 'Shop'], [[['Name'], 'east.shop.acme-bank.io']], {
    stack: 'West',
    resource: 'Shop',
    property: 'Name',
  }),
  fault(
    routingPolicyMixed,
    'a weight in one region',
    ['West', 'Shop'],
    [
      [['Region'], undefined],
      [['Weight'], 10],
    ],
    { stack: 'West', resource: 'Shop', property: 'Weight' },
  ),
  fault(failoverPairIncomplete, 'two primaries', ['West', 'Standby'], [[['Failover'], 'PRIMARY']], {
    stack: 'West',
    resource: 'Standby',
    property: 'Failover',
  }),
  fault(failoverPairIncomplete, 'one target for both', ['West', 'Standby'], [[['ResourceRecords'], ['54.12.34.56']]], {
    stack: 'West',
    resource: 'Standby',
    property: 'ResourceRecords',
  }),
  fault(failoverHealthMissing, 'the health check dropped', ['Dns', 'Shop0'], [[['HealthCheckId'], undefined]], {
    stack: 'Dns',
    resource: 'Shop0',
    property: 'Failover',
  }),
  fault(weightedHealthMissing, 'the health check of one region dropped', ['West', 'Shop'], [[['HealthCheckId'], undefined]], {
    stack: 'West',
    resource: 'Shop',
    property: 'Weight',
  }),
  fault(weightedTtlDiffers, 'another time to live in one region', ['West', 'Shop'], [[['TTL'], '300']], {
    stack: 'West',
    resource: 'Shop',
    property: 'TTL',
  }),
  fault(weightsAllZero, 'the only weight taken away', ['East', 'Shop'], [[['Weight'], 0]], {
    stack: 'East',
    resource: 'Shop',
    property: 'Weight',
  }),
  {
    check: groupSplitOverZones.id,
    name: 'a zone of its own in each region',
    from: groupSplitOverZones.docs.good,
    apply: (assembly) => {
      edit(assembly, 'West', 'Zone', [], { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io' } });
      edit(assembly, 'West', 'Shop', ['Properties', 'HostedZoneId'], { Ref: 'Zone' });
    },
    expect: { stack: 'West', resource: 'Shop', property: 'HostedZoneId' },
  },
  fault(
    aliasTargetNotAliasable,
    "the API's default endpoint",
    ['Payments', 'Record'],
    [[['AliasTarget', 'DNSName'], { 'Fn::Sub': '${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}' }]],
    { stack: 'Payments', resource: 'Record', property: 'AliasTarget.DNSName' },
  ),
  fault(aliasZoneWrong, 'the zone of another region', ['Traffic', 'Shop'], [[['AliasTarget', 'HostedZoneId'], 'Z35SXDOTRQ7X7K']], {
    stack: 'Traffic',
    resource: 'Shop',
    property: 'AliasTarget.HostedZoneId',
  }),
  fault(aliasZoneWrong, 'another kind of load balancer', ['Standby', 'Balancer'], [[['Type'], 'network']], {
    stack: 'Traffic',
    resource: 'Shop',
    property: 'AliasTarget.HostedZoneId',
  }),
  fault(recordOutsideZone, 'another domain', ['Zones', 'Zone'], [[['Name'], 'acme-bank.com']], {
    stack: 'Shop',
    resource: 'Record',
    property: 'Name',
  }),
  fault(apiDomainMismatch, 'the custom domain renamed', ['Standby', 'Domain'], [[['DomainName'], 'west.acme-bank.io']], {
    stack: 'Traffic',
    resource: 'Api',
    property: 'AliasTarget.DNSName',
  }),
  fault(
    zoneVpcRegion,
    'the region of the stack for a VPC of another',
    ['Dns', 'Zone'],
    [[['VPCs', 0, 'VPCRegion'], { Ref: 'AWS::Region' }]],
    {
      stack: 'Dns',
      resource: 'Zone',
      property: 'VPCs.0.VPCRegion',
    },
  ),
  fault(
    certificateOutsideZone,
    'a domain of another zone',
    ['Shop', 'Certificate'],
    [
      [['DomainName'], 'shop.fabrikam.io'],
      [['DomainValidationOptions', 0, 'DomainName'], 'shop.fabrikam.io'],
    ],
    { stack: 'Shop', resource: 'Certificate', property: 'DomainValidationOptions.0.HostedZoneId' },
  ),
  fault(certificateZonePrivate, 'a private zone', ['Api', 'Zone'], [[['VPCs'], [{ VPCId: 'vpc-1', VPCRegion: 'us-east-1' }]]], {
    stack: 'Api',
    resource: 'Certificate',
    property: 'DomainValidationOptions.0.HostedZoneId',
  }),
  fault(cnameAtApex, 'the name of the zone', ['Dns', 'Shop'], [[['Name'], 'acme-bank.io']], {
    stack: 'Dns',
    resource: 'Shop',
    property: 'Name',
  }),
  fault(
    deleteExistingWithPolicy,
    'a routing policy',
    ['Api', 'Record'],
    [
      [['Region'], 'us-east-1'],
      [['SetIdentifier'], 'us-east-1'],
    ],
    { stack: 'Api', resource: 'Deletion', property: 'RecordName' },
  ),
  fault(healthCheckChildrenMissing, 'no children', ['Dns', 'Health'], [[['HealthCheckConfig', 'ChildHealthChecks'], []]], {
    stack: 'Dns',
    resource: 'Health',
    property: 'HealthCheckConfig.ChildHealthChecks',
  }),
  fault(recordValueType, 'an address record', ['Dns', 'Shop'], [[['Type'], 'A']], {
    stack: 'Dns',
    resource: 'Shop',
    property: 'ResourceRecords.0',
  }),
  fault(certificateNameNotValidated, 'one more name', ['Shop', 'Certificate'], [[['SubjectAlternativeNames', 1], 'www.acme-bank.io']], {
    stack: 'Shop',
    resource: 'Certificate',
    property: 'SubjectAlternativeNames.1',
  }),
  fault(
    zoneNotDelegated,
    'a delegation of another name',
    ['Shop', 'Delegation'],
    [
      [['Name'], 'shops.acme-bank.io'],
      [['ResourceRecords'], ['ns-1.awsdns-00.com']],
    ],
    { stack: 'Shop', resource: 'Zone', property: 'Name' },
  ),
  {
    check: websiteBucketName.id,
    name: 'give the bucket of the website another name',
    from: websiteBucketName.docs.good,
    apply: (app) => edit(app, 'Site', 'Bucket', ['Properties', 'BucketName'], 'acme-bank-site'),
    expect: { stack: 'Site', resource: 'Record', property: 'AliasTarget.DNSName' },
  },
  {
    check: zoneVpcAccount.id,
    name: 'move the zone to another account',
    from: zoneVpcAccount.docs.good,
    apply: (app) => {
      if (app.Dns) app.Dns.account = '694120358871';
    },
    expect: { stack: 'Dns', resource: 'Zone', property: 'VPCs.0.VPCId' },
  },
];
