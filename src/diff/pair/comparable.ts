import type { CloudAssembly, Stack } from '../../assembly/model.js';
import type { ReportDiagnostic } from '../../finding/report.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { shortList } from '../../short-list.js';
import { pairRoots } from './stack-pairs.js';

export interface Comparable {
  readonly before: readonly CloudAssembly[];
  readonly after: readonly CloudAssembly[];
  /** What is left out. */
  readonly diagnostics: readonly ReportDiagnostic[];
}

/** Both sides without the stacks that only one has, where the other may have them in what could not be read of it: they would count as removed or new. */
export function comparable(before: readonly CloudAssembly[], after: readonly CloudAssembly[]): Comparable {
  if ([...before, ...after].every(isWhole)) return { before, after, diagnostics: [] };
  const { removed, added } = pairRoots(stacksOf(before), stacksOf(after));
  const [onlyBefore, onlyAfter] = [after.every(isWhole) ? [] : removed, before.every(isWhole) ? [] : added];
  return {
    before: without(before, onlyBefore),
    after: without(after, onlyAfter),
    diagnostics: [...describe(onlyBefore, 'before', 'after'), ...describe(onlyAfter, 'after', 'before')],
  };
}

const MAX_NAMES = 5;

function describe(stacks: readonly Stack[], side: string, other: string): readonly ReportDiagnostic[] {
  if (stacks.length === 0) return [];
  const names = shortList(
    stacks.map(({ name }) => name),
    MAX_NAMES,
  );
  const message = `Not compared: ${names}, which can be read ${side} the change only; something could not be read ${other} it.`;
  return [{ severity: 'warning', message }];
}

function without(assemblies: readonly CloudAssembly[], left: readonly Stack[]): readonly CloudAssembly[] {
  const roots = new Set(left);
  // What a check says to be missing on one side only would count as new or fixed.
  return assemblies.map((assembly) => ({
    ...assembly,
    isWhole: false,
    stacks: assembly.stacks.filter((stack) => !roots.has(rootStackOf(stack))),
  }));
}

function stacksOf(assemblies: readonly CloudAssembly[]): readonly Stack[] {
  return assemblies.flatMap(({ stacks }) => stacks);
}

function isWhole(assembly: CloudAssembly): boolean {
  return assembly.isWhole;
}
