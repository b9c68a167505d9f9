import type { ResourceGraph } from '../graph/model/resource-graph.js';
import {
  CONSEQUENCES,
  type Consequence,
  type DiffReport,
  type DiffSummary,
  SECURITY_DIRECTIONS,
  type SecurityChange,
  type StackChangeKind,
} from './report.js';

type Counted = Pick<DiffReport, 'stacks' | 'resources' | 'security' | 'deployment' | 'folded' | 'findings'>;

const STACK_CHANGES: readonly StackChangeKind[] = ['added', 'removed', 'moved', 'renamed', 'changed'];

export function summarize({ stacks, resources, security, deployment, folded, findings }: Counted, after: ResourceGraph): DiffSummary {
  const ofStacks = countBy(STACK_CHANGES, stacks, ({ change }) => change);
  const touched = new Set(stacks.filter(({ change }) => change !== 'removed').map(({ after }) => after?.id));
  const ofResources = countBy(CONSEQUENCES, resources, ({ consequence }) => consequence);
  const directions = countBy(SECURITY_DIRECTIONS, security, ({ direction }) => direction);
  return {
    stacks: { ...ofStacks, unchanged: after.stacks.filter(({ id }) => !touched.has(id)).length },
    resources: ofResources,
    security: directions,
    deployment: countBy(['blocked', 'careful'] as const, deployment.problems, ({ level }) => level),
    findings: { new: findings.new.length, fixed: findings.fixed.length, unchanged: findings.unchanged },
    folded: folded.reduce((sum, { count }) => sum + count, 0),
    isDestructive: DESTRUCTIVE.some((consequence) => ofResources[consequence] > 0) || stacks.some(({ stateful }) => stateful.length > 0),
    isBroadening: security.some(isBroadening),
    hasChanges: stacks.length + resources.length + security.length > 0,
  };
}

/** What `--fail-on destructive` fails on, and stacks with data that leave the app or go elsewhere. */
const DESTRUCTIVE: readonly Consequence[] = ['data-loss', 'orphaned', 'replaced'];

/** Somebody may do or reach more than before. */
function isBroadening({ direction, area }: SecurityChange): boolean {
  return direction === 'broadened' || (direction === 'weakened' && area === 'public-access');
}

function countBy<K extends string, T>(keys: readonly K[], items: readonly T[], keyOf: (item: T) => K): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const item of items) counts[keyOf(item)]++;
  return counts;
}
