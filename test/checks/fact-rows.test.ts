import { describe, expect, it } from 'vitest';
import logBucketRejected from '../../checks/access/log-bucket-rejected.js';
import loggingRole from '../../checks/account/api-logging-role-missing.js';
import certificateName from '../../checks/cloudfront/certificate-name-missing.js';
import edgeFunction from '../../checks/cloudfront/edge-function-unsupported.js';
import { siteWithFunction } from '../../checks/cloudfront/model/edge-example.js';
import alarmRegion from '../../checks/cloudwatch/alarm-metric-region.js';
import notRetained from '../../checks/deletion/not-retained.js';
import protection from '../../checks/deletion/protection-blocks-delete.js';
import ruleRegion from '../../checks/events/rule-region.js';
import regionTwice from '../../checks/global/region-twice.js';
import logGroup from '../../checks/naming/log-group-created-by-service.js';
import nameDuplicate from '../../checks/naming/physical-name-duplicate.js';
import mixedVpcs from '../../checks/network/mixed-vpcs.js';
import quota from '../../checks/network/quota.js';
import targetType from '../../checks/network/target-type.js';
import type { JsonObject } from '../../src/assembly/model.js';
import type { Check } from '../../src/check/check.js';
import { API_LOGGING } from '../../src/facts/api-logging.js';
import { CERTIFICATE_USES } from '../../src/facts/certificate-names.js';
import { DELETION_PROTECTION } from '../../src/facts/deletion-protection.js';
import { EDGE_LIMITS } from '../../src/facts/edge-functions.js';
import { IMPLICIT_LOG_GROUPS } from '../../src/facts/implicit-log-groups.js';
import { REJECTED_LOG_BUCKETS } from '../../src/facts/log-bucket-settings.js';
import { ONCE_PER_REGION } from '../../src/facts/once-per-region.js';
import { QUOTAS } from '../../src/facts/quotas.js';
import { GLOBAL_EVENTS, METRIC_REGIONS } from '../../src/facts/reporting-regions.js';
import { STATEFUL_TYPES } from '../../src/facts/stateful-types.js';
import { TARGET_TYPES } from '../../src/facts/target-types.js';
import { UNIQUE_NAMES } from '../../src/facts/unique-names.js';
import { VPC_MEMBERS, VPC_OF } from '../../src/facts/vpc-members.js';
import { findingsIn } from '../support/findings-in.js';
import { propertiesWith } from '../support/put.js';

/** The severities of what a check reports of a resource, among others in its stack. */
function severities(check: Check, of: JsonObject, beside: JsonObject = {}, region = 'us-east-1', name = 'App'): readonly string[] {
  const found = findingsIn({ [name]: { region, resources: { ...beside, Subject: of } } }, check);
  return found.filter(({ logicalId }) => logicalId === 'Subject').map(({ severity }) => severity);
}

const of = (Type: string, Properties: JsonObject = {}): JsonObject => ({ Type, Properties });
const ref = (Ref: string): JsonObject => ({ Ref });
/** Two VPCs, and a member of each. */
const NETWORKS = Object.fromEntries(
  ['One', 'Two'].flatMap((vpc) => [
    [vpc, of('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' })],
    [`In${vpc}`, of('AWS::EC2::Subnet', { VpcId: ref(vpc) })],
  ]),
);

describe('facts/vpc-members', () => {
  it.each(VPC_MEMBERS.map((row) => [row.type, row.places] as const))('%s %j', (type, places) => {
    const [first = '', second] = places;
    const members = (one: string, other: string) =>
      of(
        type,
        second === undefined
          ? propertiesWith([first, [ref(one), ref(other)]])
          : propertiesWith([first, ref(one)], [second.endsWith('s') ? `${second}.0` : second, ref(other)]),
      );
    expect(severities(mixedVpcs, members('InOne', 'InTwo'), NETWORKS)).toEqual(['error']);
    expect(severities(mixedVpcs, members('InOne', 'InOne'), NETWORKS)).toEqual([]);
  });

  it.each(Object.entries(VPC_OF))('%s by %s', (type, path) => {
    const member = path === '' ? 'Two' : 'Member';
    const beside = { ...NETWORKS, Member: of(type, propertiesWith([path, path.endsWith('s') ? [ref('InTwo')] : ref('Two')])) };
    const lambda = of('AWS::Lambda::Function', { VpcConfig: { SubnetIds: [ref('InOne')], SecurityGroupIds: [ref(member)] } });
    expect(severities(mixedVpcs, lambda, beside)).toEqual(['error']);
  });
});

it.each(TARGET_TYPES.map((row) => [row.type, row.needs, row] as const))('facts/target-types: %s needs %s', (type, needs, row) => {
  for (const networkMode of row.networkModes ?? ['']) {
    const beside = (kind: string) => ({
      Group: of('AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: kind }),
      Task: of('AWS::ECS::TaskDefinition', { NetworkMode: networkMode }),
    });
    const place = [row.list, '0', ...(row.element === undefined ? [] : [row.element])].join('.');
    const subject = of(type, propertiesWith([place, ref('Group')], ['TaskDefinition', ref('Task')]));
    expect(severities(targetType, subject, beside(needs === 'ip' ? 'instance' : 'ip'))).toEqual(['error']);
    expect(severities(targetType, subject, beside(needs))).toEqual([]);
  }
});

it.each(ONCE_PER_REGION.map((row) => [row.type, row] as const))('facts/once-per-region: %s', (type, row) => {
  const beside = { East: of('AWS::S3::Bucket') };
  const region = row.names === undefined ? 'us-west-2' : ref('East');
  const twice = propertiesWith([`${row.list}.0.${row.element}`, region], [`${row.list}.1.${row.element}`, region]);
  expect(severities(regionTwice, of(type, twice), beside)).toEqual([row.isRejected ? 'error' : 'warning']);
  expect(severities(regionTwice, of(type, propertiesWith([`${row.list}.0.${row.element}`, region])), beside)).toEqual([]);
});

describe('facts/log-bucket-settings', () => {
  const rows = Object.entries(REJECTED_LOG_BUCKETS).flatMap(([type, all]) =>
    all.map((row) => [type, row.attribute ?? row.path, row] as const),
  );
  const kms = [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }];
  const logs = {
    kms: of('AWS::S3::Bucket', { BucketEncryption: { ServerSideEncryptionConfiguration: kms } }),
    'no-acl': of('AWS::S3::Bucket', { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } }),
  };
  const open = of('AWS::S3::Bucket', { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerPreferred' }] } });
  it.each(rows)('%s %s', (type, _, { path, attribute, rejects, fails }) => {
    const bucket = type.startsWith('AWS::CloudFront') ? { 'Fn::GetAtt': ['Logs', 'DomainName'] } : ref('Logs');
    const subject = of(
      type,
      attribute === undefined
        ? propertiesWith([path, bucket])
        : propertiesWith(
            [path, { Key: attribute, Value: bucket }],
            [path.replace('*', '1'), { Key: attribute.replace('bucket', 'enabled'), Value: 'true' }],
          ),
    );
    expect(severities(logBucketRejected, subject, { Logs: logs[rejects] })).toEqual([fails ? 'error' : 'warning']);
    expect(severities(logBucketRejected, subject, { Logs: open })).toEqual([]);
  });
});

it.each(EDGE_LIMITS.map((row) => [row.property.join('.'), row.most ?? row.only, row] as const))(
  'facts/edge-functions: %s %j',
  (path, _, row) => {
    const { most, only } = row;
    const some = /Layers|SubnetIds/.test(path) ? ['x'] : { A: 'b' };
    const value = most !== undefined ? most + 1 : only !== undefined ? 'other' : some;
    expect(findingsIn(siteWithFunction(propertiesWith([path, value])), edgeFunction)).toMatchObject([
      { severity: row.isUnreported ? 'warning' : 'error', propertyPath: path },
    ]);
    const allowed = row.events === undefined && path === 'Timeout' ? 5 : (most ?? /[A-Za-z]\w*/.exec(only?.source ?? '')?.[0]);
    if (allowed !== undefined) expect(findingsIn(siteWithFunction(propertiesWith([path, allowed])), edgeFunction)).toEqual([]);
  },
);

it.each([...DELETION_PROTECTION])('facts/deletion-protection: %s', (type, { path: [head = '', ...rest], on, holdsSomething }) => {
  const isAttribute = head === 'LoadBalancerAttributes';
  const protectedBy = (value: string) =>
    isAttribute
      ? propertiesWith([`${head}.0`, { Key: rest.join('.'), Value: value }])
      : propertiesWith([[head, ...rest].join('.'), on === 'true' ? value === on : value]);
  const subject = (value: string) => ({ ...of(type, protectedBy(value)), DeletionPolicy: 'Delete' });
  expect(severities(protection, subject(on))).toEqual([holdsSomething ? 'warning' : 'info']);
  expect(severities(protection, subject('off'))).toEqual([]);
});

it.each(
  CERTIFICATE_USES.flatMap(({ type, names, certificates, says }) =>
    certificates.map((path) => [type, path, names[0] ?? '', says] as const),
  ),
)('facts/certificate-names: %s %s', (type, path, name, says) => {
  const beside = { Certificate: of('AWS::CertificateManager::Certificate', { DomainName: 'api.acme-bank.io' }) };
  const subject = (domain: string) =>
    of(type, propertiesWith([name, name.endsWith('Aliases') ? [domain] : domain], [path, ref('Certificate')]));
  expect(severities(certificateName, subject('shop.acme-bank.io'), beside)).toEqual([says === undefined ? 'warning' : 'error']);
  expect(severities(certificateName, subject('api.acme-bank.io'), beside)).toEqual([]);
});

it.each(METRIC_REGIONS.map((row) => [row.namespace, row] as const))(
  'facts/reporting-regions: metrics of %s',
  (Namespace, { metrics, region, without }) => {
    const [MetricName = 'Requests'] = /[A-Z]\w+/.exec(metrics?.source ?? '') ?? [];
    const subject = of('AWS::CloudWatch::Alarm', { Namespace, MetricName });
    expect(severities(alarmRegion, subject, {}, 'eu-west-1')).toEqual(['warning']);
    expect(severities(alarmRegion, subject, {}, region)).toEqual([]);
    if (without === undefined) return;
    const regional = of('AWS::CloudWatch::Alarm', { Namespace, MetricName, Dimensions: [{ Name: without, Value: 'eu-west-1' }] });
    expect(severities(alarmRegion, regional, {}, 'eu-west-1')).toEqual([]);
  },
);

it.each(GLOBAL_EVENTS.map((row) => [row.source, row] as const))(
  'facts/reporting-regions: events of %s',
  (source, { eventSource, region, only }) => {
    const asked = only === undefined ? {} : { userIdentity: { type: [only[1]] } };
    for (const EventPattern of [
      { source: [source], detail: asked },
      { source: ['aws.events'], detail: { eventSource: [eventSource], ...asked } },
    ]) {
      const subject = of('AWS::Events::Rule', { EventPattern });
      expect(severities(ruleRegion, subject, {}, 'eu-west-1')).toEqual(['warning']);
      expect(severities(ruleRegion, subject, {}, region)).toEqual([]);
    }
  },
);

it.each(Object.entries(API_LOGGING).flatMap(([type, rows]) => rows.map((row) => [type, row.path, row] as const)))(
  'facts/api-logging: %s %s',
  (type, path, { is, protocol }) => {
    const beside = { Api: of('AWS::ApiGatewayV2::Api', { ProtocolType: protocol ?? 'HTTP' }) };
    const subject = (value: string) => of(type, propertiesWith([path, value], ['ApiId', ref('Api')]));
    for (const value of is ?? ['arn:aws:logs:us-east-1:482731905566:log-group:api'])
      expect(severities(loggingRole, subject(value), beside)).toEqual(['warning']);
    if (is !== undefined) expect(severities(loggingRole, subject('OFF'), beside)).toEqual([]);
  },
);

it.each(IMPLICIT_LOG_GROUPS.map((row) => [row.type, row] as const))(
  'facts/implicit-log-groups: %s',
  (type, { prefix, suffix = '', when, unless }) => {
    const tail = suffix.replace('\\w+', 'live');
    const creator = (...set: readonly (readonly [string, unknown])[]) =>
      of(type, propertiesWith(...(when === undefined ? [] : [[when, ['x']] as const]), ...set));
    const group = of('AWS::Logs::LogGroup', { LogGroupName: { 'Fn::Join': ['', [prefix, { 'Fn::ImportValue': 'creator' }, tail]] } });
    const later = (of: JsonObject) => ({
      Runs: { region: 'us-east-1', resources: { Creator: of }, outputs: { Name: { Value: ref('Creator'), Export: { Name: 'creator' } } } },
      Logs: {
        region: 'us-east-1',
        dependencies: ['Runs'],
        resources: { Group: group },
      },
    });
    expect(findingsIn(later(creator()), logGroup)).toMatchObject([{ severity: 'warning', logicalId: 'Group' }]);
    if (unless !== undefined) expect(findingsIn(later(creator([unless, 'elsewhere'])), logGroup)).toEqual([]);
  },
);

it.each(Object.entries(QUOTAS))('facts/quotas: %s', (type, { limit, amount, isFixed }) => {
  const some = (count: number) =>
    amount === undefined
      ? Object.fromEntries(Array.from({ length: count }, (_, index) => [`Of${index}`, of(type)]))
      : { Of0: of(type, { [amount]: count }) };
  const found = (count: number) =>
    findingsIn({ App: { region: 'us-east-1', resources: some(count) } }, quota).map(({ severity }) => severity);
  expect(found(limit + 1)).toEqual([isFixed === undefined ? 'warning' : 'error']);
  expect(found(limit)).toEqual([]);
});

it.each([...STATEFUL_TYPES])('facts/stateful-types: %s', (type, holding) => {
  // What is deleted with anything in it only if it is empty is a warning, too.
  const expected = holding === 'passing' ? ['warning'] : [expect.stringMatching(/^(?:error|warning)$/)];
  // What is protected by default is deleted once that is off.
  const kept = (DeletionPolicy: string) => ({ ...of(type, { DeletionProtection: false }), DeletionPolicy });
  expect(severities(notRetained, kept('Delete'), {}, 'us-east-1', 'orders-prod')).toEqual(expected);
  expect(severities(notRetained, kept('Retain'), {}, 'us-east-1', 'orders-prod')).toEqual([]);
});

it.each([...UNIQUE_NAMES])('facts/unique-names: %s', (type, { steps, isTaken }) => {
  const named = (name: string) => of(type, propertiesWith([steps.join('.'), name]));
  expect(severities(nameDuplicate, named('orders'), { First: named('orders') })).toEqual([isTaken ? 'warning' : 'error']);
  expect(severities(nameDuplicate, named('payments'), { First: named('orders') })).toEqual([]);
});
