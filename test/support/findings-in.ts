export { type FoundProblem, findingsIn } from '../../src/testing/findings-in.js';
export { ignores, reports } from '../../src/testing/reports.js';
