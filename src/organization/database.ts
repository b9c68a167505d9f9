import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { InputError } from '../diagnostic.js';
import { groupBy } from '../group-by.js';
import { importModule } from '../import-module.js';
import { formatOf, INDEXED_TABLES, type IndexedTable, type Question, sqlOf, VIEWS } from './questions.js';
import { type ColumnType, TABLES, type TableName } from './schema.js';

/** The index of one application and commit. */
export interface IndexFolder {
  /** Absolute. */
  readonly path: string;
  /** Whom all of its rows must be of: one application cannot write rows of another. */
  readonly application: string;
}

export interface RefusedFolder extends IndexFolder {
  /** One sentence, which may quote names from the files. */
  readonly reason: string;
}

export interface DatabaseOptions {
  /** Folders of the indexes of all applications. */
  readonly indexes: readonly IndexFolder[];
  /** Folders of the indexes of what changed applications become. */
  readonly changes?: readonly IndexFolder[];
  readonly threads?: number;
  readonly megabytes?: number;
  /** For one question. */
  readonly seconds?: number;
}

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

export interface Database {
  /** What could not be loaded. The others are. */
  readonly refused: readonly RefusedFolder[];
  /** The rows of an answer, in an order that does not depend on that of the folders. */
  ask(question: Question | 'applications' | 'stacks'): Promise<readonly Row[]>;
  close(): void;
}

const SQL_TYPES: Readonly<Record<ColumnType, string>> = { text: 'VARCHAR', integer: 'BIGINT', boolean: 'BOOLEAN', timestamp: 'TIMESTAMP' };
/** What Parquet files of other writers may have in their place. */
const ACCEPTED: Readonly<Record<ColumnType, RegExp>> = {
  text: /^VARCHAR$/,
  integer: /^U?(?:BIG|SMALL|TINY)?INT(?:EGER)?$/,
  boolean: /^BOOLEAN$/,
  timestamp: /^TIMESTAMP/,
};
/** DuckDB keeps what it knows of each open file. */
const FOLDERS_AT_ONCE = 100;
const MAX_ROWS_PER_FILE = 5_000_000;
/** Each of them may be the same as each one that others use: more would be as many answers as nobody reads. */
const MAX_OPEN_PLACES = 1_000;
const PLACES: Readonly<Partial<Record<TableName, readonly [account: string, region: string]>>> = {
  definitions: ['account', 'region'],
  references: ['target_account', 'target_region'],
};

/**
 * Loads indexes into DuckDB, in memory. After that it can open no file any more, and never loads extensions.
 * @throws InputError when DuckDB is not installed.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { indexes, changes = [], threads = 2, megabytes = 2048, seconds = 120 } = options;
  const duckdb = await importModule<typeof import('@duckdb/node-api')>('@duckdb/node-api').catch(() => {
    throw new InputError('the command `org` needs DuckDB: npm install --save-dev @duckdb/node-api');
  });
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${megabytes}MB`,
    // Nothing is written beside the working directory.
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const loader = new Loader(connection, duckdb.listValue);
  for (const table of INDEXED_TABLES) await connection.run(`CREATE TABLE ${table} (${columnsOf(table)})`);
  const refused = [...(await loader.load(indexes, 'indexed')), ...(await loader.load(changes, 'changed'))];
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  for (const view of VIEWS) await withTimeLimit(connection, seconds, view, () => connection.run(`CREATE TABLE ${view} AS ${sqlOf(view)}`));
  return {
    refused,
    ask: async (question) => {
      const answer = await withTimeLimit(connection, seconds, question, () => connection.runAndReadAll(sqlOf(question)));
      return sortRows(answer.getRowObjectsJS().map((row) => mapValues(row, plain)));
    },
    close: () => close(connection, instance),
  };
}

function close(connection: DuckDBConnection, instance: DuckDBInstance): void {
  connection.closeSync();
  instance.closeSync();
}

function columnsOf(table: IndexedTable): string {
  return TABLES[formatOf(table)].map(({ name, type }) => `"${name}" ${SQL_TYPES[type]}`).join(', ');
}

class Loader {
  readonly #connection: DuckDBConnection;
  readonly #list: (items: readonly DuckDBValue[]) => DuckDBValue;

  constructor(connection: DuckDBConnection, list: (items: readonly DuckDBValue[]) => DuckDBValue) {
    this.#connection = connection;
    this.#list = list;
  }

  async load(folders: readonly IndexFolder[], prefix: 'indexed' | 'changed'): Promise<readonly RefusedFolder[]> {
    const refused: RefusedFolder[] = [];
    for (let start = 0; start < folders.length; start += FOLDERS_AT_ONCE)
      refused.push(...(await this.#loadTogether(folders.slice(start, start + FOLDERS_AT_ONCE), prefix)));
    return refused;
  }

  /** All at once; when that fails, each half by itself, until those that cannot be loaded are alone. */
  async #loadTogether(folders: readonly IndexFolder[], prefix: 'indexed' | 'changed'): Promise<readonly RefusedFolder[]> {
    const [first] = folders;
    if (first === undefined) return [];
    await this.#connection.run('BEGIN');
    try {
      for (const table of INDEXED_TABLES) if (table.startsWith(prefix)) await this.#insert(folders, table);
      await this.#connection.run('COMMIT');
      return [];
    } catch (error) {
      await this.#connection.run('ROLLBACK');
      if (folders.length === 1) return [{ ...first, reason: reasonOf(error) }];
      const middle = folders.length >> 1;
      return [
        ...(await this.#loadTogether(folders.slice(0, middle), prefix)),
        ...(await this.#loadTogether(folders.slice(middle), prefix)),
      ];
    }
  }

  async #insert(folders: readonly IndexFolder[], table: IndexedTable): Promise<void> {
    const format = formatOf(table);
    const applications = new Map<string, string>();
    for (const { path, application } of folders) {
      const file = join(path, `${format}.parquet`);
      if (existsSync(file)) applications.set(file, application);
      else if (format === 'stacks') throw new InputError('stacks.parquet is missing');
    }
    if (applications.size === 0) return;
    // In DuckDB these characters of a path are wildcards.
    const files = this.#list([...applications.keys()].map((file) => file.replace(/[[*?]/g, '[$&]')));
    const rows = await this.#query('SELECT MAX(num_rows) AS most FROM parquet_file_metadata($1)', files);
    if (Number(rows[0]?.most) > MAX_ROWS_PER_FILE) throw new InputError(`${format}.parquet has more than ${MAX_ROWS_PER_FILE} rows`);
    const source = 'read_parquet($1, union_by_name = true, hive_partitioning = false, filename = true)';
    // Of each file: together they would be read as what all of them can be turned into.
    const found = groupBy(await this.#query('SELECT DISTINCT name, duckdb_type FROM parquet_schema($1)', files), ({ name }) =>
      String(name),
    );
    const columns = TABLES[format].filter(({ name }) => found.has(name));
    for (const { name, type } of columns) {
      const other = found.get(name)?.find((column) => !ACCEPTED[type].test(String(column.duckdb_type)));
      if (other !== undefined)
        throw new InputError(`the column ${name} of ${format}.parquet is ${other.duckdb_type ?? 'nested'}, not ${SQL_TYPES[type]}`);
    }
    if (!found.has('application')) throw new InputError(`${format}.parquet has no column application`);
    for (const { filename, application } of await this.#query(`SELECT DISTINCT filename, application FROM ${source}`, files)) {
      const expected = applications.get(String(filename));
      if (application !== expected) throw new InputError(`${format}.parquet has rows of ${application}, not of ${expected} alone`);
    }
    const places = PLACES[format];
    if (places?.every((name) => found.has(name)) && found.has('name') && (await this.#hasTooManyPlaces(source, files, places)))
      throw new InputError(
        `${format}.parquet has one name in more than ${MAX_OPEN_PLACES} places of which the account or region is not known`,
      );
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    await this.#connection.run(`INSERT INTO ${table} (${names}) SELECT ${names} FROM ${source}`, [files]);
  }

  async #hasTooManyPlaces(source: string, files: DuckDBValue, [account, region]: readonly [string, string]): Promise<boolean> {
    const rows = await this.#query(
      `SELECT 1 FROM ${source} WHERE ${account} IS NULL OR ${region} IS NULL GROUP BY application, name
       HAVING COUNT(DISTINCT (${account}, ${region})) > ${MAX_OPEN_PLACES} LIMIT 1`,
      files,
    );
    return rows.length > 0;
  }

  async #query(sql: string, files: DuckDBValue): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return (await this.#connection.runAndReadAll(sql, [files])).getRowObjectsJS();
  }
}

/** DuckDB's first line: the others quote the statement. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}

async function withTimeLimit<T>(connection: DuckDBConnection, seconds: number, name: string, run: () => Promise<T>): Promise<T> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    connection.interrupt();
  }, seconds * 1000);
  try {
    return await run();
  } catch (error) {
    throw new InputError(isLate ? `org/${name}.sql takes longer than ${seconds} s` : `org/${name}.sql: ${reasonOf(error)}`);
  } finally {
    clearTimeout(timer);
  }
}

function mapValues(row: Readonly<Record<string, unknown>>, of: (value: unknown) => Value): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, of(value)]));
}

function plain(value: unknown): Value {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null;
}

/** Engines give rows in any order. */
export function sortRows(rows: readonly Row[]): readonly Row[] {
  const keyed = rows.map((row) => ({ row, key: JSON.stringify(Object.values(row)) }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ row }) => row);
}
