import type { Environment } from '../../../src/assembly/model.js';
import { stackOutputTarget } from '../../../src/graph/links/producers.js';
import { rawAt } from '../../../src/graph/links/uses.js';
import { own } from '../../../src/graph/model/json.js';
import type { Unresolved } from '../../../src/graph/model/link.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { NO_ASSUMPTIONS } from '../../../src/graph/model/scope.js';
import { unresolvedUses } from '../../../src/queries/references.js';

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
