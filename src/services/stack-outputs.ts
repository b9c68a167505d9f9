import type { Environment } from '../assembly/model.js';
import type { ResourceGraph } from '../graph/graph.js';
import { own } from '../graph/json.js';
import type { Unresolved } from '../graph/link.js';
import { stackOutputTarget } from '../graph/producers.js';
import { NO_ASSUMPTIONS } from '../graph/scope.js';
import { rawAt } from '../graph/uses.js';
import { unresolvedUses } from './references.js';

/** A call of `Fn::GetStackOutput` that finds nothing in the graph. */
export interface MissedOutput {
  readonly use: Unresolved;
  /** The stack and output that it names, and where it looks for them. */
  readonly target: Environment & { readonly stackName: string; readonly output: string };
}

export function missedOutputs(graph: ResourceGraph): readonly MissedOutput[] {
  return unresolvedUses(graph, 'stack-output').flatMap((use) => {
    const { stack } = use.from;
    const call = graph.evaluator.evaluate(own(rawAt(use), 'Fn::GetStackOutput'), { stack, assumptions: NO_ASSUMPTIONS });
    const target = stackOutputTarget(call, stack);
    return target === undefined ? [] : [{ use, target }];
  });
}
