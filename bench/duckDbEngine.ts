/** DuckDB: the same allocation as one SQL statement of window functions, on tables in memory. */
import { emptyAnswer, type Engine, MONTHS } from './answer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstDay, type Workload } from './workload';

/** What is used of the package, which is installed in this folder only. */
interface DuckDb {
  readonly DuckDBInstance: {
    create(
      path: string,
      options: Record<string, string>,
    ): Promise<{ connect(): Promise<Connection> }>;
  };
  readonly DuckDBDataChunk: { create(types: readonly unknown[]): Chunk };
  readonly INTEGER: unknown;
}

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
  createAppender(
    table: string,
  ): Promise<{ appendDataChunk(chunk: Chunk): void; closeSync(): void }>;
}

interface Chunk {
  setColumns(columns: readonly (readonly number[])[]): void;
}

/** Rows that DuckDB takes at a time. */
const CHUNK_ROWS = 2048;

export const duckDbEngine: Engine = {
  async load(work) {
    // A name in a variable, so that the types of the project do not need the package.
    const packageName = '@duckdb/node-api';
    const duckDb = (await import(packageName)) as DuckDb;
    const instance = await duckDb.DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    await loadTables(duckDb, connection, work);
    const sql = readFileSync(join(__dirname, 'allocation.sql'), 'utf8')
      .replaceAll(':from', dayLiteral(firstDay(1)))
      .replaceAll(':to', dayLiteral(firstDay(13) - 1));
    return {
      loading: [],
      async run() {
        const result = await connection.runAndReadAll(sql);
        const answer = emptyAnswer();
        for (const [kind, provider, month, cents] of result
          .getRows()
          .map((row) => row.map(Number))) {
          const place = month! - 1;
          if (kind === 0) answer.providerMonths[provider! * MONTHS + place] = cents!;
          else if (kind === 1) answer.taxMonths[place] = cents!;
          else answer.unallocatedMonths[place] = cents!;
        }
        return { answer, steps: [] };
      },
    };
  },
};

function dayLiteral(serialDay: number): string {
  return `(DATE '1899-12-30' + ${serialDay})`;
}

async function loadTables(
  duckDb: DuckDb,
  connection: Connection,
  { lines, invoices, payments }: Workload,
): Promise<void> {
  const day = (column: string): string => `DATE '1899-12-30' + ${column}`;
  await append(duckDb, connection, 'raw_lines', lines);
  await connection.run(`CREATE TABLE lines AS SELECT row_number::INTEGER AS seq, invoice, provider,
    product, tag, ${day('day')} AS date, cents::BIGINT AS amount FROM raw_lines ORDER BY seq`);
  await append(duckDb, connection, 'raw_invoices', invoices);
  await connection.run(`CREATE TABLE invoices AS SELECT row_number::INTEGER AS id,
    taxCents::BIGINT AS tax, CASE WHEN closedDay >= 0 THEN ${day('closedDay')} END AS close
    FROM raw_invoices ORDER BY id`);
  await append(duckDb, connection, 'raw_payments', payments);
  await connection.run(`CREATE TABLE events AS SELECT row_number::INTEGER AS seq, invoice,
    ${day('day')} AS date, cents::BIGINT AS amount FROM raw_payments ORDER BY seq`);
  for (const table of ['raw_lines', 'raw_invoices', 'raw_payments']) {
    await connection.run(`DROP TABLE ${table}`);
  }
}

/** Makes a table of whole numbers, its rows numbered from 0. */
async function append(
  { DuckDBDataChunk, INTEGER }: DuckDb,
  connection: Connection,
  table: string,
  columns: Readonly<Record<string, Int32Array>>,
): Promise<void> {
  const named = { ...columns, row_number: Object.values(columns)[0]!.map((_, row) => row) };
  const names = Object.keys(named).map((name) => `${name} INTEGER`);
  await connection.run(`CREATE TABLE ${table} (${names.join(', ')})`);
  const appender = await connection.createAppender(table);
  const types = names.map(() => INTEGER);
  for (let row = 0; row < named.row_number.length; row += CHUNK_ROWS) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(
      Object.values(named).map((column) => [...column.subarray(row, row + CHUNK_ROWS)]),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
