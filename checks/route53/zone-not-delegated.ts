import { defineCheck } from '../../src/check/check.js';
import { outputOf, resource, stackAfter, stackWith } from '../../src/check/example-parts.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { normalName } from '../../src/queries/dns-names.js';
import { domainAbove, publicNameOf, publicZoneOf } from '../../src/queries/hosted-zones.js';
import { allRecords } from '../../src/queries/record-sets.js';

const ZONE = 'AWS::Route53::HostedZone';
const zone = (Name: string) => resource(ZONE, { Name });
const stacks = (more: object) => ({
  Dns: stackWith({ Zone: { Ref: 'Zone' } }, 'us-east-1', { Zone: zone('acme-bank.io') }),
  Shop: stackAfter('Dns', 'us-west-2', {
    Zone: zone('shop.acme-bank.io'),
    Certificate: resource('AWS::CertificateManager::Certificate', {
      DomainName: 'shop.acme-bank.io',
      ValidationMethod: 'DNS',
      DomainValidationOptions: [{ DomainName: 'shop.acme-bank.io', HostedZoneId: { Ref: 'Zone' } }],
    }),
    ...more,
  }),
});

export default defineCheck({
  id: 'route53/zone-not-delegated',
  title: 'Hosted zone without delegation from its parent zone',
  severity: 'warning',
  types: [ZONE],
  docs: {
    why: "Resolvers find a subdomain's hosted zone through NS records in the parent zone. CloudFormation gives each new zone name servers of its own and does not add them to the parent zone: without the NS records nothing in the zone is found, and a certificate that is validated there is never issued (the stack stays in CREATE_IN_PROGRESS until it times out).",
    fix: 'In one account: `new route53.NsRecord(this, "Delegation", { zone: parentZone, recordName: "shop", values: zone.hostedZoneNameServers! })`, and `certificate.node.addDependency(delegation)`. Across accounts: `new route53.CrossAccountZoneDelegationRecord(this, "Delegation", { delegatedZone: zone, parentHostedZoneName, delegationRole })`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/CreatingNewSubdomain.html',
      'https://github.com/aws/aws-cdk/issues/2914',
    ],
    templateFix:
      'In one account: a record with `Type: NS` in the parent zone and `ResourceRecords: !GetAtt Zone.NameServers`, which the certificate waits for (`DependsOn`). Across accounts, write that record in a stack of the account of the parent zone.',
    bad: stacks({}),
    good: stacks({
      Delegation: resource('AWS::Route53::RecordSet', {
        HostedZoneId: outputOf('Dns', 'Zone', 'us-east-1'),
        Name: 'shop.acme-bank.io',
        Type: 'NS',
        TTL: '172800',
        ResourceRecords: { 'Fn::GetAtt': ['Zone', 'NameServers'] },
      }),
    }),
  },
  *resource(zone, { graph }) {
    const name = publicNameOf(zone);
    if (name === undefined) return;
    const parent = publicZoneOf(graph, domainAbove(name));
    if (parent === undefined || isDelegated(zone, name)) return;
    const [certificate] = graph
      .linksTo(zone)
      .filter(({ from, path }) => from.type === 'AWS::CertificateManager::Certificate' && path[1] === 'DomainValidationOptions');
    const effect =
      certificate === undefined
        ? 'resolvers do not find its records'
        : `ACM does not find the record that validates ${certificate.from.displayName}, and the stack waits for the certificate until it times out`;
    yield {
      at: zone.property('Name'),
      message: `No NS record in the zone ${publicNameOf(parent)} delegates ${name} to this zone: ${effect}.`,
      related: [
        { at: parent, message: `The parent zone, ${publicNameOf(parent)}.` },
        ...(certificate === undefined ? [] : [{ at: certificate.from, message: 'The certificate that is validated in the zone.' }]),
      ],
    };
  },
});

/** Whether something may delegate the zone: an NS record of its name, or whatever reads its name servers. */
function isDelegated(zone: Resource, name: string): boolean {
  const { graph, stack, logicalId } = zone;
  const delegations = graph.memo(delegatedNames);
  if (delegations.has(name) || delegations.has(undefined)) return true;
  if (graph.linksTo(zone).some(({ attribute }) => attribute === 'NameServers')) return true;
  return [...stack.template.outputs.values()].some((output) => {
    const text = JSON.stringify(output.Value ?? null);
    return text.includes('NameServers') && text.includes(logicalId);
  });
}

/** Names of NS records; undefined among them when there may be others, whose name or type is not known. */
function delegatedNames(graph: ResourceGraph): ReadonlySet<string | undefined> {
  const names = allRecords(graph).filter(({ type }) => type === undefined || type === 'NS');
  const isOpen = graph.mayLackResources();
  // The CDK writes into the zone of another account what this asks for, whatever its name servers are made of.
  const delegations = graph.resourcesOfType('Custom::CrossAccountZoneDelegation').map((delegation) => {
    const { text } = delegation.property('DelegatedZoneName');
    return text === undefined ? undefined : normalName(text);
  });
  return new Set([...names.map((record) => (record.isOpen ? undefined : record.name)), ...delegations, ...(isOpen ? [undefined] : [])]);
}
