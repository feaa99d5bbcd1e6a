/** Reads some columns of a sheet from a row to another, in blocks sized by bytes. */
import type { BlockColumn } from '../ledger/sortRow';
import { asShown } from './percentCells';
import type { Reading, SheetToRead } from './reading';
import { type Matrix, readBlock, type Rectangle } from './readRows';

/** Rows of a sheet, 0-based; `endRow` is the one behind the last. */
export interface Span {
  readonly firstRow: number;
  readonly endRow: number;
  /** Columns on the sheet, from 0; a column that is not listed is never asked for. */
  readonly columns: readonly number[];
  /** Those of them that hold rates. */
  readonly rates?: readonly number[];
  /** Cells that belong to another table read as blank. */
  readonly isMasked: (row: number, column: number) => boolean;
}

/** Some rows of a span below each other. */
export interface BlockCells {
  readonly row: number;
  readonly rows: number;
  readonly cellsOf: (sheetColumn: number) => BlockColumn;
}

const ROWS_LEAST = 5_000;
const ROWS_MOST = 20_000;
/** Bytes of a block: gone from the heap at once. */
const BLOCK_BYTES = 1_000_000;
/** Bytes that a block stays below, also if it is of fewer rows: Excel on the web hands over 5 MB. */
const BYTES_MOST = 3_000_000;

/**
 * Hands the blocks of a span to `visit`, in order. It returns -1, or the place in the block of the row at
 * which to stop. Returns that row (0-based), or the end of the span.
 */
export async function readBlocks(
  reading: Reading,
  sheet: SheetToRead,
  span: Span,
  visit: (block: BlockCells) => number,
): Promise<number> {
  const { context, watch } = reading;
  const { firstRow, endRow, rates = [], isMasked } = span;
  const runs = columnRuns(span.columns);
  let rowsOfBlock = ROWS_LEAST;
  for (let row = firstRow; row < endRow;) {
    const rows = Math.min(rowsOfBlock, endRow - row);
    watch('read', { sheet: sheet.name, done: row - firstRow, all: endRow - firstRow });
    const rectangles = runs.map(({ column, columns }) => ({ row, column, rows, columns }));
    const values = await readBlock(context, sheet.worksheet, rectangles);
    const of = { rectangles, columns: rates };
    const matrices = await asShown(context, sheet.worksheet, of, values);
    watch('ingest');
    const cells = matrices.map((matrix, run) => masked(matrix, rectangles[run], isMasked));
    const end = visit({ row, rows, cellsOf: cellsIn(runs, cells) });
    if (end >= 0) return row + end;
    row += rows;
    rowsOfBlock = fittingRows(cells, rows);
  }
  return endRow;
}

interface ColumnRun {
  readonly column: number;
  readonly columns: number;
}

/** Neighbouring columns are read as one range. */
function columnRuns(columns: readonly number[]): ColumnRun[] {
  const runs: { column: number; columns: number }[] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.column + last.columns === column) last.columns += 1;
    else runs.push({ column, columns: 1 });
  }
  return runs;
}

function cellsIn(
  runs: readonly ColumnRun[],
  cells: readonly Matrix[],
): (sheetColumn: number) => BlockColumn {
  return (sheetColumn) => {
    const run = runs.findIndex(
      ({ column, columns }) => sheetColumn >= column && sheetColumn < column + columns,
    );
    const first = runs[run]?.column ?? 0;
    return { values: cells[run] ?? [], column: sheetColumn - first };
  };
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
