import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TABLES } from './schema.js';

/** Tables that every engine provides: `indexed_…` holds all indexes, `changed_…` that of a change, or nothing. */
export const INDEXED_TABLES = [
  'indexed_stacks',
  'indexed_definitions',
  'indexed_references',
  'indexed_findings',
  'changed_stacks',
  'changed_definitions',
  'changed_references',
] as const;
export type IndexedTable = (typeof INDEXED_TABLES)[number];

/** The table of the format that such a table holds. */
export function formatOf(table: IndexedTable): keyof typeof TABLES {
  return table.slice(table.indexOf('_') + 1) as keyof typeof TABLES;
}

/** Views in `org/views`, each after those that it reads. */
export const VIEWS = ['applications', 'stacks', 'defined', 'used', 'changed', 'newly_used', 'targets', 'removed'] as const;

/** Files in `org`: each begins with the question, its columns and the proof of an answer. */
export const QUESTIONS = ['unresolved', 'duplicates', 'edges', 'impact', 'prerequisites', 'counts'] as const;
export type Question = (typeof QUESTIONS)[number];

/** The text of a view or question: one `SELECT` in what DuckDB, Spark, Athena and Trino have in common. */
export function sqlOf(name: Question | (typeof VIEWS)[number]): string {
  const root = dirname(createRequire(import.meta.url).resolve('synthcheck/package.json'));
  const isView = (VIEWS as readonly string[]).includes(name);
  return readFileSync(join(root, 'org', isView ? 'views' : '', `${name}.sql`), 'utf8');
}
