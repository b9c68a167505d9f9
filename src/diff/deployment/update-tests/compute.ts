import type { Resource } from '../../../graph/model/resource.js';
import { differs, type Rejection, type Update } from '../update.js';

/** https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html */
export function shardsOutOfRange({ before, after }: Update): Rejection | undefined {
  const [old, current] = [before.property('ShardCount').number, after.property('ShardCount').number];
  if (old === undefined || current === undefined || (current <= old * 2 && current >= old / 2)) return undefined;
  return { what: `\`ShardCount\` changes from ${old} to ${current}`, steps: shardSteps(old, current) };
}

/** As few as possible: double or halve as long as that does not go too far. */
function shardSteps(old: number, current: number): readonly string[] {
  const counts: number[] = [];
  let count = old;
  while (count !== current && current >= 1 && count >= 1) {
    count = current > count ? Math.min(count * 2, current) : Math.max(Math.ceil(count / 2), current);
    counts.push(count);
  }
  return counts.map((shards) => `set \`ShardCount\` to ${shards}`);
}

/** https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1129 */
export function brokerStorageStep({ before, after }: Update): string | undefined {
  const path = ['BrokerNodeGroupInfo', 'StorageInfo', 'EBSStorageInfo', 'VolumeSize'] as const;
  const [old, current] = [before.property(...path).number, after.property(...path).number];
  if (old === undefined || current === undefined || current === old || current >= old + 10) return undefined;
  return `\`VolumeSize\` of the brokers changes from ${old} to ${current} GiB`;
}

/** No cluster is so far behind. */
const MAX_MINOR_STEPS = 20;

export function kubernetesVersionStep({ before, after }: Update): Rejection | undefined {
  const [old, current] = [kubernetesVersionOf(before), kubernetesVersionOf(after)];
  if (old === undefined || current === undefined) return undefined;
  const [major, minor] = [Number(current[0]) - Number(old[0]), Number(current[1]) - Number(old[1])];
  if (major === 0 && (minor === 0 || minor === 1)) return undefined;
  const what = `\`Version\` changes from ${old.join('.')} to ${current.join('.')}, which is not the next minor version`;
  if (major !== 0 || minor < 0 || minor > MAX_MINOR_STEPS) return what;
  return { what, steps: Array.from({ length: minor }, (_, index) => `set the version to ${old[0]}.${Number(old[1]) + index + 1}`) };
}

/** Of the native type, and of the CDK's custom resource. */
function kubernetesVersionOf(cluster: Resource): readonly [string, string] | undefined {
  const text = cluster.type === 'AWS::EKS::Cluster' ? cluster.property('Version').text : cluster.property('Config', 'version').text;
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(text ?? '') ?? [];
  return major === undefined || minor === undefined ? undefined : [major, minor];
}

/** What the service sends to `UpdateService` for a service that CodeDeploy deploys, and ECS rejects. */
const BY_CODE_DEPLOY = ['TaskDefinition', 'LoadBalancers', 'NetworkConfiguration', 'PlatformVersion'] as const;

export function codeDeployService(update: Update): string | undefined {
  const isCodeDeploy = [update.before, update.after].every(
    (service) => service.property('DeploymentController', 'Type').text === 'CODE_DEPLOY',
  );
  const path = isCodeDeploy ? BY_CODE_DEPLOY.find((path) => differs(update, path)) : undefined;
  return path === undefined ? undefined : `\`${path}\` of a service that CodeDeploy deploys changes`;
}

/** Runtimes whose functions can no longer be updated. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
const BLOCKED_RUNTIMES: ReadonlySet<string> = new Set([
  'nodejs',
  'nodejs4.3',
  'nodejs4.3-edge',
  'nodejs6.10',
  'nodejs8.10',
  'nodejs10.x',
  'nodejs12.x',
  'python2.7',
  'python3.6',
  'ruby2.5',
  'dotnetcore1.0',
  'dotnetcore2.0',
  'dotnetcore2.1',
]);

/** Of the code, which shows in no property, or of a setting; tags are not set by an update of the function. */
export function blockedRuntime({ after, paths }: Update): string | undefined {
  const runtime = after.property('Runtime').text ?? '';
  const isUpdated = paths.length === 0 || paths.some(([section, property]) => section === 'Properties' && property !== 'Tags');
  return isUpdated && BLOCKED_RUNTIMES.has(runtime) ? `The function is updated with the runtime ${runtime}` : undefined;
}
