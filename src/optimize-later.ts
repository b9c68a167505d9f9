import { setFlagsFromString } from 'node:v8';

/**
 * A run ends before optimized code pays for its compilation: of 2.2 s of processor time for 22,600 resources 0.8 went into 440 optimizing
 * compilations, of 0.75 s for a real application of 82 stacks 0.3. So V8 optimizes what is run about fifteen times as often as it would ask
 * for by itself; larger inputs reach that too. For programs of our own only: the flags are those of the whole process.
 * Source: `node --v8-options`, which differ by the version of V8.
 */
const FLAGS: ReadonlyMap<string, string> = new Map([
  ['11', '--interrupt-budget=1000000'],
  ['12', '--invocation-count-for-turbofan=45000'],
  ['13', '--invocation-count-for-turbofan=45000'],
  ['14', '--invocation-count-for-turbofan=45000'],
]);

// V8 prints an error for a flag that it does not know.
const flag = FLAGS.get(process.versions.v8.split('.', 1)[0] ?? '');
if (flag !== undefined) setFlagsFromString(flag);
