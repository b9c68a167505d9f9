import { defineCheck } from '../../src/check/check.js';
import { resource, stack, stackAfter } from '../../src/check/example-parts.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { normalName } from '../../src/queries/dns-names.js';
import { domainAbove, publicZoneOf } from '../../src/queries/hosted-zones.js';
import { allRecords, type RecordSet } from '../../src/queries/record-sets.js';

const DOMAIN = 'AWS::Cognito::UserPoolDomain';
const stacks = (more: object) => ({
  Dns: stack('us-east-1', { Zone: resource('AWS::Route53::HostedZone', { Name: 'acme-bank.io' }), ...more }),
  Users: stackAfter('Dns', 'us-west-2', {
    Pool: { Type: 'AWS::Cognito::UserPool', DeletionPolicy: 'Retain', Properties: {} },
    Domain: resource(DOMAIN, {
      UserPoolId: { Ref: 'Pool' },
      Domain: 'auth.acme-bank.io',
      CustomDomainConfig: { CertificateArn: 'arn:aws:acm:us-east-1:482731905566:certificate/0f1e7b2a-9c3d-4a51-8e67-1b2c3d4e5f60' },
    }),
  }),
});

export default defineCheck({
  id: 'cognito/domain-parent-record',
  title: 'Cognito custom domain whose parent domain has no address record',
  severity: 'warning',
  types: [DOMAIN],
  docs: {
    why: 'Cognito creates a custom domain such as `auth.acme-bank.io` only when the domain one step above resolves to an address: "Custom domain is not a valid subdomain: Was not able to resolve the root domain, please ensure an A record exists for the root domain."',
    fix: 'Create an A record for the parent domain first, any address will do, and let the domain wait for it: `const root = new route53.ARecord(this, "Root", { zone, target: … }); domain.node.addDependency(root)`, or `usersStack.addStackDependency(dnsStack)` when they are in different stacks.',
    sources: [
      'https://repost.aws/knowledge-center/cognito-custom-domain-errors',
      'https://github.com/CraftsmenLtd/BloodConnect/issues/175',
    ],
    templateFix:
      'Create an A record for the parent domain first, any address will do, and let the domain wait for it with `DependsOn`, or deploy the stack of the records before.',
    bad: stacks({}),
    good: stacks({
      Root: resource('AWS::Route53::RecordSet', {
        HostedZoneId: { Ref: 'Zone' },
        Name: 'acme-bank.io',
        Type: 'A',
        TTL: '300',
        ResourceRecords: ['54.12.34.56'],
      }),
    }),
  },
  *resource(domain, { graph }) {
    const at = domain.property('Domain');
    if (at.text === undefined || domain.property('CustomDomainConfig').isAbsent) return;
    const parent = domainAbove(normalName(at.text));
    const zone = publicZoneOf(graph, parent);
    const records = graph.memo(addressRecords);
    if (zone === undefined || records.has(undefined)) return;
    const found = records.get(parent);
    const start = `Cognito creates ${at.text} only when ${parent} resolves to an address`;
    const answer = '"Custom domain is not a valid subdomain"';
    if (found === undefined) {
      yield {
        at,
        message: `${start}, and its zone has no A or AAAA record of that name in this app: ${answer}.`,
        related: [{ at: zone, message: `The zone of ${parent}.` }],
      };
    } else if (
      !found.some(({ resource }) => graph.order.createdBefore(resource, domain) || !graph.order.isKnown(resource.stack, domain.stack))
    ) {
      const [first] = found;
      yield {
        at,
        message: `${start}, and nothing makes its record be created before: ${answer}.`,
        related: first === undefined ? [] : [{ at: first.place, message: `The record of ${parent}.` }],
      };
    }
  },
});

/** Records that give a name an address, by name; undefined among the names when one is not known. */
function addressRecords(graph: ResourceGraph): ReadonlyMap<string | undefined, readonly RecordSet[]> {
  const found = new Map<string | undefined, RecordSet[]>();
  for (const record of allRecords(graph)) {
    if (record.type !== undefined && !['A', 'AAAA', 'CNAME'].includes(record.type)) continue;
    const name = record.isOpen || record.type === undefined ? undefined : record.name;
    const records = found.get(name) ?? [];
    found.set(name, records);
    records.push(record);
  }
  if (graph.mayLackResources()) found.set(undefined, []);
  return found;
}
