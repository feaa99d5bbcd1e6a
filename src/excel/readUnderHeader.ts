/** Reads a header row and what stands under it, for a person who says what its columns mean. */
import { isBlank } from '../ledger/cellMarks';
import type { RowsUnder } from '../ledger/mapping/columnFacts';
import { guessHeader } from '../ledger/mapping/guessHeader';
import { segments } from './headerLine';
import { readBlock, type Matrix } from './readRows';

/** Rows from which examples are taken, as Excel shows them. */
const SHOWN_ROWS = 60;
/** Rows whose words are counted. */
const COUNTED_ROWS = 5000;
/** Rows among which a header row is looked for. */
const FIRST_ROWS = 40;

/** A place of a header row: 0-based, with the number of its cells. */
export interface HeaderCells {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

/** The cells of a header row and the rows below it, as far as the sheet is filled; undefined where it is gone. */
export async function readUnderHeader(
  context: Excel.RequestContext,
  { sheet, row, column, columns }: HeaderCells,
): Promise<{ readonly cells: readonly unknown[]; readonly under: RowsUnder } | undefined> {
  const worksheet = await sheetNamed(context, sheet);
  if (worksheet === undefined) return undefined;
  const used = await usedRows(context, worksheet);
  const [header] = await readBlock(context, worksheet, [{ row, column, rows: 1, columns }]);
  const cells = header?.[0] ?? [];
  const below = Math.max(0, Math.min(used.end - row - 1, COUNTED_ROWS));
  if (below === 0) return { cells, under: { values: [], shown: [] } };
  const rows = { row: row + 1, column, columns };
  const shown = worksheet.getRangeByIndexes(rows.row, column, Math.min(below, SHOWN_ROWS), columns);
  shown.load('text');
  await context.sync();
  const [values = []] = await readBlock(context, worksheet, [{ ...rows, rows: below }]);
  return { cells, under: upToGap(values, shown.text) };
}

/** Two blank rows end what is looked at: another table may stand below them. */
function upToGap(values: Matrix, shown: readonly (readonly string[])[]): RowsUnder {
  const isEmpty = (row: readonly unknown[] | undefined): boolean =>
    row === undefined || row.every((cell) => isBlank(cell));
  const gap = values.findIndex((row, place) => isEmpty(row) && isEmpty(values[place + 1]));
  const end = gap === -1 ? values.length : gap;
  const filled = values.flatMap((row, place) => (place < end && !isEmpty(row) ? [place] : []));
  return {
    values: filled.map((place) => values[place] ?? []),
    shown: filled.flatMap((place) => (place < shown.length ? [shown[place] ?? []] : [])),
  };
}

/** The row of a sheet that is probably its header row, with its columns; none where nothing looks like one. */
export async function guessHeaderCells(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
): Promise<HeaderCells[]> {
  const used = await usedRows(context, worksheet);
  if (used.end <= used.row) return [];
  const rows = Math.min(FIRST_ROWS, used.end - used.row);
  const [cells = []] = await readBlock(context, worksheet, [
    { row: used.row, column: used.column, rows, columns: used.columns },
  ]);
  const place = guessHeader(cells);
  return place === -1 ? [] : headerCellsOf(worksheet.name, used, { cells, place });
}

/** The header row that somebody named by its number, from 0; none where the row is empty. */
export async function headerCellsAt(
  context: Excel.RequestContext,
  { sheet, row }: { readonly sheet: string; readonly row: number },
): Promise<HeaderCells[]> {
  const worksheet = await sheetNamed(context, sheet);
  if (worksheet === undefined) return [];
  const used = await usedRows(context, worksheet);
  if (row < used.row || row >= used.end) return [];
  const { column, columns } = used;
  const [cells = []] = await readBlock(context, worksheet, [{ row, column, rows: 1, columns }]);
  return headerCellsOf(sheet, { ...used, row }, { cells, place: 0 });
}

/** Headers that stand apart from each other are those of several tables; a single cell is a banner. */
function headerCellsOf(
  sheet: string,
  used: { readonly row: number; readonly column: number },
  { cells, place }: { readonly cells: Matrix; readonly place: number },
): HeaderCells[] {
  const parts = segments(cells[place] ?? []).filter((part) => part.cells.length > 1);
  return parts.map((part) => ({
    sheet,
    row: used.row + place,
    column: used.column + part.first,
    columns: part.cells.length,
  }));
}

async function sheetNamed(
  context: Excel.RequestContext,
  name: string,
): Promise<Excel.Worksheet | undefined> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(name);
  worksheet.load('name');
  await context.sync();
  return worksheet.isNullObject ? undefined : worksheet;
}

async function usedRows(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
): Promise<{ row: number; column: number; columns: number; end: number }> {
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  worksheet.load('name');
  await context.sync();
  if (used.isNullObject) return { row: 0, column: 0, columns: 0, end: 0 };
  const { rowIndex: row, columnIndex: column, rowCount, columnCount: columns } = used;
  return { row, column, columns, end: row + rowCount };
}
