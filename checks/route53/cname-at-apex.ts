import { defineCheck } from '../../src/check/check.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';

const example = (Name: string) => ({
  Dns: {
    region: 'us-east-1',
    resources: {
      Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io' } },
      Shop: {
        Type: 'AWS::Route53::RecordSet',
        Properties: { HostedZoneId: { Ref: 'Zone' }, Name, Type: 'CNAME', TTL: '60', ResourceRecords: ['shop.acme-cdn.net'] },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/cname-at-apex',
  title: 'CNAME record at the zone apex',
  severity: 'error',
  types: RECORD_TYPES,
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
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const { zone } = record;
      if (record.type !== 'CNAME' || zone?.name === undefined || record.name !== zone.name) continue;
      yield {
        at: record.get('Name'),
        message: `${record.shown} has the name of its zone: Route 53 rejects it, "RRSet of type CNAME with DNS name ${zone.name}. is not permitted at apex in zone ${zone.name}.".`,
        ...(zone.resource && { related: [{ at: zone.resource.property('Name'), message: 'The name of the zone.' }] }),
      };
    }
  },
});
