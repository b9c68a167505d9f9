import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Property } from '../../src/graph/model/property.js';
import { checkedHostOf, checksFromInside } from '../../src/queries/health-check-host.js';

const zone = (Name: string) => ({ Dns: stack('us-east-1', { Zone: resource('AWS::Route53::HostedZone', { Name }) }) });

/** Sources: RFC 2606 and RFC 6761; `.local` RFC 6762; `.internal` is reserved for private use by ICANN. */
const DOCUMENTATION = /(?:^|\.)example\.(?:com|net|org)$/;
const NOT_PUBLIC = /(?:\.(?:example|invalid|test|local|internal)|(?:^|\.)localhost)$/;

export default defineCheck({
  id: 'route53/reserved-domain',
  title: 'Reserved domain name',
  severity: 'error',
  types: ['AWS::Route53::HostedZone', 'AWS::Route53::HealthCheck'],
  docs: {
    why: 'The name is reserved for documentation and cannot be registered. Route 53 rejects a hosted zone for it: "InvalidDomainName: … is reserved by AWS!". A health check of such a name reaches a server that is not yours, or none.',
    fix: 'Use a domain of your own, for example from the context: `this.node.getContext("domainName")`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html',
      'https://github.com/aws-samples/sample-agentic-value-accelerator/pull/126',
      'https://www.rfc-editor.org/rfc/rfc2606',
      'https://www.rfc-editor.org/rfc/rfc6761',
    ],
    templateFix: 'Use a domain of your own, for example from a parameter.',
    bad: zone('tap-stack.example.com'),
    good: zone('tap-stack.acme-bank.io'),
  },
  *resource(resource) {
    if (resource.type === 'AWS::Route53::HostedZone') {
      const name = resource.property('Name');
      // In a private zone any name serves.
      if (resource.property('VPCs').isAbsent && DOCUMENTATION.test(endOf(name)))
        yield { at: name, message: `Route 53 rejects a public hosted zone for ${endOf(name)}: it "is reserved by AWS!".` };
      return;
    }
    const host = checkedHostOf(resource);
    if (host === undefined || checksFromInside(resource)) return;
    const end = endOf(host.at);
    if (DOCUMENTATION.test(end)) {
      yield {
        at: host.at,
        severity: 'warning',
        message: `${host.shown} is reserved for documentation: the health check asks a server that is not yours.`,
      };
    } else if (NOT_PUBLIC.test(end)) {
      yield {
        at: host.at,
        message: `${host.shown} is under a name that does not exist in the public DNS: the health check is never healthy.`,
      };
    }
  },
});

/** What a name ends with, as far as it is known. */
function endOf(name: Property): string {
  const last = name.parts?.at(-1);
  return typeof last === 'string' ? last.toLowerCase().replace(/\.$/, '') : '';
}
