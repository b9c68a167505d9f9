import { defineCheck } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { ALIAS_SERVICE_NAMES, type ZoneOwner, zoneIdOf } from '../../src/facts/hosted-zones.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';
import { aliasTargetOf, ownerOfZoneId } from './model/alias-targets.js';

const stacks = (HostedZoneId: string): Example => ({
  Standby: {
    region: 'us-west-2',
    resources: { Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Subnets: ['subnet-1', 'subnet-2'] } } },
    outputs: { Host: { Value: { 'Fn::GetAtt': ['Balancer', 'DNSName'] } } },
  },
  Traffic: {
    region: 'us-east-1',
    dependencies: ['Standby'],
    resources: {
      Shop: {
        Type: 'AWS::Route53::RecordSet',
        Properties: {
          HostedZoneId: 'Z0456789ABCDEFGHIJKL',
          Name: 'shop.acme-bank.io.',
          Type: 'A',
          AliasTarget: {
            DNSName: { 'Fn::GetStackOutput': { StackName: 'Standby', OutputName: 'Host', Region: 'us-west-2' } },
            HostedZoneId,
          },
        },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/alias-zone-wrong',
  title: 'Alias has the wrong hosted zone ID',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'The zone id of an alias is that of the zone in which AWS keeps the target\'s name: one for each service and region, and never the zone of the record. Route 53 rejects any other: "Tried to create an alias that targets …, but the alias target name does not lie within the target zone".',
    fix: 'Use the target of the resource: `RecordTarget.fromAlias(new LoadBalancerTarget(loadBalancer))`, or read `loadBalancerCanonicalHostedZoneId`, `regionalHostedZoneId` from the same resource as the name.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
      'https://docs.aws.amazon.com/general/latest/gr/elb.html',
      'https://docs.aws.amazon.com/general/latest/gr/apigateway.html',
    ],
    templateFix:
      'Take `HostedZoneId` from the same resource as `DNSName`: `!GetAtt LoadBalancer.CanonicalHostedZoneID`, `!GetAtt Domain.RegionalHostedZoneId`.',
    bad: stacks('Z35SXDOTRQ7X7K'),
    good: stacks('Z1H1FL5HABSF5'),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const target = aliasTargetOf(record);
      if (target?.owner === undefined) continue;
      const { owner, zoneId, dnsName } = target;
      const zoneOwner = ownerOfZoneId(zoneId, record);
      const right = zoneIdOf(owner);
      if (zoneOwner === undefined || (zoneOwner !== 'own' && (nameOf(zoneOwner) === nameOf(owner) || right === undefined))) continue;
      const origin = dnsName.whole?.resource;
      yield {
        at: zoneId,
        message: `${dnsName.shown} is one of the ${nameOf(owner)}, but the zone id is ${zoneOwner === 'own' ? "the record's own" : `that of the ${nameOf(zoneOwner)}`}${right === undefined ? '' : `, not ${right}`}: Route 53 rejects the alias.`,
        ...(origin && { related: [{ at: origin, message: 'The target is declared here.' }] }),
      };
    }
  },
});

function nameOf({ service, region }: ZoneOwner): string {
  return `${ALIAS_SERVICE_NAMES[service]}${region === undefined ? '' : ` in ${region}`}`;
}
