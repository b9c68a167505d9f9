export { type FoundPlace, type FoundProblem, findingsIn } from '../../src/testing/findings-in.js';
