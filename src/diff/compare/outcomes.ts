import type { Json } from '../../assembly/model.js';
import { isObject, own } from '../../graph/model/json.js';
import type { Resource } from '../../graph/model/resource.js';
import { type Assumptions, NO_ASSUMPTIONS } from '../../graph/model/scope.js';

/** What hangs on more open comparisons stays undecided. */
const MAX_COMPARISONS = 4;

/** The comparisons that only the deployment decides, among those of these conditions; undefined when there are too many. */
export function openComparisons({ graph, stack }: Resource, names: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const { conditions } = graph.evaluator;
  const open = new Set([...names].flatMap((name) => [...conditions.undecided(name, { stack, assumptions: NO_ASSUMPTIONS })]));
  return open.size > MAX_COMPARISONS ? undefined : open;
}

/** All ways in which comparisons may turn out together. */
export function outcomesOf(comparisons: readonly string[]): readonly Assumptions[] {
  return Array.from({ length: 2 ** comparisons.length }, (_, bits) => ({
    comparisons: new Map(comparisons.map((comparison, index) => [comparison, (bits & (1 << index)) === 0])),
    defaults: false,
  }));
}

/** The conditions that `Fn::If` asks for, at any depth. */
export function conditionsIn(raw: Json | undefined): Set<string> {
  const names = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (Array.isArray(value)) for (const item of value) visit(item as Json);
    else if (isObject(value)) {
      const branch = own(value, 'Fn::If');
      if (Array.isArray(branch) && typeof branch[0] === 'string') names.add(branch[0]);
      for (const key of Object.keys(value)) visit(own(value, key));
    }
  };
  visit(raw);
  return names;
}

/** What an `Fn::If` gives, one or the other; anything else as it is. */
export function branchesIn(raw: Json | undefined): readonly (Json | undefined)[] {
  const branch = isObject(raw) && Object.keys(raw).length === 1 ? own(raw, 'Fn::If') : undefined;
  return Array.isArray(branch) && branch.length === 3 ? [branch[1] as Json, branch[2] as Json] : [raw];
}
