import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import { type ColumnType, type Row, SCHEMA_VERSION, TABLES, type TableName } from '../schema.js';

const TYPES: Readonly<Record<ColumnType, BasicType>> = { text: 'STRING', integer: 'INT32', boolean: 'BOOLEAN', timestamp: 'TIMESTAMP' };

/** A table as a Parquet file. The same rows give the same bytes. */
export function writeTable<T extends TableName>(table: T, rows: readonly Row<T>[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: TABLES[table].map(({ name, type }) => ({
      name,
      type: TYPES[type],
      nullable: true,
      data: rows.map((row) => {
        const value = (row as Readonly<Record<string, string | number | boolean | null>>)[name] ?? null;
        return type === 'timestamp' && value !== null ? new Date(Number(value)) : value;
      }),
    })),
    kvMetadata: [{ key: 'schema_version', value: String(SCHEMA_VERSION) }],
    createdBy: 'synthcheck',
  });
  return new Uint8Array(buffer);
}
