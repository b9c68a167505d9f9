import type { JsonObject } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { RECORD_TYPES, recordsAt, recordsOf } from '../../src/queries/record-sets.js';

const zone = { Type: 'AWS::Route53::HostedZone', Properties: { Name: 'acme-bank.io' } };
const record = (region: string, HostedZoneId: JsonObject) => ({
  Type: 'AWS::Route53::RecordSet',
  Properties: {
    HostedZoneId,
    Name: 'shop.acme-bank.io.',
    Type: 'CNAME',
    TTL: '60',
    ResourceRecords: [`${region}.shop.acme-bank.io`],
    Region: region,
    SetIdentifier: region,
    HealthCheckId: '6f1d0c9a-2b7e-4c55-9d0e-1a2b3c4d5e6f',
  },
});

export default defineCheck({
  id: 'route53/group-split-over-zones',
  title: 'Record group is split over hosted zones of one name',
  severity: 'warning',
  types: RECORD_TYPES,
  docs: {
    why: 'Each stack creates a hosted zone of the same name, with name servers of its own, and puts one record of the group into it. The domain is delegated to one of them only, so the records never meet: there is no failover and no balancing between the regions.',
    fix: 'Create the zone in one stack, and pass it (`props.zone`) or look it up (`HostedZone.fromLookup`) in the others.',
    sources: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-working-with.html'],
    templateFix: 'Create the zone in one stack, and refer to it by its ID in the others.',
    bad: {
      East: { region: 'us-east-1', resources: { Zone: zone, Shop: record('us-east-1', { Ref: 'Zone' }) } },
      West: { region: 'us-west-2', resources: { Zone: zone, Shop: record('us-west-2', { Ref: 'Zone' }) } },
    },
    good: {
      East: {
        region: 'us-east-1',
        resources: { Zone: zone, Shop: record('us-east-1', { Ref: 'Zone' }) },
        outputs: { Zone: { Value: { Ref: 'Zone' } } },
      },
      West: {
        region: 'us-west-2',
        dependencies: ['East'],
        resources: {
          Shop: record('us-west-2', { 'Fn::GetStackOutput': { StackName: 'East', OutputName: 'Zone', Region: 'us-east-1' } }),
        },
      },
    },
  },
  *resource(resource, { graph }) {
    for (const record of recordsOf(resource)) {
      const { policy, name, type } = record;
      if (name === undefined || type === undefined || policy === undefined || policy === 'simple') continue;
      // Of the hundreds that a hostile template gives one name, only those that stand alone look at the others.
      if (record.members.length !== 1) continue;
      const alone = recordsAt(graph, name, type).filter(
        ({ members, zone, resource: { account } }) =>
          members.length === 1 &&
          members[0]?.policy === policy &&
          account === resource.account &&
          zone?.name === record.zone?.name &&
          zone?.resource?.property('VPCs').isAbsent,
      );
      // Once a group: at the last of them.
      if (alone.length < 2 || alone.at(-1)?.key !== record.key) continue;
      const apart = alone.slice(0, -1);
      yield {
        at: record.zoneProperty('HostedZoneId'),
        message: `The ${policy} records ${record.shown} are in ${alone.length} different zones named ${record.zone?.name}: only one of the zones is ever asked, so they never act as a group.`,
        related: apart.map((other) => ({ at: other.zone?.resource ?? other.place, message: 'Another zone of the same name.' })),
      };
    }
  },
});
