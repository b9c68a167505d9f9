/** For tests of checks: `synthcheck/testing`. */
export type { Example, ExampleStack } from './check/example.js';
export { type FoundPlace, type FoundProblem, findingsIn } from './testing/findings-in.js';
export { type ExpectedProblem, ignores, type ReportedCase, reports } from './testing/reports.js';
