import { textsIn } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';

/** Types that write a resource policy of CloudWatch Logs, which counts for all log groups of its account and region. */
const WRITERS = ['AWS::Logs::ResourcePolicy', 'Custom::CloudwatchLogResourcePolicy', 'Custom::AWS'];

/**
 * Whether a service may be let in to a log group: a policy of its account and region names it. What else the policy says is not read.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
export function mayWriteLogs({ graph, account, region }: Resource, service: string): boolean {
  if (graph.mayLackResources()) return true;
  return writersBeside({ graph, account, region }).some((writer) => mayName(writer, service));
}

/** What writes a policy that lets a service write to a log group, beginning with those that say so. None where none says so. */
export function writersFor(logGroup: Resource, service: string): readonly Resource[] {
  const writers = writersBeside(logGroup).filter((writer) => mayName(writer, service));
  const isCertain = (writer: Resource) => writer.existence === 'certain' && textsIn(writer.raw).join('').includes(`${service}.amazonaws.`);
  const certain = writers.filter(isCertain);
  return certain.length === 0 ? [] : [...certain, ...writers.filter((writer) => !isCertain(writer))];
}

function writersBeside({ graph, account, region }: Pick<Resource, 'graph' | 'account' | 'region'>): readonly Resource[] {
  const writers = WRITERS.flatMap((type) => graph.resourcesOfType(type));
  return writers.filter((writer) => writer.account === account && writer.region === region);
}

/** The document is JSON in a text, mostly put together with `Fn::Join`. One that names no service may come from elsewhere. */
function mayName({ type, raw }: Resource, service: string): boolean {
  const texts = textsIn(raw).join('');
  if (texts.includes(`${service}.`)) return true;
  return type !== 'Custom::AWS' && !texts.includes('amazonaws');
}
