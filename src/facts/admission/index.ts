import type { Admission } from './admission.js';
import { TO_BUCKETS } from './buckets.js';
import { TO_FUNCTIONS } from './functions.js';
import { TO_KEYS_AND_LOG_GROUPS } from './keys-and-log-groups.js';
import { TO_QUEUES_AND_TOPICS } from './queues-and-topics.js';

const TABLES = [TO_QUEUES_AND_TOPICS, TO_FUNCTIONS, TO_BUCKETS, TO_KEYS_AND_LOG_GROUPS];

/** By the type of the caller. */
export const ADMISSIONS: ReadonlyMap<string, readonly Admission[]> = new Map(
  [...new Set(TABLES.flatMap((table) => Object.keys(table)))].map((type) => [type, TABLES.flatMap((table) => table[type] ?? [])]),
);
