import type { Link } from '../graph/model/link.js';
import type { Resource } from '../graph/model/resource.js';

/** What a bucket holds, where the graph shows that it is no data of the application. */
export type BucketUse = 'logs' | 'build artifacts' | 'deployed files';

const LOG_TYPES: ReadonlySet<string> = new Set(
  [
    ...['CloudTrail::Trail', 'EC2::FlowLog', 'ElasticLoadBalancing::LoadBalancer', 'ElasticLoadBalancingV2::LoadBalancer'],
    ...[
      'Route53Resolver::ResolverQueryLoggingConfig',
      'WAFv2::LoggingConfiguration',
      'Config::DeliveryChannel',
      'Logs::DeliveryDestination',
    ],
  ].map((name) => `AWS::${name}`),
);
const ARTIFACT_TYPES: ReadonlySet<string> = new Set(['AWS::CodePipeline::Pipeline', 'AWS::Athena::WorkGroup']);

export function useOfBucket(bucket: Resource): BucketUse | undefined {
  const uses = bucket.graph.linksTo(bucket).filter(({ kind }) => kind !== 'depends-on');
  if (bucket.property('AccessControl').text === 'LogDeliveryWrite' || uses.some(isForLogs)) return 'logs';
  if (uses.some(({ from }) => ARTIFACT_TYPES.has(from.type))) return 'build artifacts';
  return uses.some(({ from }) => from.type === 'Custom::CDKBucketDeployment') ? 'deployed files' : undefined;
}

function isForLogs({ from, path }: Link): boolean {
  return (
    LOG_TYPES.has(from.type) || path.some((step) => step === 'LoggingConfiguration' || step === 'Logging' || step === 'AccessLogSetting')
  );
}
