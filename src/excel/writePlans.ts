/**
 * Writes changed cells of commission plans into the user's own table, and new rows and columns beside it:
 * no other cell is touched, and what stood there can be put back.
 */
import type { ColumnSpec } from '../ledger/columnSpec';
import { HostFailure } from './hostFailure';
import type { CellValue } from './layOut';
import { sameFormat } from './looks';
import { planSent, type SentCell } from './planFormats';
import type { PlanFrame } from './planFrames';
import { holdWhatWasWritten, putBack, type WrittenPlans } from './undoPlans';

/** A cell from 0, and what it is to hold as the reader takes it. */
export interface PlanCellWrite {
  readonly row: number;
  readonly column: number;
  readonly type: ColumnSpec['type'];
  readonly cell: string | number;
}

export interface PlanTableWrite {
  readonly sheet: string;
  readonly frame: PlanFrame;
  /** From 0. */
  readonly headerRow: number;
  /** From 0: the row behind the last one with a plan. */
  readonly nextRow: number;
  /** Headers of columns that the table has not, one behind the other from its right end on. */
  readonly heads: readonly string[];
  /** Rows that the table has not, from `nextRow` on. */
  readonly rows: number;
  readonly cells: readonly PlanCellWrite[];
}

/** Nothing is written where a cell is in the way; a failure in between puts back what was written before it. */
export async function writePlans(
  context: Excel.RequestContext,
  of: PlanTableWrite,
  name: string,
): Promise<WrittenPlans> {
  const { frame, sheet, nextRow } = of;
  await requireRoom(context, of);
  const cells = await cellsBefore(context, of);
  const grown = frame.table === undefined ? 0 : Math.max(nextRow + of.rows - frame.endRow, 0);
  const written: WrittenPlans = {
    sheet,
    cells: cells.map(({ formula, before, row, column, sent }) => ({
      ...{ row, column, formula, numberFormat: before.numberFormat, held: sent.held },
    })),
    table: frame.table === undefined ? '' : name,
    rows: { first: frame.endRow, count: grown },
    heads: of.heads,
    headCells: of.heads.map((_, place) => ({ row: of.headerRow, column: frame.right + place })),
    added: {
      ...{ row: nextRow, rows: of.rows, column: frame.left },
      columns: frame.right + of.heads.length - frame.left,
    },
    isNew: false,
  };
  try {
    grow(of, grown);
    for (const { row, column, sent } of cells) {
      const range = frame.worksheet.getRangeByIndexes(row, column, 1, 1);
      if (sent.numberFormat !== undefined) range.numberFormat = sameFormat(sent.numberFormat);
      range.values = [[sent.sent]];
    }
    await context.sync();
    await verifyPlans(context, frame.worksheet, written);
  } catch (error) {
    // What can be put back is: the failure is told either way.
    await putBack(context, written).catch(() => undefined);
    throw error;
  }
  return written;
}

/** Columns first: a new row has a cell in each of them. */
function grow({ frame, heads, headerRow }: PlanTableWrite, rows: number): void {
  const { table, worksheet, left, right, endRow } = frame;
  for (const [place, head] of heads.entries()) {
    if (table === undefined) {
      worksheet.getRangeByIndexes(headerRow, right + place, 1, 1).values = [[head]];
      continue;
    }
    const blank = new Array<string[]>(endRow - headerRow - 1).fill(['']);
    table.columns.add(undefined, [[head], ...blank]);
  }
  if (table === undefined || rows === 0) return;
  const width = right + heads.length - left;
  const blank = new Array<string | null>(width).fill(null);
  // Null leaves a column of the user as Excel fills it.
  table.rows.add(undefined, new Array<CellValue[]>(rows).fill(blank as CellValue[]));
}

interface CellBefore {
  readonly row: number;
  readonly column: number;
  readonly formula: CellValue;
  readonly before: { readonly value: unknown; readonly numberFormat: string };
  readonly sent: SentCell;
}

async function cellsBefore(
  context: Excel.RequestContext,
  { frame, cells, sheet }: PlanTableWrite,
): Promise<CellBefore[]> {
  const asked = cells.map((write) => {
    const range = frame.worksheet.getRangeByIndexes(write.row, write.column, 1, 1);
    range.load('formulas,values,numberFormat,address');
    return { write, range };
  });
  await context.sync();
  return asked.map(({ write, range }) => {
    const formula = first(range.formulas) as CellValue;
    const value = first(range.values);
    if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) {
      throw new HostFailure(
        'PlanIsFormula',
        `${range.address} holds a formula, so nothing was written`,
        `Change the formula on '${sheet}', then look again.`,
      );
    }
    const before = { value, numberFormat: String(first(range.numberFormat)) };
    const { row, column, type, cell } = write;
    return { row, column, formula, before, sent: planSent(type, cell, before) };
  });
}

function first(matrix: readonly (readonly unknown[])[]): unknown {
  return matrix[0]?.[0];
}

/** New rows and columns go where nothing stands, also not beside them: a plain range would run into it. */
async function requireRoom(context: Excel.RequestContext, of: PlanTableWrite): Promise<void> {
  const { frame, heads, rows, headerRow, nextRow, sheet } = of;
  const { worksheet, table, left, right, endRow } = frame;
  const beside = table === undefined ? 1 : 0;
  const last = Math.max(nextRow + rows, table === undefined ? nextRow : endRow);
  const places = [
    { row: nextRow, column: left, rows, columns: right - left, what: 'row' },
    {
      ...{ row: headerRow, column: right, rows: last - headerRow, what: 'column' },
      columns: heads.length === 0 ? 0 : heads.length + beside,
    },
  ].filter((place) => place.rows > 0 && place.columns > 0);
  const asked = places.map((place) => {
    const range = worksheet.getRangeByIndexes(place.row, place.column, place.rows, place.columns);
    range.load('formulas,address');
    return { range, what: place.what };
  });
  await context.sync();
  for (const { range, what } of asked) {
    if ((range.formulas as unknown[][]).flat().every((cell) => cell === '')) continue;
    const where = what === 'row' ? 'below the plans' : 'to the right of the plans';
    throw new HostFailure(
      'NoRoomForPlans',
      `There is no room for a new ${what} ${where} on '${sheet}': something stands in ${range.address}`,
      `Insert empty ${what}s there, then look again.`,
    );
  }
}

/** Reads the cells back: each must hold what was sent. */
async function verifyPlans(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  written: WrittenPlans,
): Promise<void> {
  if (await holdWhatWasWritten(context, worksheet, written)) return;
  throw new HostFailure(
    'StoredDifferently',
    `Excel stored something else than was sent on '${written.sheet}'`,
    'Take any filter or rule of the cells away, then look again.',
  );
}
