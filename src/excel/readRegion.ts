/** Reads the rows of one table: only its needed columns, in blocks sized by bytes. */
import type { ReadKind } from '../ledger/kinds';
import type { Block } from '../ledger/tableReader';
import type { SourceField } from '../ledger/tables';
import { asShown, rateColumns } from './percentCells';
import type { Reading, SheetToRead } from './reading';
import { type Matrix, readBlock, type Rectangle } from './readRows';

/** A table on a sheet; rows are 0-based and `endRow` is the one behind the last. */
export interface Region {
  readonly kind: ReadKind;
  /** Name of the Excel table; empty for a plain range. */
  readonly table: string;
  /** From 1. */
  readonly headerRow: number;
  readonly fields: ReadonlyMap<string, SourceField>;
  readonly firstRow: number;
  readonly endRow: number;
}

const ROWS_LEAST = 5_000;
const ROWS_MOST = 20_000;
/** Bytes of a block: gone from the heap at once. */
const BLOCK_BYTES = 1_000_000;
/** Bytes that a block stays below, also if it is of fewer rows: Excel on the web hands over 5 MB. */
const BYTES_MOST = 3_000_000;

/**
 * Reads a region into the ledger. Returns the row (0-based) at which another table begins, or the
 * region's end.
 */
export async function readRegion(
  reading: Reading,
  sheet: SheetToRead,
  region: Region,
  isMasked: (row: number, column: number) => boolean = () => false,
): Promise<number> {
  const { reader, watch } = reading;
  const runs = columnRuns(region.fields);
  const rates = rateColumns(region);
  const { kind, table, headerRow, fields } = region;
  const intake = reader.open({ kind, sheet: sheet.name, table, headerRow, fields });
  let rowsOfBlock = ROWS_LEAST;
  for (let row = region.firstRow; row < region.endRow;) {
    const rows = Math.min(rowsOfBlock, region.endRow - row);
    const { firstRow, endRow } = region;
    watch('read', { sheet: sheet.name, done: row - firstRow, all: endRow - firstRow });
    const rectangles = runs.map(({ column, columns }) => ({ row, column, rows, columns }));
    const { context } = reading;
    const values = await readBlock(context, sheet.worksheet, rectangles);
    const of = { rectangles, columns: rates };
    const matrices = await asShown(context, sheet.worksheet, of, values);
    watch('ingest');
    const cells = matrices.map((matrix, run) => masked(matrix, rectangles[run], isMasked));
    const other = intake.add(blockOf(fields, { runs, cells, row, rows }));
    if (other >= 0) {
      intake.close();
      return row + other;
    }
    row += rows;
    rowsOfBlock = fittingRows(cells, rows);
  }
  intake.close();
  return region.endRow;
}

interface ColumnRun {
  readonly column: number;
  readonly columns: number;
}

/** Neighbouring columns are read as one range; a column that no field needs is never asked for. */
function columnRuns(fields: ReadonlyMap<string, SourceField>): ColumnRun[] {
  const columns = [...fields.values()].map(({ sheetColumn }) => sheetColumn).sort((a, b) => a - b);
  const runs: { column: number; columns: number }[] = [];
  for (const column of columns) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.column + last.columns === column) last.columns += 1;
    else runs.push({ column, columns: 1 });
  }
  return runs;
}

function blockOf(
  fields: ReadonlyMap<string, SourceField>,
  of: {
    readonly runs: readonly ColumnRun[];
    readonly cells: readonly Matrix[];
    readonly row: number;
    readonly rows: number;
  },
): Block {
  const columns = new Map<string, { values: Matrix; column: number }>();
  for (const [field, { sheetColumn }] of fields) {
    const run = of.runs.findIndex(
      ({ column, columns: count }) => sheetColumn >= column && sheetColumn < column + count,
    );
    const first = of.runs[run]?.column ?? 0;
    columns.set(field, { values: of.cells[run] ?? [], column: sheetColumn - first });
  }
  return { firstSheetRow: of.row + 1, rowCount: of.rows, columns };
}

/** Cells of an Excel table inside a plain range are that table's: they read as blank here. */
function masked(
  matrix: Matrix,
  rectangle: Rectangle | undefined,
  isMasked: (row: number, column: number) => boolean,
): Matrix {
  if (rectangle === undefined) return matrix;
  const { row, column } = rectangle;
  const touches = matrix.some((cells, r) => cells.some((_, c) => isMasked(row + r, column + c)));
  if (!touches) return matrix;
  return matrix.map((cells, r) =>
    cells.map((cell, c) => (isMasked(row + r, column + c) ? '' : cell)),
  );
}

/** Rows of the next block, from what a row of this one weighs as JSON. */
function fittingRows(cells: readonly Matrix[], rows: number): number {
  const sample = Math.min(rows, 50);
  const bytes = cells.reduce(
    (sum, matrix) => sum + JSON.stringify(matrix.slice(0, sample)).length,
    0,
  );
  const rowBytes = Math.max(bytes / Math.max(sample, 1), 1);
  const wanted = Math.max(Math.floor(BLOCK_BYTES / rowBytes), ROWS_LEAST);
  return Math.max(Math.min(wanted, Math.floor(BYTES_MOST / rowBytes), ROWS_MOST), 1);
}
