import type { CheckContext } from '../../../src/check/check.js';
import { defineFamily } from '../../../src/check/family.js';
import type { Problem } from '../../../src/check/problem.js';
import { type Assessment, assessmentsOf } from '../../../src/resilience/assess.js';

/** Checks of what keeps an application from what its contract promises. */
export const contractCheck = defineFamily((row: { ofContract(assessment: Assessment, context: CheckContext): Iterable<Problem> }) => ({
  *graph(context: CheckContext): Iterable<Problem> {
    // A template that could not be read may hold what the contract needs.
    if (context.graph.mayLackResources([])) return;
    for (const assessment of assessmentsOf(context.graph, context.settings)) yield* row.ofContract(assessment, context);
  },
}));
