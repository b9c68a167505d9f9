import {
  CONSEQUENCES,
  type Consequence,
  type DiffReport,
  type DiffSummary,
  type ProblemKind,
  SECURITY_DIRECTIONS,
  type SecurityChange,
  type StackChangeKind,
} from './report.js';

type Counted = Pick<DiffReport, 'stacks' | 'resources' | 'security' | 'deployment' | 'folded'>;

const STACK_CHANGES: readonly StackChangeKind[] = ['added', 'removed', 'moved', 'renamed', 'changed'];

/** Counts a diff. `unchanged`: stacks in which nothing changes. `accepted`: what a baseline keeps out. */
export function summarize(
  { stacks, resources, security, deployment, folded }: Counted,
  unchanged: number,
  findings: DiffSummary['findings'],
  accepted = 0,
): DiffSummary {
  const ofStacks = countBy(STACK_CHANGES, stacks, ({ change }) => change);
  const ofResources = countBy(CONSEQUENCES, resources, ({ consequence }) => consequence);
  const directions = countBy(SECURITY_DIRECTIONS, security, ({ direction }) => direction);
  return {
    stacks: { ...ofStacks, unchanged },
    resources: ofResources,
    security: directions,
    deployment: {
      ...countBy(['blocked', 'careful'] as const, deployment.problems, ({ level }) => level),
      stale: deployment.problems.filter(({ kind }) => STALE.has(kind)).length,
    },
    findings,
    folded: folded.reduce((sum, { count }) => sum + count, 0),
    accepted,
    isDestructive: DESTRUCTIVE.some((consequence) => ofResources[consequence] > 0) || stacks.some(({ stateful }) => stateful.length > 0),
    isBroadening: security.some(isBroadening),
    hasChanges: stacks.length + resources.length + security.length > 0,
  };
}

/** Problems that stop no deployment: what reads a value keeps the old one. */
const STALE: ReadonlySet<ProblemKind> = new Set(['stale-consumer']);

/** Stacks of after in which nothing changes. */
export function countUnchanged(stacks: DiffReport['stacks'], all: readonly { readonly id: string }[]): number {
  const touched = new Set(stacks.filter(({ change }) => change !== 'removed').map(({ after }) => after?.id));
  return all.filter(({ id }) => !touched.has(id)).length;
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
