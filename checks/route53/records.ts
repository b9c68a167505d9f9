import type { JsonObject } from '../../src/assembly/model.js';
import { outputOf, resource, stackWith } from '../../src/check/example-parts.js';
import { exampleRecord } from './model/example-records.js';
import { recordCheck } from './model/record-check.js';
import { excludedBy } from './model/record-exclusions.js';
import { REJECTED_RECORDS } from './model/rejected-records.js';

const example = (Name: string) => ({
  Dns: {
    region: 'us-east-1',
    resources: {
      Zone: resource('AWS::Route53::HostedZone', { Name: 'acme-bank.io' }),
      Shop: resource('AWS::Route53::RecordSet', {
        HostedZoneId: { Ref: 'Zone' },
        Name,
        Type: 'CNAME',
        TTL: '60',
        ResourceRecords: ['shop.acme-cdn.net'],
      }),
    },
  },
});

export const cnameAtApex = recordCheck({
  id: 'route53/cname-at-apex',
  title: 'CNAME record at the zone apex',
  severity: 'error',
  docs: {
    why: 'The name of a zone has its SOA and NS records, and the DNS allows no CNAME beside others. Route 53 rejects it: "RRSet of type CNAME with DNS name … is not permitted at apex in zone …".',
    fix: 'Use an alias record at the apex, `new ARecord(this, "Apex", { zone, target: RecordTarget.fromAlias(…) })`, or give the CNAME a name below the zone (`recordName: "www"`).',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html',
      'https://github.com/kubernetes-retired/kube-aws/issues/1443',
    ],
    templateFix: 'Use an alias record at the apex (`Type: A` with `AliasTarget`), or give the CNAME a name below the zone.',
    bad: example('acme-bank.io'),
    good: example('www.acme-bank.io'),
  },
  *ofRecord(record) {
    const { zone } = record;
    if (record.type !== 'CNAME' || zone?.name === undefined || record.name !== zone.name) return;
    yield {
      at: record.get('Name'),
      message: `${record.shown} has the name of its zone: Route 53 rejects it, "RRSet of type CNAME with DNS name ${zone.name}. is not permitted at apex in zone ${zone.name}.".`,
      ...(zone.resource && { related: [{ at: zone.resource.property('Name'), message: 'The name of the zone.' }] }),
    };
  },
});

const stack = (region: string, Name: string, address: string) => ({
  region,
  resources: { Shop: exampleRecord({ Name, ResourceRecords: [address] }) },
});

export const recordDuplicate = recordCheck({
  id: 'route53/record-duplicate',
  title: 'Conflicting records of one name',
  severity: 'error',
  docs: {
    why: 'A name has one simple record of each type, a CNAME stands alone, and a group has one latency record for each region and one geolocation record for each place. Route 53 is global, so the stacks of all regions count together. The second to be deployed fails: "Tried to create resource record set … but it already exists", or "RRSet of type CNAME … conflicts with other records with the same DNS name".',
    fix: 'Give the records of all regions one routing policy (`weight`, `region`, `failover` on `ARecord`), give them different names, or declare the record in one stack only.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html',
      'https://github.com/hashicorp/terraform-provider-aws/issues/11485',
    ],
    templateFix:
      'Give the records of all regions one routing policy (`Weight`, `Region` or `Failover`, with `SetIdentifier`), give them different names, or declare the record in one stack only.',
    bad: { East: stack('us-east-1', 'shop.acme-bank.io.', '54.12.34.56'), West: stack('us-west-2', 'shop.acme-bank.io.', '52.98.76.54') },
    good: {
      East: stack('us-east-1', 'east.shop.acme-bank.io.', '54.12.34.56'),
      West: stack('us-west-2', 'west.shop.acme-bank.io.', '52.98.76.54'),
    },
  },
  *ofRecord(record) {
    const found = excludedBy(record);
    if (found === undefined) return;
    yield {
      at: record.get('Name'),
      message: `${record.shown} is ${found.reason}: Route 53 rejects the one that is deployed last.`,
      ...(found.fix && { fix: found.fix }),
      related: [{ at: found.twin.place, message: 'The other record.' }],
    };
  },
});

const stacks = (Name: string) => ({
  Zones: stackWith({ Zone: { Ref: 'Zone' } }, 'us-east-1', { Zone: resource('AWS::Route53::HostedZone', { Name: 'acme-bank.io' }) }),
  Shop: {
    region: 'us-west-2',
    dependencies: ['Zones'],
    resources: {
      Record: resource('AWS::Route53::RecordSet', {
        HostedZoneId: outputOf('Zones', 'Zone', 'us-east-1'),
        Name,
        Type: 'A',
        TTL: '60',
        ResourceRecords: ['54.12.34.56'],
      }),
    },
  },
});

export const recordOutsideZone = recordCheck({
  id: 'route53/record-outside-zone',
  title: 'Record name is outside of its hosted zone',
  severity: 'error',
  docs: {
    why: 'The name of a record ends with the name of its zone, or is that name. Route 53 rejects others: "RRSet with DNS name … is not permitted in zone …".',
    fix: "Give `recordName` relative to the zone (`'shop'`), and pass the zone of the name. `CfnRecordSet` needs the whole name.",
    sources: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html'],
    templateFix: 'Write the whole name, ending in that of the zone (`shop.acme-bank.io`), or name the zone of the name.',
    bad: stacks('shop.acme-bank.com.'),
    good: stacks('shop.acme-bank.io.'),
  },
  *ofRecord(record) {
    // With `HostedZoneName`, both stand in one template, and cfn-lint compares them (E3041).
    const zone = record.zoneProperty('HostedZoneId').isAbsent ? undefined : record.zone;
    const at = record.get('Name');
    const last = at.parts?.at(-1);
    if (zone?.name === undefined || zone.resource === undefined || typeof last !== 'string') return;
    const end = last.toLowerCase().replace(/\.$/, '');
    if (at.text === undefined ? `.${zone.name}`.endsWith(end) || end.endsWith(`.${zone.name}`) : isInside(end, zone.name)) return;
    yield {
      at,
      message: `${record.shown} is not in the zone ${zone.name}: Route 53 rejects it ("… is not permitted in zone ${zone.name}.").`,
      related: [{ at: zone.resource.property('Name'), message: 'The name of the zone.' }],
    };
  },
});

function isInside(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

const record = (more: JsonObject) => ({ Dns: { region: 'us-east-1', resources: { Shop: exampleRecord(more) } } });

export const recordRejected = recordCheck({
  id: 'route53/record-rejected',
  title: 'Invalid combination of record properties',
  severity: 'error',
  docs: {
    why: 'Some properties of a record need one another, and some exclude one another. CloudFormation’s schema allows every combination; Route 53 rejects the record ("Invalid request"), and the deployment fails.',
    fix: 'Use `ARecord`, `CnameRecord` and the other L2 records, which write complete records. On `CfnRecordSet`, change what the message names.',
    sources: [...new Set(REJECTED_RECORDS.map(({ source }) => source))],
    templateFix: 'Change what the message names.',
    bad: record({ SetIdentifier: 'us-east-1' }),
    good: record({ SetIdentifier: 'us-east-1', Region: 'us-east-1', HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f' }),
  },
  *ofRecord(record) {
    for (const { find, problem, fix } of REJECTED_RECORDS) {
      const at = find(record);
      if (at !== undefined) yield { at, message: `${record.shown} ${problem}.`, fix };
    }
  },
});
