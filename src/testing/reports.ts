import { deepStrictEqual } from 'node:assert/strict';
import type { Check } from '../check/check.js';
import type { Example } from '../check/example.js';
import type { Config } from '../config/config.js';
import { type FoundProblem, findingsIn } from './findings-in.js';

/** A problem that is expected: what is left out may be anything. */
export type ExpectedProblem = Partial<FoundProblem>;

export interface ReportedCase {
  readonly example: Example;
  /** All problems, in the order of the report. */
  readonly problems: readonly ExpectedProblem[];
  /** Without one, stacks named `*-test*` are destroyable and those named `*-prod*` retained. */
  readonly config?: Config;
}

/** Throws an `AssertionError` unless the check finds exactly these problems in the example. */
export function reports(check: Check, { example, problems, config }: ReportedCase): void {
  const found = findingsIn(example, check, config);
  const comparable = found.map((problem, index) => pick(problem, Object.keys(problems[index] ?? problem)));
  deepStrictEqual(comparable, [...problems]);
}

/** Throws an `AssertionError` when the check finds anything in the example. */
export function ignores(check: Check, example: Example, config?: Config): void {
  deepStrictEqual(findingsIn(example, check, config), []);
}

function pick(problem: FoundProblem, keys: readonly string[]): Record<string, unknown> {
  const all: Readonly<Record<string, unknown>> = { ...problem };
  return Object.fromEntries(keys.map((key) => [key, all[key]]));
}
