import type { Property } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import { placesAt } from '../../queries/region-of.js';
import { tableOf } from '../../table-of.js';

/** Properties that give a resource a host of the user's own. */
const GIVEN: Readonly<Record<string, string>> = tableOf({
  'AWS::ApiGateway::DomainName': 'DomainName',
  'AWS::ApiGatewayV2::DomainName': 'DomainName',
  'AWS::AppSync::DomainName': 'DomainName',
  'AWS::CloudFront::Distribution': 'DistributionConfig.Aliases.*',
  'AWS::Cognito::UserPoolDomain': 'Domain',
});

/** Properties that hold the host of what a resource calls, without a scheme. */
const CALLED: Readonly<Record<string, readonly string[]>> = tableOf({
  'AWS::CloudFront::Distribution': ['DistributionConfig.Origins.*.DomainName'],
  'AWS::Route53::HealthCheck': ['HealthCheckConfig.FullyQualifiedDomainName'],
  'AWS::Route53::RecordSet': ['ResourceRecords.*', 'AliasTarget.DNSName'],
  'AWS::Route53::RecordSetGroup': ['RecordSets.*.ResourceRecords.*', 'RecordSets.*.AliasTarget.DNSName'],
});

/** Hosts that resources get without a record that leads to them. */
export function* addressHosts(graph: ResourceGraph): Generator<{ readonly host: string; readonly resource: Resource }> {
  for (const [type, path] of Object.entries(GIVEN)) {
    for (const resource of graph.resourcesOfType(type)) {
      for (const { text } of placesAt(resource, path)) if (text?.includes('.')) yield { host: text, resource };
    }
  }
}

/** The places of a resource where a host stands alone. */
export function hostPlaces(resource: Resource): readonly Property[] {
  return placesAt(resource, ...(CALLED[resource.type] ?? []));
}
