import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type ColumnType, TABLES } from '../../src/organization/schema.js';
import type { IndexRows } from './rows.js';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = { text: 'VARCHAR', integer: 'INTEGER', boolean: 'BOOLEAN', timestamp: 'TIMESTAMP' };

/** Writes indexes as Parquet, each into a folder of its own: `application=NAME` below `folder`. */
export async function writeIndexes(folder: string, indexes: Iterable<readonly [application: string, rows: IndexRows]>): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  mkdirSync(folder, { recursive: true });
  const json = join(folder, 'rows.json');
  for (const [application, rows] of indexes) {
    const partition = join(folder, `application=${application}`);
    mkdirSync(partition, { recursive: true });
    for (const [table, columns] of Object.entries(TABLES)) {
      writeFileSync(json, rows[table as keyof IndexRows].map((row) => `${JSON.stringify(row)}\n`).join(''));
      const types = columns.map(({ name, type }) => `"${name}": '${SQL_TYPES[type]}'`).join(', ');
      const source = `read_json('${json}', format = 'newline_delimited', columns = {${types}})`;
      await connection.run(`COPY (SELECT * FROM ${source}) TO '${join(partition, `${table}.parquet`)}' (FORMAT parquet)`);
    }
  }
  rmSync(json);
}
