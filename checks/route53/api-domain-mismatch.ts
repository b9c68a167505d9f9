import { defineCheck } from '../../src/check/check.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';
import { normalName } from '../../src/queries/dns-names.js';
import { allRecords, RECORD_TYPES, recordsOf } from '../../src/queries/record-sets.js';
import { aliasTargetOf } from './model/alias-targets.js';

const DOMAINS = ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'];

const stacks = (DomainName: string) => ({
  Standby: {
    region: 'us-west-2',
    resources: { Domain: { Type: 'AWS::ApiGatewayV2::DomainName', Properties: { DomainName } } },
    outputs: {
      Host: { Value: { 'Fn::GetAtt': ['Domain', 'RegionalDomainName'] } },
      Zone: { Value: { 'Fn::GetAtt': ['Domain', 'RegionalHostedZoneId'] } },
    },
  },
  Traffic: {
    region: 'us-east-1',
    dependencies: ['Standby'],
    resources: {
      Api: {
        Type: 'AWS::Route53::RecordSet',
        Properties: {
          HostedZoneId: 'Z0456789ABCDEFGHIJKL',
          Name: 'api.acme-bank.io.',
          Type: 'A',
          AliasTarget: {
            DNSName: { 'Fn::GetStackOutput': { StackName: 'Standby', OutputName: 'Host', Region: 'us-west-2' } },
            HostedZoneId: { 'Fn::GetStackOutput': { StackName: 'Standby', OutputName: 'Zone', Region: 'us-west-2' } },
          },
        },
      },
    },
  },
});

export default defineCheck({
  id: 'route53/api-domain-mismatch',
  title: 'Record name is not the custom domain name of its API',
  severity: 'warning',
  types: RECORD_TYPES,
  docs: {
    why: 'API Gateway finds the API by the host name of the request, and shows the certificate of the custom domain. A client that comes by another name gets a certificate for the wrong name, or 403. "The name of the record that you\'re creating must match a custom domain name for your API." For failover, the custom domains of all regions have the same name.',
    fix: 'Create the custom domain with the name of the record in every region: `new DomainName(this, "Domain", { domainName: "api.acme-bank.io", certificate, endpointType: EndpointType.REGIONAL })`.',
    sources: [
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html',
    ],
    templateFix:
      'Declare the custom domain with the name of the record in every region: `DomainName: api.acme-bank.io`, `EndpointConfiguration: { Types: [REGIONAL] }`, and a certificate of that region.',
    bad: stacks('west.acme-bank.io'),
    good: stacks('api.acme-bank.io'),
  },
  *resource(resource, { graph }) {
    for (const record of recordsOf(resource)) {
      const target = aliasTargetOf(record)?.dnsName;
      const domain = target?.whole?.resource;
      const name = record.get('Name').text;
      if (target === undefined || domain === undefined || name === undefined || !DOMAINS.includes(domain.type)) continue;
      const custom = domain.property('DomainName').text;
      if (custom === undefined || covers(normalName(custom), normalName(name)) || graph.memo(targets).has(normalName(name))) continue;
      yield {
        at: target.at,
        message: `The record is named ${normalName(name)}, but the custom domain that it points to is ${custom}: API Gateway does not know the record's name, and answers with the wrong certificate or 403.`,
        related: [{ at: domain.property('DomainName'), message: 'The name of the custom domain.' }],
      };
    }
  },
});

function covers(custom: string, name: string): boolean {
  return custom === name || (custom.startsWith('*.') && name.slice(name.indexOf('.')) === custom.slice(1));
}

/** Names that other records lead to: a client comes by the other name. */
function targets(graph: ResourceGraph): ReadonlySet<string | undefined> {
  return new Set(allRecords(graph).map(({ target }) => target));
}
