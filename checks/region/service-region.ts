import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import type { Problem } from '../../src/check/problem.js';
import { typesCheckedBy } from '../../src/facts/references/table.js';
import { STACK_REGIONS, ZONE_PATHS } from '../../src/facts/region-bound.js';
import { ADDRESSES } from '../../src/facts/regional-hosts.js';
import { isRegion, partitionOf } from '../../src/facts/regions.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { resourcesNaming } from '../../src/queries/named-places.js';
import { placesOfOtherPartitions, placesOfOtherRegions, problemOfOtherRegion } from '../../src/queries/other-region.js';
import { placesAt } from '../../src/queries/region-of.js';
import { foreignZones } from './model/foreign-zones.js';
import { outsideItsRegion } from './model/stack-regions.js';

const acl = (region: string) => ({
  Web: stack(region, {
    Acl: resource('AWS::WAFv2::WebACL', {
      Scope: 'CLOUDFRONT',
      DefaultAction: { Allow: {} },
      VisibilityConfig: { CloudWatchMetricsEnabled: true, MetricName: 'acl', SampledRequestsEnabled: true },
    }),
  }),
});

export default defineCheck({
  id: 'region/service-region',
  title: 'Resource referenced from a different region',
  severity: 'error',
  types: [
    ...new Set([
      ...typesCheckedBy('region/service-region'),
      ...Object.keys(ADDRESSES),
      ...Object.keys(ZONE_PATHS),
      ...Object.keys(STACK_REGIONS),
    ]),
  ],
  docs: {
    why: 'CloudFront takes certificates, edge functions and web ACLs from us-east-1 only ("The scope is not valid., field: SCOPE_VALUE, parameter: CLOUDFRONT"). Other services want what they use in their own region: certificates of load balancers, actions of alarms ("Invalid region … specified"), targets of EventBridge rules, queues, layers, availability zones.',
    fix: "Most services need a resource of their own region: create one there. Create what CloudFront uses in a stack in us-east-1 that passes it on: `new EdgeStack(app, 'Edge', { env: { account, region: 'us-east-1' }, crossRegionReferences: true })`.",
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
      'https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html',
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
      'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html',
      'https://github.com/aws/aws-cdk/issues/17458',
    ],
    templateFix:
      'Most services need a resource of their own region: create one there. What CloudFront uses belongs in a stack in us-east-1, whose outputs are passed on as parameters.',
    bad: acl('eu-west-1'),
    good: acl('us-east-1'),
  },
  among: (graph) => {
    const naming = graph.memo(resourcesNaming);
    return {
      has: (resource) =>
        naming.has(resource) ||
        ADDRESSES[resource.type] !== undefined ||
        ZONE_PATHS[resource.type] !== undefined ||
        STACK_REGIONS[resource.type] !== undefined,
    };
  },
  *resource(resource) {
    for (const place of placesOfOtherRegions(resource, 'region/service-region')) yield problemOfOtherRegion(place);
    for (const { at, partition } of placesOfOtherPartitions(resource))
      yield {
        at,
        message: `This ARN is of the partition ${partition}, and ${resource.region} is in ${partitionOf(resource.region ?? '')}: nothing there has this ARN.`,
        fix: 'Build the ARN with the partition of the stack: `` `arn:${this.partition}:lambda:…` ``, or `this.formatArn(…)`.',
      };
    yield* functionsOfOtherRegions(resource);
    if (ZONE_PATHS[resource.type] !== undefined) yield* foreignZones(resource);
    yield* outsideItsRegion(resource);
  },
});

/** `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:111122223333:function:orders/invocations` */
const INVOCATION =
  /^arn:[a-z-]{3,20}:apigateway:([a-z0-9-]{1,30}):lambda:path\/[^/]{1,20}\/functions\/arn:[a-z-]{3,20}:lambda:([a-z0-9-]{1,30}):/;

/** Functions that are named by an ARN in an address; those that are referred to are checked with the hosts. */
function* functionsOfOtherRegions(resource: Resource): Generator<Problem> {
  for (const at of placesAt(resource, ...(ADDRESSES[resource.type] ?? []))) {
    const [, region = '', found = ''] = INVOCATION.exec(at.textWith('\n')) ?? [];
    if (region === found || region !== resource.region || !isRegion(found)) continue;
    yield {
      at,
      message: `This function is in ${found} and must be in ${region}, the region of the stack: "Functions from '${found}' are not reachable in this region ('${region}')"`,
      fix: `Deploy the function beside the API, in ${region}, or put a function there that calls the other one.`,
    };
  }
}
