import { COMPUTE } from './compute.js';
import { DATABASES } from './databases.js';
import { IDENTITY_AND_STORAGE } from './identity-and-storage.js';
import { NETWORK } from './network.js';
import type { RejectedUpdate } from './row.js';
import { STREAMS } from './streams.js';

const ALL = [DATABASES, STREAMS, COMPUTE, NETWORK, IDENTITY_AND_STORAGE].flat();

/** Updates that are rejected, by the type of the resource. */
export const REJECTED_UPDATES: ReadonlyMap<string, readonly RejectedUpdate[]> = new Map(
  [...new Set(ALL.map(({ type }) => type))].map((type) => [type, ALL.filter((row) => row.type === type)]),
);
