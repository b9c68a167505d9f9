// Stands for `assert` in the built program: yargs compares two values with it, and Node's own takes as long to load as yargs itself.
const assert = (holds, message) => {
  if (!holds) throw message instanceof Error ? message : new Error(message ?? 'not as expected');
};
export const strictEqual = (one, other, message) => assert(Object.is(one, other), message);
export const notStrictEqual = (one, other, message) => assert(!Object.is(one, other), message);
