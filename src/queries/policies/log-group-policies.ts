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
  const writers = WRITERS.flatMap((type) => graph.resourcesOfType(type));
  return writers.some((writer) => writer.account === account && writer.region === region && mayName(writer, service));
}

/** The document is JSON in a text, mostly put together with `Fn::Join`. One that names no service may come from elsewhere. */
function mayName({ type, raw }: Resource, service: string): boolean {
  const texts = textsIn(raw).join('');
  if (texts.includes(`${service}.`)) return true;
  return type !== 'Custom::AWS' && !texts.includes('amazonaws');
}
