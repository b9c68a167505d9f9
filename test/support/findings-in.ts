export { type FoundProblem, findingsIn } from '../../src/testing/findings-in.js';
