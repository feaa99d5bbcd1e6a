/** Reads cells in blocks that Excel can hand over: by rows, halved when a block is too large. */
import { HostFailure, hostCode } from './hostFailure';

/** A matrix of cells, row by row. */
export type Matrix = readonly (readonly unknown[])[];

/** Rows of a block: few enough for Excel on the web, and for the young generation of the heap. */
const BLOCK_ROWS = 2000;

/** Hands the rows of `size` from A1 to `visit`, block by block and in order. */
export async function readRows(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  size: { readonly rows: number; readonly columns: number },
  visit: (values: Matrix, firstRow: number) => Promise<void> | void,
): Promise<void> {
  for (let row = 0; row < size.rows; row += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, size.rows - row);
    const [values] = await readBlock(context, worksheet, [
      { row, column: 0, rows: count, columns: size.columns },
    ]);
    await visit(values ?? [], row);
  }
}

/** A rectangle on a sheet, 0-based. */
export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A block this small that is still refused is given up. */
const LEAST_ROWS = 50;

/** The values of rectangles with the same rows, in one request; halves it where it is too large. */
export async function readBlock(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  rectangles: readonly Rectangle[],
): Promise<Matrix[]> {
  const ranges = rectangles.map(({ row, column, rows, columns }) => {
    const range = worksheet.getRangeByIndexes(row, column, rows, columns);
    range.load('values');
    return range;
  });
  try {
    await context.sync();
  } catch (error) {
    const rows = rectangles[0]?.rows ?? 0;
    if (hostCode(error) !== 'ResponsePayloadSizeLimitExceeded' || rows <= LEAST_ROWS) throw error;
    return readHalves(context, worksheet, rectangles);
  }
  // Above five million cells Excel hands over null and no error (D13).
  const values = ranges.map((range) => range.values as Matrix | null);
  if (values.some((matrix) => matrix === null)) return readHalves(context, worksheet, rectangles);
  for (const range of ranges) range.untrack();
  return values as Matrix[];
}

async function readHalves(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  rectangles: readonly Rectangle[],
): Promise<Matrix[]> {
  const rows = rectangles[0]?.rows ?? 0;
  if (rows <= 1) {
    throw new HostFailure(
      'CellsNotRead',
      'Excel handed over no cells for a row of the ledger',
      'Save the workbook, reopen it and press Refresh again.',
    );
  }
  const half = Math.floor(rows / 2);
  const upper = rectangles.map((one) => ({ ...one, rows: half }));
  const lower = rectangles.map((one) => ({ ...one, row: one.row + half, rows: rows - half }));
  const above = await readBlock(context, worksheet, upper);
  const below = await readBlock(context, worksheet, lower);
  return above.map((matrix, place) => [...matrix, ...(below[place] ?? [])]);
}
