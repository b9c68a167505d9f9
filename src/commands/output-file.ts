export { writeFileSafely as writeOutput } from '../files/write-file.js';
