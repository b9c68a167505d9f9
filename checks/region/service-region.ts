import { defineCheck } from '../../src/check/check.js';
import type { Problem } from '../../src/check/problem.js';
import type { ReferenceRow } from '../../src/facts/references/row.js';
import { referencesOf, referringTypes } from '../../src/facts/references/table.js';
import { STACK_REGIONS, ZONE_PATHS } from '../../src/facts/region-bound.js';
import { partitionOf } from '../../src/facts/regions.js';
import type { Property } from '../../src/graph/model/property.js';
import { fixOf, type NamedPlace, namedPlaces, regionNamedBy } from '../../src/queries/named-places.js';
import { foreignZones } from './model/foreign-zones.js';
import { outsideItsRegion } from './model/stack-regions.js';

const acl = (region: string) => ({
  Web: {
    region,
    resources: {
      Acl: {
        Type: 'AWS::WAFv2::WebACL',
        Properties: {
          Scope: 'CLOUDFRONT',
          DefaultAction: { Allow: {} },
          VisibilityConfig: { CloudWatchMetricsEnabled: true, MetricName: 'acl', SampledRequestsEnabled: true },
        },
      },
    },
  },
});

export default defineCheck({
  id: 'region/service-region',
  title: 'Resource referenced from a different region',
  severity: 'error',
  types: [...new Set([...referringTypes(), ...Object.keys(ZONE_PATHS), ...Object.keys(STACK_REGIONS)])],
  docs: {
    why: 'CloudFront takes certificates, edge functions and web ACLs from us-east-1 only ("The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT"). Other services want what they use in their own region: certificates of load balancers, actions of alarms ("Invalid region … specified"), targets of EventBridge rules, queues, layers, availability zones.',
    fix: "Most services need a resource of their own region: create one there. What CloudFront uses belongs into a stack in us-east-1 that passes it on: `new EdgeStack(app, 'Edge', { env: { account, region: 'us-east-1' }, crossRegionReferences: true })`.",
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
      'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html',
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html',
    ],
    bad: acl('eu-west-1'),
    good: acl('us-east-1'),
  },
  *resource(resource) {
    if (resource.region === undefined) return;
    for (const row of referencesOf(resource.type)) {
      // `region/key-region` checks keys of what is here.
      if (row.region === 'any' || (row.services.includes('kms') && row.region === 'stack' && row.what === 'key')) continue;
      for (const place of namedPlaces(resource, row)) {
        const problem = otherRegion(place);
        if (problem !== undefined) yield problem;
      }
    }
    if (ZONE_PATHS[resource.type] !== undefined) yield* foreignZones(resource);
    const problem = outsideItsRegion(resource);
    if (problem !== undefined) yield problem;
  },
});

function otherRegion({ at, row, wantedRegion, decidedBy }: NamedPlace): Problem | undefined {
  const found = wantedRegion === undefined ? undefined : regionNamedBy(at, row);
  if (wantedRegion === undefined || found === undefined || found === wantedRegion || partitionOf(found) !== partitionOf(wantedRegion))
    return undefined;
  const because = reasonFor(row, decidedBy);
  return {
    at,
    ...(row.source === undefined && { severity: 'warning' }),
    message: `This ${row.what} is in ${found} and must be in ${wantedRegion}${because}${row.words === undefined ? '.' : `: "${row.words}"`}`,
    fix: fixOf(row, wantedRegion),
    ...(at.reference && { related: [{ at: at.reference.resource, message: `It is declared in ${found}.` }] }),
  };
}

function reasonFor({ region }: ReferenceRow, decidedBy: Property | undefined): string {
  if (typeof region === 'object' && 'bucketAt' in region) return ', the region of the bucket';
  if (decidedBy?.isAbsent === false) return `, as ${decidedBy.path.at(-1)} says`;
  return region === 'stack' || decidedBy !== undefined ? ', the region of the stack' : '';
}
