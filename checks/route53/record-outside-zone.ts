import { defineCheck } from '../../src/check/check.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';

const stacks = (Name: string) => ({
  Zones: {
    region: 'us-east-1',
    resources: { Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io' } } },
    outputs: { Zone: { Value: { Ref: 'Zone' } } },
  },
  Shop: {
    region: 'us-west-2',
    dependencies: ['Zones'],
    resources: {
      Record: {
        Type: 'AWS::Route53::RecordSet',
        Properties: {
          HostedZoneId: { 'Fn::GetStackOutput': { StackName: 'Zones', OutputName: 'Zone', Region: 'us-east-1' } },
          Name,
          Type: 'A',
          TTL: '60',
          ResourceRecords: ['54.12.34.56'],
        },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/record-outside-zone',
  title: 'Record name is outside of its hosted zone',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'The name of a record ends with the name of its zone, or is that name. Route 53 rejects others: "RRSet with DNS name … is not permitted in zone …".',
    fix: "Give `recordName` relative to the zone (`'shop'`), and pass the zone of the name. `CfnRecordSet` needs the whole name.",
    sources: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html'],
    templateFix: 'Write the whole name, ending in that of the zone (`shop.acme-bank.io`), or name the zone of the name.',
    bad: stacks('shop.acme-bank.com.'),
    good: stacks('shop.acme-bank.io.'),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      // With `HostedZoneName`, both stand in one template, and cfn-lint compares them (E3041).
      const zone = record.zoneProperty('HostedZoneId').isAbsent ? undefined : record.zone;
      const last = record.get('Name').parts?.at(-1);
      if (zone?.name === undefined || zone.resource === undefined || typeof last !== 'string') continue;
      const end = last.toLowerCase().replace(/\.$/, '');
      const isWhole = record.get('Name').text !== undefined;
      if (isWhole ? isInside(end, zone.name) : `.${zone.name}`.endsWith(end) || end.endsWith(`.${zone.name}`)) continue;
      yield {
        at: record.get('Name'),
        message: `${record.shown} is not in the zone ${zone.name}: Route 53 rejects it ("… is not permitted in zone ${zone.name}.").`,
        related: [{ at: zone.resource.property('Name'), message: 'The name of the zone.' }],
      };
    }
  },
});

function isInside(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}
