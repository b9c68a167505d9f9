import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { keyTextOf } from './key-texts.js';

/** A rule that sends events of a bucket somewhere, with everything that decides whether it overlaps another known. */
export interface NotificationRule {
  readonly resource: Resource;
  readonly at: Property;
  /** Equal for rules of one bucket. */
  readonly bucket: string;
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

export const NOTIFICATION_TYPES = ['AWS::S3::Bucket', 'Custom::S3BucketNotifications'] as const;

/** CloudFormation's names of the lists and filters in a bucket, and the API's names in CDK's custom resource. */
const LISTS = ['LambdaConfigurations', 'QueueConfigurations', 'TopicConfigurations', 'LambdaFunctionConfigurations'];

/** The rules of all buckets, by bucket, in the order of the templates. */
export function notificationRules(graph: ResourceGraph): ReadonlyMap<string, readonly NotificationRule[]> {
  const rules = new Map<string, NotificationRule[]>();
  for (const resource of graph.certainResourcesOfType(...NOTIFICATION_TYPES)) {
    const bucket = bucketOf(resource);
    const configuration = resource.property('NotificationConfiguration');
    if (bucket === undefined || configuration.isAbsent) continue;
    const found = LISTS.flatMap((list) => configuration.get(list).items ?? []).flatMap((at) => ruleAt(resource, at, bucket) ?? []);
    rules.set(bucket, [...(rules.get(bucket) ?? []), ...found]);
  }
  return rules;
}

/** Equal for resources that write the notifications of one bucket. */
export function bucketOf(resource: Resource): string | undefined {
  return resource.type === 'AWS::S3::Bucket' ? resource.id : keyTextOf(resource.property('BucketName'), 'resource')?.text;
}

function ruleAt(resource: Resource, at: Property, bucket: string): NotificationRule | undefined {
  const events = at.get('Event').isAbsent ? at.get('Events').items?.map(({ text }) => text) : [at.get('Event').text];
  const filter = at.get('Filter', 'S3Key').isAbsent ? at.get('Filter', 'Key', 'FilterRules') : at.get('Filter', 'S3Key', 'Rules');
  const parts = (filter.items ?? []).map((rule) => [rule.get('Name').text?.toLowerCase(), rule.get('Value').text] as const);
  if (events === undefined || filter.items === undefined || parts.flat().includes(undefined) || events.includes(undefined))
    return undefined;
  const textOf = (name: string) => parts.find(([key]) => key === name)?.[1] ?? '';
  return { resource, at, bucket, events: events.flatMap((event) => event ?? []), prefix: textOf('prefix'), suffix: textOf('suffix') };
}

/** The event for which S3 rejects both rules; undefined when they can stand side by side. */
export function sharedEvent(one: NotificationRule, other: NotificationRule): string | undefined {
  if (!overlap(one.prefix, other.prefix, 'startsWith') || !overlap(one.suffix, other.suffix, 'endsWith')) return undefined;
  return one.events.find((event) => other.events.some((second) => covers(event, second) || covers(second, event)));
}

function overlap(one: string, other: string, ends: 'startsWith' | 'endsWith'): boolean {
  return one[ends](other) || other[ends](one);
}

/** `s3:ObjectCreated:*` covers `s3:ObjectCreated:Put`. */
function covers(event: string, other: string): boolean {
  return event === other || (event.endsWith(':*') && other.startsWith(event.slice(0, -1)));
}
