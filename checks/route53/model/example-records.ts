import type { JsonObject } from '../../../src/assembly/model.js';
import { resource, stack } from '../../../src/check/example-parts.js';

/** For examples: a record of one region without a problem of its own, and what is added to it. */
export function recordOfEast(more: JsonObject = {}): JsonObject {
  return resource('AWS::Route53::RecordSet', {
    HostedZoneId: 'Z0456789ABCDEFGHIJKL',
    Name: 'shop.acme-bank.io.',
    Type: 'CNAME',
    TTL: '60',
    ResourceRecords: ['east.shop.acme-bank.io'],
    Region: 'us-east-1',
    SetIdentifier: 'us-east-1',
    ...more,
  });
}

/** The same, with the health check that is named `Health`. */
export const recordWithHealth: JsonObject = recordOfEast({ HealthCheckId: { Ref: 'Health' } });

/** For examples: an A record without a problem of its own, and what is added to it. */
export function exampleRecord(more: JsonObject): JsonObject {
  return resource('AWS::Route53::RecordSet', {
    HostedZoneId: 'Z0456789ABCDEFGHIJKL',
    Name: 'shop.acme-bank.io.',
    Type: 'A',
    TTL: '60',
    ResourceRecords: ['54.12.34.56'],
    ...more,
  });
}

/** For examples: a stack with a health check of this configuration, named `Health`, and a record that uses it. */
export function stackWithHealth(HealthCheckConfig: JsonObject, beside: JsonObject = {}) {
  return stack('us-east-1', { ...beside, Health: resource('AWS::Route53::HealthCheck', { HealthCheckConfig }), Record: recordWithHealth });
}
