import type { Hash } from 'node:crypto';

/** A SHA-256 that has read nothing yet. Node needs several milliseconds to load what computes it, and many runs ask for none. */
export function sha256(): Hash {
  return process.getBuiltinModule('node:crypto').createHash('sha256');
}
