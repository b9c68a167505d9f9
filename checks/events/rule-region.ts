import { defineCheck } from '../../src/check/check.js';
import { policy, resource, stack } from '../../src/check/example-parts.js';
import { partitionOf } from '../../src/facts/regions.js';
import { GLOBAL_EVENTS, type GlobalEvents } from '../../src/facts/reporting-regions.js';
import type { Property } from '../../src/graph/model/property.js';
import type { Resource } from '../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../src/graph/model/resource-graph.js';

const app = (region: string) => ({
  Audit: stack(region, {
    Topic: { Type: 'AWS::SNS::Topic' },
    TopicPolicy: resource('AWS::SNS::TopicPolicy', {
      Topics: [{ Ref: 'Topic' }],
      PolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: { Ref: 'Topic' },
      }),
    }),
    Logins: resource('AWS::Events::Rule', {
      EventPattern: { source: ['aws.iam'], 'detail-type': ['AWS API Call via CloudTrail'] },
      Targets: [{ Id: 'topic', Arn: { Ref: 'Topic' } }],
    }),
  }),
});

export default defineCheck({
  id: 'events/rule-region',
  title: 'EventBridge rule for a global service is in the wrong region',
  severity: 'warning',
  types: ['AWS::Events::Rule'],
  docs: {
    why: 'Global services report in one region: "AWS global services, such as AWS Identity and Access Management (IAM), AWS Organizations, and AWS Account Management deliver events only to us-east-1 Region." A rule on them in another region deploys, and never matches.',
    fix: "Create the rule in a stack of that region: `new AuditStack(app, 'Audit', { env: { account, region: 'us-east-1' } })`. To handle the events elsewhere, let that rule send them to the event bus of the other region: `new targets.EventBus(events.EventBus.fromEventBusArn(…))`.",
    sources: [
      'https://repost.aws/knowledge-center/use-eventbridge-rule-across-regions',
      'https://repost.aws/knowledge-center/eventbridge-rule-triggers-iam-single-region',
      'https://github.com/awslabs/aws-deployment-framework/issues/344',
    ],
    templateFix:
      'Declare the rule in a stack of that region. To handle the events elsewhere, let that rule send them to an event bus of the other region.',
    bad: app('eu-west-1'),
    good: app('us-east-1'),
  },
  *resource(rule) {
    const { region, graph } = rule;
    if (region === undefined || !isOnDefaultBus(rule)) return;
    for (const { at, service } of globalSources(rule)) {
      const home = homeIn(region, service);
      if (home === undefined || home === region || graph.memo(rulesInPlace).has(`${home} ${service.source}`)) continue;
      yield {
        at,
        fill: { 'us-east-1': home },
        message: `Events of ${nameOf(at, service)} are only in ${home}: this rule in ${region} never matches them.`,
      };
      return;
    }
  },
});

/** Where the service reports in the partition of a region, when that is known. */
function homeIn(region: string, service: GlobalEvents): string | undefined {
  const partition = partitionOf(region);
  return partition === 'aws' ? service.region : partition === 'aws-cn' ? service.china : undefined;
}

/** Other buses have what is sent to them. */
function isOnDefaultBus(rule: Resource): boolean {
  const bus = rule.property('EventBusName');
  return (bus.isAbsent || bus.text === 'default') && rule.property('State').text !== 'DISABLED';
}

interface GlobalSource {
  readonly at: Property;
  readonly service: GlobalEvents;
}

/** Where a rule's pattern asks for events of a global service. */
function globalSources(rule: Resource): readonly GlobalSource[] {
  const pattern = rule.property('EventPattern');
  const found = (places: readonly Property[] | undefined, key: 'source' | 'eventSource' | 'detailType') =>
    (places ?? []).flatMap((at) => {
      const service = GLOBAL_EVENTS.find((known) => at.text !== undefined && known[key] === at.text && asksOnly(pattern, known));
      return service === undefined ? [] : [{ at, service }];
    });
  return [
    ...found(pattern.get('source').items, 'source'),
    ...found(pattern.get('detail', 'eventSource').items, 'eventSource'),
    ...found(pattern.get('detail-type').items, 'detailType'),
  ];
}

function asksOnly(pattern: Property, { only }: GlobalEvents): boolean {
  if (only === undefined) return true;
  const [path, text] = only;
  const asked = pattern.get(...path).items ?? [];
  return asked.length > 0 && asked.every((item) => item.text === text);
}

/** What the events are of: the service, or the part of its events that is meant. */
function nameOf({ text }: Property, { only }: GlobalEvents): string {
  return only === undefined ? String(text) : `${text} with ${only[0].join('.')} ${only[1]}`;
}

/** Regions and services whose events another rule of the app takes where they are: it may send them on, or be the same rule in every region. */
function rulesInPlace(graph: ResourceGraph): ReadonlySet<string> {
  return new Set(
    graph.resourcesOfType('AWS::Events::Rule').flatMap((rule) => {
      const pattern = rule.property('EventPattern');
      // A pattern without a source, or with one that is not known, may take all.
      const isOpen = pattern.get('source').items?.every(({ text }) => text !== undefined) !== true || pattern.get('source').isAbsent;
      const services = isOpen && globalSources(rule).length === 0 ? GLOBAL_EVENTS : globalSources(rule).map(({ service }) => service);
      return pattern.isAbsent
        ? []
        : services
            .filter(({ region, china }) => region === rule.region || (china !== undefined && china === rule.region))
            .map(({ source }) => `${rule.region} ${source}`);
    }),
  );
}
