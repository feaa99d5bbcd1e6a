/** Puts back what stood in the cells of commission plans before they were written, and nothing that changed since. */
import { at } from '../core/assert';
import { sentCell } from './acceptedCells';
import { HostFailure } from './hostFailure';
import type { CellValue } from './layOut';
import { sameFormat } from './looks';

/** What was written, and what stood there: enough to put it back. */
export interface WrittenPlans {
  readonly sheet: string;
  readonly cells: readonly WrittenCell[];
  /** Of an Excel table that grew. */
  readonly table: string;
  readonly rows: { readonly first: number; readonly count: number };
  /** Headers of columns that were added; of a plain range their cells, from 0. */
  readonly heads: readonly string[];
  readonly headCells: readonly { readonly row: number; readonly column: number }[];
  /** The rows of new plans, in the columns of the table; from 0. */
  readonly added: {
    readonly row: number;
    readonly rows: number;
    readonly column: number;
    readonly columns: number;
  };
  /** The table was made on a sheet of its own. */
  readonly isNew: boolean;
}

export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  readonly formula: CellValue;
  readonly numberFormat: string;
  /** What the cell holds since. */
  readonly held: CellValue;
}

/** All of it, or nothing: refused where a cell is not what was written. Returns how many cells were put back. */
export async function undoPlans(
  context: Excel.RequestContext,
  all: readonly WrittenPlans[],
): Promise<number> {
  for (const written of all) await requireAsWritten(context, written);
  for (const written of all) await putBack(context, written);
  return all.reduce((sum, { cells }) => sum + cells.length, 0);
}

async function requireAsWritten(
  context: Excel.RequestContext,
  written: WrittenPlans,
): Promise<void> {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(written.sheet);
  worksheet.load('name');
  await context.sync();
  const isAsWritten =
    !worksheet.isNullObject &&
    (await holdWhatWasWritten(context, worksheet, written)) &&
    (await isNothingBeside(context, worksheet, written)) &&
    (await isTableThere(context, worksheet, written));
  if (isAsWritten) return;
  throw new HostFailure(
    'PlansChangedSince',
    `The plans on '${written.sheet}' were changed since they were written, so nothing was put back`,
    'Correct them in the list below, or on the sheet.',
  );
}

/** A new table has nothing but what was written; a row or column that was added, nothing but the cells written there. */
async function isNothingBeside(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  written: WrittenPlans,
): Promise<boolean> {
  const { isNew, cells, headCells } = written;
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas');
  await context.sync();
  if (used.isNullObject) return true;
  const { rowIndex, columnIndex, values } = used;
  const formulas = used.formulas as unknown[][];
  const mine = new Set(cells.map(({ row, column }) => `${String(row)} ${String(column)}`));
  const heads = new Map(headCells.map(({ row, column }) => [column, row]));
  const last = Math.max(...cells.map(({ column }) => column));
  return (values as unknown[][]).every((line, r) =>
    line.every((cell, c) => {
      const [row, column] = [rowIndex + r, columnIndex + c];
      if (cell === '' || mine.has(`${String(row)} ${String(column)}`)) return true;
      if (isAdded(written, row, column)) {
        return written.table !== '' && isCalculated(formulas, c, [r, written.added.row - rowIndex]);
      }
      const head = heads.get(column);
      return isNew ? row === 0 && column <= last : head === undefined || row <= head;
    }),
  );
}

function isAdded({ added }: WrittenPlans, row: number, column: number): boolean {
  const [down, right] = [row - added.row, column - added.column];
  return down >= 0 && down < added.rows && right >= 0 && right < added.columns;
}

/** A formula that Excel filled in by itself: a plan above the added rows has one there as well. */
function isCalculated(
  formulas: readonly (readonly unknown[])[],
  column: number,
  [row, first]: readonly [number, number],
): boolean {
  const above = formulas.slice(0, Math.max(first, 0));
  return isFormula(formulas[row]?.[column]) && above.some((line) => isFormula(line[column]));
}

/** A table that grew is found by its name again, before anything is put back. */
async function isTableThere(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { table: name, isNew, rows, heads }: WrittenPlans,
): Promise<boolean> {
  if (isNew) {
    worksheet.tables.load('count');
    await context.sync();
    return worksheet.tables.count === 1;
  }
  if (name === '' || !hasGrown({ rows, heads })) return true;
  const table = worksheet.tables.getItemOrNullObject(name);
  table.load('name');
  await context.sync();
  return !table.isNullObject;
}

function hasGrown({ rows, heads }: Pick<WrittenPlans, 'rows' | 'heads'>): boolean {
  return rows.count > 0 || heads.length > 0;
}

export async function putBack(
  context: Excel.RequestContext,
  { sheet, cells, table: name, rows, heads, headCells, isNew }: WrittenPlans,
): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  if (isNew) {
    worksheet.tables.getItemAt(0).delete();
    await context.sync();
    return;
  }
  for (const { row, column, formula, numberFormat } of cells) {
    const range = worksheet.getRangeByIndexes(row, column, 1, 1);
    range.numberFormat = sameFormat(numberFormat);
    range.values = [[typeof formula === 'string' ? sentCell(formula) : formula]];
  }
  await context.sync();
  if (name === '') {
    for (const { row, column } of headCells) {
      worksheet.getRangeByIndexes(row, column, 1, 1).values = [['']];
    }
    await context.sync();
    return;
  }
  if (hasGrown({ rows, heads })) {
    await shrink(context, worksheet.tables.getItem(name), { rows, heads });
  }
}

/** Takes out the rows and columns that were added, where they are still the last ones and blank. */
async function shrink(
  context: Excel.RequestContext,
  table: Excel.Table,
  { rows, heads }: Pick<WrittenPlans, 'rows' | 'heads'>,
): Promise<void> {
  const body = table.getDataBodyRange();
  const header = table.getHeaderRowRange();
  body.load('rowIndex,columnIndex,rowCount,columnCount,formulas');
  header.load('values');
  await context.sync();
  const isLast = body.rowIndex + body.rowCount === rows.first + rows.count;
  const formulas = body.formulas as unknown[][];
  const added = formulas.slice(body.rowCount - rows.count);
  const isBlank = added.every((row) => row.every((cell) => cell === '' || isFormula(cell)));
  if (rows.count > 0 && isLast && isBlank) {
    table.worksheet
      .getRangeByIndexes(rows.first, body.columnIndex, rows.count, body.columnCount)
      .delete('Up');
  }
  const names = (header.values[0] ?? []).map(String);
  for (const head of [...heads].reverse()) {
    if (names.pop() === head) table.columns.getItem(head).delete();
  }
  await context.sync();
}

/** A calculated column of the user fills itself. */
function isFormula(cell: unknown): boolean {
  return typeof cell === 'string' && cell.startsWith('=');
}

export async function holdWhatWasWritten(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { cells }: WrittenPlans,
): Promise<boolean> {
  const asked = cells.map(({ row, column }) => {
    const range = worksheet.getRangeByIndexes(row, column, 1, 1);
    range.load('values,formulas');
    return range;
  });
  await context.sync();
  return cells.every(({ held }, place) => {
    const { values, formulas } = at(asked, place);
    const [value, formula] = [values[0]?.[0] as unknown, formulas[0]?.[0] as unknown];
    // A formula that comes to the same is another cell than was written.
    return value === held && (formula === value || !isFormula(formula));
  });
}
