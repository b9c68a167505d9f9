import { defineCheck } from '../../src/check/check.js';
import { hostAt } from '../../src/queries/health-check-host.js';
import { RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';

const example = (more: object) => ({
  Dns: {
    region: 'us-east-1',
    resources: {
      Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Subnets: ['subnet-1', 'subnet-2'] } },
      Shop: {
        Type: 'AWS::Route53::RecordSet',
        Properties: {
          HostedZoneId: 'Z0456789ABCDEFGHIJKL',
          Name: 'shop.acme-bank.io.',
          TTL: '60',
          ResourceRecords: [{ 'Fn::GetAtt': ['Balancer', 'DNSName'] }],
          ...more,
        },
      },
    },
  },
});

/** Attributes that are host names, never addresses. Source: "Return values" of each type in the CloudFormation Template Reference. */
const HOST_ATTRIBUTE =
  /^(?:DNSName|DnsName|DomainName|RegionalDomainName|DistributionDomainName|DualStackDnsName|Endpoint\.Address|(?:Public|Private)DnsName|.*Endpoint)$/;

export default defineCheck({
  id: 'route53/record-value-type',
  title: 'Address record with a host name as its value',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'Records of type A and AAAA hold IP addresses. Route 53 rejects a host name in one: "InvalidChangeBatch: Value is not a valid IPv4 address".',
    fix: 'Use an alias, `RecordTarget.fromAlias(new LoadBalancerTarget(loadBalancer))`, or a `CnameRecord` for a name that no alias can point at.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/troubleshooting-route-53.html',
    ],
    bad: example({ Type: 'A' }),
    good: example({ Type: 'CNAME' }),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const { type } = record;
      if (type !== 'A' && type !== 'AAAA') continue;
      for (const at of record.get('ResourceRecords').items ?? []) {
        const host = hostAt(at);
        const isHost = host !== undefined && (HOST_ATTRIBUTE.test(host.whole?.attribute ?? '') || isHostName(at.text ?? ''));
        if (!isHost) continue;
        yield {
          at,
          message: `${host.shown} is a host name, and a record of type ${type} holds IP addresses: Route 53 rejects it with "Value is not a valid IPv${type === 'A' ? 4 : 6} address".`,
        };
      }
    }
  },
});

/** Some letter in its last label: no address has one. */
function isHostName(text: string): boolean {
  return /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z][a-z0-9-]+\.?$/i.test(text.trim());
}
