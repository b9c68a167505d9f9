import type { Stack } from '../../../src/assembly/model.js';
import type { Resource } from '../../../src/graph/model/resource.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';

const AREA = '(?:us|eu|ap|sa|ca|me|af|il|mx)';
const SIDE = '(?:gov-)?(?:north|south|east|west|central|northeast|northwest|southeast|southwest)';
/** `us-east-1`, `useast1` and `use1`, in a name that is written with hyphens. */
const REGION = new RegExp(`(?<![a-z0-9])${AREA}-?(?:${SIDE}|gov-?[ew]|ne|nw|se|sw|[nsewc])-?\\d(?![a-z0-9])`, 'g');
/** What a region is called by the part it plays. */
const ROLE =
  /(?<![a-z0-9])(?:primary|secondary|tertiary|dr|disaster-recovery|recovery|standby|failover|replica|active|passive|east|west)(?![a-z0-9])/g;

/** A name with hyphens between its words: `ProdUse1/DataStack` → `prod-use1-data-stack`. */
function hyphenated(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
}

/** The regions that a name contains, by code or by short code. */
export function regionWordsIn(name: string): readonly string[] {
  return (hyphenated(name).match(REGION) ?? []).map((word) => word.replaceAll('-', ''));
}

/** A name without the words that tell one region's copy from another's. */
function withoutRegion(name: string): string {
  return hyphenated(name).replace(REGION, '').replace(ROLE, '').replace(/-+/g, '-').replace(/^-|-$/g, '');
}

/** Stacks that are copies of one another in different regions: their names differ in nothing but the region, and they share constructs. */
export interface Twins {
  readonly stacks: readonly Stack[];
  /** The resources of a stack by type and by their construct's path inside of it, without region words. */
  readonly resources: ReadonlyMap<Stack, ReadonlyMap<string, Resource>>;
}

/** All groups of twins; a stack is in one at most. */
export function regionalTwins(graph: ResourceGraph): readonly Twins[] {
  return graph.memo(findTwins);
}

function findTwins(graph: ResourceGraph): readonly Twins[] {
  const groups = new Map<string, Stack[]>();
  for (const stack of graph.stacks) {
    if (stack.parent !== undefined || stack.environment.region === undefined) continue;
    const key = `${stack.environment.account ?? ''} ${withoutRegion(stack.displayName)}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(stack);
  }
  return [...groups.values()].flatMap((stacks) => {
    const regions = new Set(stacks.map(({ environment }) => environment.region));
    // Two in one region are not copies for another.
    if (stacks.length < 2 || regions.size !== stacks.length) return [];
    const resources = new Map(stacks.map((stack) => [stack, resourcesByPlace(graph, stack)] as const));
    const [first, ...others] = [...resources.values()];
    const share = others.every((other) => [...other.keys()].some((place) => first?.has(place)));
    return share ? [{ stacks, resources }] : [];
  });
}

/**
 * Whether the CDK adds a resource for its own custom resources: providers, their roles and logs, functions that one stack has once.
 * Their logical ids hold these words, or the UUID of a `SingletonFunction`.
 */
export function isOfProvider({ logicalId, constructPath = '' }: Resource): boolean {
  return (
    /CustomResource|Provider|^(?:AWS|LogRetention|SingletonLambda|BucketNotificationsHandler)/.test(logicalId) ||
    /[0-9a-f]{32}/.test(logicalId) ||
    /(?:^|\/)(?:Custom::[^/]+|framework-on[A-Z]\w*|waiter-state-machine|\$Singleton[^/]*)(?:\/|$)/.test(constructPath)
  );
}

function resourcesByPlace(graph: ResourceGraph, stack: Stack): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const resource of graph.resourcesOf(stack)) {
    if (resource.type === 'AWS::CDK::Metadata') continue;
    const path = resource.constructPath;
    const inside = path?.startsWith(`${stack.displayName}/`) ? path.slice(stack.displayName.length + 1) : resource.logicalId;
    resources.set(`${resource.type} ${withoutRegion(inside)}`, resource);
  }
  return resources;
}
