import { describe, expect, it } from 'vitest';
import healthCheckRejected from '../../checks/route53/health-check-rejected.js';
import { REJECTED_HEALTH_CHECKS } from '../../checks/route53/model/rejected-health-checks.js';
import { REJECTED_RECORDS } from '../../checks/route53/model/rejected-records.js';
import { recordRejected } from '../../checks/route53/records.js';
import { REJECTED_RULES } from '../../checks/s3/model/rejected-rules.js';
import replicationRuleRejected from '../../checks/s3/replication-rule-rejected.js';
import type { JsonObject } from '../../src/assembly/model.js';
import type { Example } from '../../src/check/example.js';
import { messageIn, placesIn } from '../support/places-in.js';
import { propertiesWith } from '../support/put.js';

const of = (Type: string, Properties: JsonObject = {}): JsonObject => ({ Type, Properties });
const app = (resources: JsonObject): Example => ({ App: { region: 'us-east-1', resources } });

/** A place that is set, or removed with `undefined`. */
type Change = readonly [path: string, value: unknown];

interface Form {
  /** A part of the problem of its row, and of no other. */
  readonly words: string;
  readonly fault: readonly Change[];
  /** Each on top of the fault. */
  readonly repairs: readonly (readonly Change[])[];
  readonly place: string;
}

function changed(properties: readonly Change[], ...changes: readonly Change[]): JsonObject {
  const all = new Map([...properties, ...changes]);
  return propertiesWith(...[...all].filter(([, value]) => value !== undefined));
}

describe('s3/model/rejected-rules', () => {
  const NEWER: readonly Change[] = [
    ['Prefix', undefined],
    ['Filter.Prefix', 'a/'],
    ['Priority', 1],
    ['DeleteMarkerReplication.Status', 'Disabled'],
  ];
  const KEY: Change = ['Destination.EncryptionConfiguration.ReplicaKmsKeyID', 'arn:aws:kms:us-west-2:482731905566:key/a'];
  const SELECTED = 'SourceSelectionCriteria.SseKmsEncryptedObjects.Status';
  const METRICS: Change = ['Destination.Metrics.Status', 'Enabled'];
  const MARKERS = 'DeleteMarkerReplication.Status';
  const FORMS: readonly Form[] = [
    { words: 'does not select encrypted objects', fault: [KEY], repairs: [[[SELECTED, 'Enabled']], [[KEY[0], undefined]]], place: '' },
    {
      words: 'names no key for the replicas',
      fault: [[SELECTED, 'Enabled']],
      repairs: [[KEY], [[SELECTED, 'Disabled']]],
      place: 'SourceSelectionCriteria.SseKmsEncryptedObjects',
    },
    {
      words: 'AccessControlTranslation',
      fault: [['Destination.AccessControlTranslation.Owner', 'Destination']],
      repairs: [[['Destination.Account', '604211987345']], [['Destination.AccessControlTranslation.Owner', undefined]]],
      place: 'Destination.AccessControlTranslation',
    },
    {
      words: 'needs DeleteMarkerReplication',
      fault: [...NEWER, [MARKERS, undefined]],
      repairs: [[[MARKERS, 'Disabled']], [[MARKERS, 'Enabled']]],
      place: '',
    },
    { words: 'has no Priority', fault: [...NEWER, ['Priority', undefined]], repairs: [[['Priority', 2]]], place: '' },
    {
      words: 'with Prefix instead of Filter',
      fault: [[MARKERS, 'Disabled']],
      repairs: [[[MARKERS, undefined]], [...NEWER]],
      place: 'DeleteMarkerReplication',
    },
    ...(['Filter.TagFilter', 'Filter.And.TagFilters.0'] as const).map((tags) => ({
      words: 'filters by tags',
      fault: [...NEWER, ['Filter.Prefix', undefined], [tags, { Key: 'k', Value: 'v' }], [MARKERS, 'Enabled']] as const,
      repairs: [
        [[MARKERS, 'Disabled']],
        [
          [tags, undefined],
          ['Filter.Prefix', 'a/'],
        ],
      ] as const,
      place: 'DeleteMarkerReplication',
    })),
    {
      words: 'needs Metrics',
      fault: [...NEWER, ['Destination.ReplicationTime', { Status: 'Enabled', Time: { Minutes: 15 } }]],
      repairs: [[METRICS], [['Destination.ReplicationTime', undefined]]],
      place: 'Destination.ReplicationTime',
    },
    ...[[], [['Destination.ReplicationTime', { Status: 'Disabled', Time: { Minutes: 15 } }] as const]].map((time) => ({
      words: 'threshold of the metrics',
      fault: [...NEWER, ['Destination.Metrics', { Status: 'Enabled', EventThreshold: { Minutes: 15 } }] as const, ...time],
      repairs: [
        [['Destination.Metrics', { Status: 'Enabled' }]],
        [['Destination.ReplicationTime', { Status: 'Enabled', Time: { Minutes: 15 } }]],
      ] as const,
      place: 'Destination.Metrics.EventThreshold',
    })),
    ...(['ReplicationTime.Time', 'Metrics.EventThreshold'] as const).map((place) => ({
      words: 'are 15 minutes',
      fault: [
        ...NEWER,
        ['Destination.ReplicationTime', { Status: 'Enabled', Time: { Minutes: 15 } }],
        ['Destination.Metrics', { Status: 'Enabled', EventThreshold: { Minutes: 15 } }],
        [`Destination.${place}.Minutes`, 10],
      ] as const,
      repairs: [[[`Destination.${place}.Minutes`, 15]]] as const,
      place: `Destination.${place}.Minutes`,
    })),
  ];
  const example = (...changes: readonly Change[]) => {
    const rule = changed(
      [
        ['Status', 'Enabled'],
        ['Prefix', ''],
        ['Destination.Bucket', 'arn:aws:s3:::orders-copies'],
      ],
      ...changes,
    );
    // One rule alone needs no priority.
    const other = { Status: 'Enabled', Prefix: 'b/', Destination: { Bucket: 'arn:aws:s3:::orders-copies' } };
    return app({
      Subject: of('AWS::S3::Bucket', {
        VersioningConfiguration: { Status: 'Enabled' },
        ReplicationConfiguration: { Role: 'arn:aws:iam::482731905566:role/replication', Rules: [rule, other] },
      }),
    });
  };

  it('tries one row with each form', () => {
    for (const { words } of FORMS) expect(REJECTED_RULES.filter(({ problem }) => problem.includes(words))).toHaveLength(1);
  });

  it.each(REJECTED_RULES.map((row) => row.problem))('%s', (problem) => {
    const forms = FORMS.filter(({ words }) => problem.includes(words));
    expect(forms).not.toEqual([]);
    for (const { fault, repairs, place } of forms) {
      const at = ['ReplicationConfiguration.Rules.0', ...(place === '' ? [] : [place])].join('.');
      expect(placesIn(replicationRuleRejected, example(...fault))).toEqual([`error Subject ${at}`]);
      expect(messageIn(replicationRuleRejected, example(...fault))).toBe(`${problem}.`);
      for (const repair of repairs) expect(placesIn(replicationRuleRejected, example(...fault, ...repair))).toEqual([]);
    }
  });
});

describe('route53/model/rejected-records', () => {
  const MULTIVALUE: readonly Change[] = [
    ['MultiValueAnswer', true],
    ['SetIdentifier', 'a'],
  ];
  const ALIAS: readonly Change[] = [
    ['AliasTarget.DNSName', { 'Fn::GetAtt': ['Site', 'DomainName'] }],
    ['AliasTarget.HostedZoneId', 'Z2FDTNDATAQYW2'],
  ];
  const NO_VALUES: readonly Change[] = [
    ['ResourceRecords', undefined],
    ['TTL', undefined],
  ];
  const WEIGHTED: readonly Change[] = [
    ['SetIdentifier', 'a'],
    ['Weight', 1],
  ];
  const NEAR: readonly Change[] = [
    ['SetIdentifier', 'a'],
    ['GeoProximityLocation.AWSRegion', 'us-east-1'],
  ];
  const FORMS: readonly Form[] = [
    ...[-1, 256, 1.5].map((weight) => ({
      words: 'has a weight',
      fault: [...WEIGHTED, ['Weight', weight]] as const,
      repairs: [[['Weight', 0]], [['Weight', 255]]] as const,
      place: 'Weight',
    })),
    {
      words: 'Maximum length of 128',
      fault: [...WEIGHTED, ['SetIdentifier', 'a'.repeat(129)]],
      repairs: [[['SetIdentifier', 'a'.repeat(128)]]],
      place: 'SetIdentifier',
    },
    ...[-100, 100].map((bias) => ({
      words: 'has a bias',
      fault: [...NEAR, ['GeoProximityLocation.Bias', bias]] as const,
      repairs: [[['GeoProximityLocation.Bias', 99]], [['GeoProximityLocation.Bias', -99]]] as const,
      place: 'GeoProximityLocation.Bias',
    })),
    {
      words: 'no routing policy',
      fault: [['SetIdentifier', 'a']],
      repairs: [[['SetIdentifier', undefined]], [['Weight', 1]], [['Region', 'us-east-1']], [['MultiValueAnswer', true]]],
      place: 'SetIdentifier',
    },
    {
      words: 'and an alias',
      fault: [...MULTIVALUE, ...ALIAS, ...NO_VALUES],
      repairs: [
        [
          ['MultiValueAnswer', undefined],
          ['Weight', 1],
        ],
      ],
      place: 'AliasTarget',
    },
    ...['CNAME', 'NS'].map((type) => ({
      words: 'any type except CNAME and NS',
      fault: [...MULTIVALUE, ['Type', type], ['ResourceRecords', ['a.acme-bank.io']]] as const,
      repairs: [
        [
          ['Type', 'A'],
          ['ResourceRecords', ['54.12.34.56']],
        ],
        [
          ['MultiValueAnswer', undefined],
          ['Weight', 1],
        ],
      ] as const,
      place: 'Type',
    })),
    {
      words: 'values of its own',
      fault: ALIAS,
      repairs: [NO_VALUES, ALIAS.map(([path]) => [path, undefined] as const)],
      place: 'AliasTarget',
    },
    {
      words: 'has no value',
      fault: NO_VALUES,
      repairs: [
        ALIAS,
        [
          ['ResourceRecords', ['54.12.34.56']],
          ['TTL', '60'],
        ],
      ],
      place: 'Type',
    },
    { words: 'has no TTL', fault: [['TTL', undefined]], repairs: [[['TTL', '60']]], place: 'ResourceRecords' },
    {
      words: 'health of a CloudFront distribution',
      fault: [...ALIAS, ...NO_VALUES, ['AliasTarget.EvaluateTargetHealth', true]],
      repairs: [[['AliasTarget.EvaluateTargetHealth', false]], [['AliasTarget.EvaluateTargetHealth', undefined]]],
      place: 'AliasTarget.EvaluateTargetHealth',
    },
  ];
  const record = (changes: readonly Change[]) =>
    changed(
      [
        ['Name', 'shop.acme-bank.io.'],
        ['Type', 'A'],
        ['TTL', '60'],
        ['ResourceRecords', ['54.12.34.56']],
      ],
      ...changes,
    );
  const ways = (changes: readonly Change[]): readonly (readonly [prefix: string, example: Example])[] => {
    const Site = of('AWS::CloudFront::Distribution', { DistributionConfig: { Enabled: true } });
    const HostedZoneId = 'Z0456789ABCDEFGHIJKL';
    return [
      ['', app({ Site, Subject: of('AWS::Route53::RecordSet', { HostedZoneId, ...record(changes) }) })],
      ['RecordSets.0.', app({ Site, Subject: of('AWS::Route53::RecordSetGroup', { HostedZoneId, RecordSets: [record(changes)] }) })],
    ];
  };

  it('tries one row with each form', () => {
    for (const { words } of FORMS) expect(REJECTED_RECORDS.filter(({ problem }) => problem.includes(words))).toHaveLength(1);
  });

  it.each(REJECTED_RECORDS.map((row) => row.problem))('%s', (problem) => {
    const forms = FORMS.filter(({ words }) => problem.includes(words));
    expect(forms).not.toEqual([]);
    for (const { fault, repairs, place } of forms) {
      for (const [prefix, example] of ways(fault)) {
        expect(placesIn(recordRejected, example)).toEqual([`error Subject ${prefix}${place}`]);
        expect(messageIn(recordRejected, example)).toContain(` ${problem}.`);
      }
      for (const [, example] of repairs.flatMap((repair) => ways([...fault, ...repair])))
        expect(placesIn(recordRejected, example)).toEqual([]);
    }
  });
});

describe('route53/model/rejected-health-checks', () => {
  /** Everything that some type needs. */
  const COMPLETE: readonly Change[] = [
    ['FullyQualifiedDomainName', 'a.acme-bank.io'],
    ['Port', 443],
    ['SearchString', 'ok'],
    ['RoutingControlArn', 'arn:aws:route53-recovery-control::482731905566:controlpanel/a/routingcontrol/b'],
  ];
  const ALARM: Change = ['AlarmIdentifier', { Name: 'errors', Region: 'us-east-1' }];
  const example = (Type: string, ...changes: readonly Change[]) =>
    app({
      Subject: of('AWS::Route53::HealthCheck', {
        HealthCheckConfig: changed([...COMPLETE, ...(Type === 'CLOUDWATCH_METRIC' ? [ALARM] : [])], ['Type', Type], ...changes),
      }),
    });
  const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1'];
  /** Wrong and right values, by what the row's words name; of others, what is missing. */
  const VALUES: Readonly<Record<string, readonly [path: string, wrong: readonly unknown[], right: readonly unknown[]]>> = {
    'three regions': ['Regions', [REGIONS.slice(0, 2), REGIONS.slice(0, 1)], [REGIONS]],
    RequestInterval: ['RequestInterval', [20, 60], [10, 30]],
    'has an AlarmIdentifier': ['AlarmIdentifier', [ALARM[1]], []],
    'both an address and a name': ['IPAddress', ['192.0.2.44'], []],
    'neither IPAddress nor': ['FullyQualifiedDomainName', [undefined], ['b.acme-bank.io']],
  };

  it.each(REJECTED_HEALTH_CHECKS.flatMap((row) => row.types.map((type) => [type, row.problem] as const)))('%s %s', (type, problem) => {
    const [, needed = ''] = /has no ([A-Z]\w+)$/.exec(problem) ?? [];
    const [path, wrong, right] = Object.entries(VALUES).find(([words]) => problem.includes(words))?.[1] ?? [needed, [undefined], []];
    expect(path).not.toBe('');
    for (const value of wrong) {
      const fault = example(type, [path, value]);
      const at =
        value === undefined ? 'HealthCheckConfig' : `HealthCheckConfig.${path === 'IPAddress' ? 'FullyQualifiedDomainName' : path}`;
      expect(placesIn(healthCheckRejected, fault)).toEqual([`error Subject ${at}`]);
      expect(messageIn(healthCheckRejected, fault)).toContain(problem);
    }
    expect(placesIn(healthCheckRejected, example(type))).toEqual([]);
    for (const value of right) expect(placesIn(healthCheckRejected, example(type, [path, value]))).toEqual([]);
  });
});
