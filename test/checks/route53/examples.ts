import type { Json, JsonObject } from '../../../src/assembly/model.js';
import type { Example, ExampleStack } from '../../../src/check/example.js';

export const REST_API: JsonObject = { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'payments' } };
export const HTTP_API: JsonObject = { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'payments', ProtocolType: 'HTTP' } };
export const balancer = (more: JsonObject = {}): JsonObject => ({
  Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  Properties: { Subnets: ['subnet-1', 'subnet-2'], ...more },
});

/** A health check named `Health` with this host. */
export function health(host: Json | undefined, config: JsonObject = {}): JsonObject {
  return {
    Health: {
      Type: 'AWS::Route53::HealthCheck',
      Properties: { HealthCheckConfig: { Type: 'HTTPS', ...(host !== undefined && { FullyQualifiedDomainName: host }), ...config } },
    },
  };
}

/** One stack in us-east-1. */
export function stack(resources: JsonObject, more: ExampleStack = {}): Example {
  return { Traffic: { region: 'us-east-1', ...more, resources } };
}

/** The stack `Traffic` in us-east-1, and `Standby` in us-west-2, which is deployed before. */
export function twoRegions(traffic: JsonObject, standby: JsonObject, outputs: JsonObject = {}): Example {
  return { Standby: { region: 'us-west-2', resources: standby, outputs }, ...stack(traffic, { dependencies: ['Standby'] }) };
}

/** An output of `Standby`, read in `Traffic`. */
export function fromStandby(output: string): Json {
  return { 'Fn::GetStackOutput': { StackName: 'Standby', OutputName: output, Region: 'us-west-2' } };
}

export const ZONE_ID = 'Z0456789ABCDEFGHIJKL';

/** A record `shop.acme-bank.io A` in a zone given by its id. */
export function record(more: JsonObject = {}): JsonObject {
  return {
    Type: 'AWS::Route53::RecordSet',
    Properties: { ...withoutZone(), HostedZoneId: ZONE_ID, ...more },
  };
}

/** The same, for an entry of a `AWS::Route53::RecordSetGroup`. */
export function withoutZone(more: JsonObject = {}): JsonObject {
  return { Name: 'shop.acme-bank.io.', Type: 'A', TTL: '60', ResourceRecords: ['54.12.34.56'], ...more };
}

/** An alias instead of addresses. */
export function alias(DNSName: Json, HostedZoneId: Json, more: JsonObject = {}): JsonObject {
  const { TTL, ResourceRecords, ...rest } = withoutZone(more);
  return {
    Type: 'AWS::Route53::RecordSet',
    Properties: { HostedZoneId: ZONE_ID, AliasTarget: { DNSName, HostedZoneId }, ...rest },
  };
}
