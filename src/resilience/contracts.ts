import type { Stack } from '../assembly/model.js';
import type { Contract, Mode } from '../check/contract.js';
import type { Settings } from '../check/settings.js';
import { isRegion } from '../facts/regions.js';
import type { Property } from '../graph/model/property.js';
import type { Resource } from '../graph/model/resource.js';
import type { ResourceGraph } from '../graph/model/resource-graph.js';
import { rootStackOf } from '../graph/model/root-stack.js';
import { tableOf } from '../table-of.js';

const SERVICE = 'AWS::ResilienceHubV2::Service';
const POLICY = 'AWS::ResilienceHubV2::Policy';

/** `DisasterRecoveryApproach`: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-resiliencehubv2-policy.html */
const MODES: Readonly<Record<string, Mode>> = tableOf<Mode>({
  ACTIVE_ACTIVE: 'active-active',
  HOT_STANDBY: 'hot-standby',
  WARM_STANDBY: 'warm-standby',
  PILOT_LIGHT: 'pilot-light',
  BACKUP_AND_RESTORE: 'backup-and-restore',
});

/** Every contract: those of the configuration, and those that services of Resilience Hub declare in the templates. */
export function contractsOf(graph: ResourceGraph, { contracts }: Settings): readonly Contract[] {
  return [...contracts, ...graph.memo(declaredContracts)];
}

function declaredContracts(graph: ResourceGraph): readonly Contract[] {
  return graph.certainResourcesOfType(SERVICE).flatMap((service) => contractOf(service) ?? []);
}

/** A service with a policy for the loss of a region. */
function contractOf(service: Resource): Contract | undefined {
  const policy = service.property('PolicyArn').target(POLICY);
  const targets = policy?.property('MultiRegion');
  const regions = (service.property('Regions').items ?? []).map(({ text = '' }) => text).filter(isRegion);
  if (policy === undefined || targets === undefined || targets.isAbsent || regions.length < 2) return undefined;
  const stacks = stacksOf(service);
  return {
    name: service.property('Name').text ?? service.logicalId,
    origin: `${POLICY} ${policy.logicalId}`,
    regions: [...new Set(regions)],
    mode: MODES[targets.get('DisasterRecoveryApproach').text ?? ''] ?? 'active-passive',
    rpo: secondsOf(targets.get('RpoInMinutes')),
    rto: secondsOf(targets.get('RtoInMinutes')),
    covers: (stack) => stacks.has(rootStackOf(stack)),
    exceptions: [],
  };
}

function secondsOf({ number }: Property): number | undefined {
  return number === undefined ? undefined : number * 60;
}

/** The stacks that a service names as its sources; all of its assembly when it names none that is known. */
function stacksOf(service: Resource): ReadonlySet<Stack> {
  const { graph } = service;
  const roots = graph.stacks.filter(({ parent }) => parent === undefined);
  const named = (service.property('InputSources').items ?? []).flatMap((source) =>
    stacksNamed(source.get('ResourceConfiguration', 'CfnStackArn'), roots),
  );
  return new Set(named.length > 0 ? named : roots);
}

/** By `AWS::StackId` of its own stack, or by an ARN: `arn:aws:cloudformation:us-east-1:…:stack/payments/…`. */
function stacksNamed({ value, arn, resource }: Property, roots: readonly Stack[]): readonly Stack[] {
  if (value.kind === 'unknown' && value.reason === 'pseudo-parameter' && value.name === 'AWS::StackId')
    return [rootStackOf(resource.stack)];
  const name = arn?.resource.kind === 'literal' ? /^stack\/([^/]+)/.exec(String(arn.resource.value))?.[1] : undefined;
  if (name === undefined) return [];
  return roots.filter((stack) => stack.name === name && (arn?.region === undefined || stack.environment.region === arn.region));
}
