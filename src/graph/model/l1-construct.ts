import type { Stack } from '../../assembly/model.js';
import type { Resource } from './resource.js';
import type { ResourceGraph } from './resource-graph.js';

const DEFAULT_CHILD = /\/(?:Resource|Default)$/;

/**
 * Whether the app makes a resource with an L1 construct of its own (`new CfnTable(this, 'Table')`). An L2 construct calls the resource that it
 * stands for `Resource`, and what it makes besides has that one above it. False where the assembly names no constructs.
 */
export function isL1Construct(resource: Resource): boolean {
  const path = resource.constructPath;
  if (path === undefined || DEFAULT_CHILD.test(path)) return false;
  const parents = resource.graph.memo(l2Constructs);
  return !ancestorsOf(path).some((ancestor) => parents.get(resource.stack)?.has(ancestor));
}

/** The constructs of each stack that stand for a resource. */
function l2Constructs(graph: ResourceGraph): ReadonlyMap<Stack, ReadonlySet<string>> {
  return new Map(
    graph.stacks.map((stack) => {
      const paths = [...graph.resourcesOf(stack)].map(({ constructPath = '' }) => constructPath);
      return [stack, new Set(paths.filter((path) => DEFAULT_CHILD.test(path)).map((path) => path.replace(DEFAULT_CHILD, '')))];
    }),
  );
}

/** Keeps a hostile path of a million slashes from costing their square. */
const MAX_DEPTH = 50;

function ancestorsOf(path: string): readonly string[] {
  const steps = path.split('/', MAX_DEPTH);
  return steps.slice(0, -1).map((_, index) => steps.slice(0, index + 1).join('/'));
}
