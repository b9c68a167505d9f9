import { defineCheck } from '../../src/check/check.js';
import type { Example } from '../../src/check/example.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { normalName } from '../../src/queries/dns-names.js';
import { checkedHostOf, checksFromInside } from '../../src/queries/health-check-host.js';
import { isWithinRanges } from '../../src/queries/ip-ranges.js';
import { RECORD_TYPES, type RecordSet, recordsOf } from '../../src/queries/record-sets.js';
import { recordWithHealth } from './model/example-records.js';

const failover = (host: string): Example => ({
  Dns: stack('us-east-1', {
    Health: resource('AWS::Route53::HealthCheck', { HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: host } }),
    Shop: recordWithHealth,
  }),
});

export default defineCheck({
  id: 'route53/health-check-host-self',
  title: 'Health check checks the record that depends on it',
  severity: 'error',
  types: RECORD_TYPES,
  docs: {
    why: 'The health checker asks the DNS for the name, and the DNS answers according to the health check: once the record is taken out, the check sees another endpoint, finds it healthy, and puts the record back. Route 53: "Health check results will be unpredictable".',
    fix: "Give each endpoint a name of its own and check that: the load balancer's `loadBalancerDnsName`, or a record such as `east.shop.acme-bank.io`. With an `ipAddress`, the name is only sent as a header, and may be that of the record.",
    sources: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html'],
    templateFix:
      'Give each endpoint a name of its own and check that: `!GetAtt LoadBalancer.DNSName`, or a record such as `east.shop.acme-bank.io`. With an `IPAddress`, the name is only sent as a header, and may be that of the record.',
    bad: failover('shop.acme-bank.io'),
    good: failover('east.shop.acme-bank.io'),
  },
  *resource(resource) {
    for (const record of recordsOf(resource)) {
      const id = record.get('HealthCheckId');
      const check = id.reference?.resource;
      const host = check?.type === 'AWS::Route53::HealthCheck' ? checkedHostOf(check) : undefined;
      const text = host?.at.text;
      if (check === undefined || host === undefined || text === undefined || check.existence !== 'certain') continue;
      if (record.policy === undefined || record.policy === 'simple' || record.name !== normalName(text)) continue;
      // A private zone answers only in its VPCs; the checkers ask the public DNS, or look from inside on purpose.
      if (record.zone === undefined || isPrivate(record) || checksFromInside(check)) continue;
      yield {
        at: id,
        message: `${check.displayNameFrom(id.resource)} checks ${host.shown}, the name of this ${record.policy} record itself: its result changes the answers that it then checks.`,
        related: [{ at: host.at, message: 'The host that is checked.' }],
      };
    }
  },
});

/** Of a zone that is declared elsewhere, only what its records hold tells. */
function isPrivate(record: RecordSet): boolean {
  const { resource } = record.zone ?? {};
  if (resource !== undefined) return !resource.property('VPCs').isAbsent;
  const addresses = record.get('ResourceRecords').items ?? [];
  return addresses.some(({ text }) => text !== undefined && isWithinRanges(text, PRIVATE_RANGES));
}

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
