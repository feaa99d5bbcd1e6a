/** Puts what a formula comes to into its cell, and an array into the cells beside it. */
import { area, COLUMNS_MAX, eachCell, intersection, ROWS_MAX, type Area } from '../model/area';
import { CellError, type CellValue } from '../model/cell';
import type { CalcBook } from './book';
import { cellKey, type LiveFormula } from './liveFormula';

const BUSY = CellError.of('#BUSY!');

/** Shows a result; true where cells other than the formula's own changed. */
export function show(
  book: CalcBook,
  formula: LiveFormula,
  result: CellValue | readonly (readonly CellValue[])[],
): boolean {
  // While a call is out the last array stays in view, so that it does not flicker [unverified].
  if (!isArray(result)) {
    const cleared = result === BUSY ? false : fill(formula, undefined, []);
    keep(formula, result);
    return cleared;
  }
  const { row, column } = formula;
  const at = { row, column, rows: result.length, columns: result[0]?.length ?? 0 };
  const blocked = isBlocked(book, formula, at);
  const changed = fill(formula, at, blocked ? [] : result);
  keep(formula, blocked ? CellError.of('#SPILL!') : (result[0]?.[0] ?? 0));
  return changed;
}

function isArray(
  result: CellValue | readonly (readonly CellValue[])[],
): result is readonly (readonly CellValue[])[] {
  return Array.isArray(result);
}

/** A formula of the file is only written back where its value is another. */
function keep({ sheet, row, column, saved }: LiveFormula, value: CellValue): void {
  const cells = sheet.cells.column(column);
  cells.keep(row, value);
  if (saved !== undefined && value !== BUSY && value !== saved.value) cells.touch(row);
}

/** Filled cells, merged cells, tables and the edges of the sheet are in the way [doc: #SPILL! error]. */
function isBlocked(book: CalcBook, formula: LiveFormula, at: Area): boolean {
  const { sheet, row, column, spilled } = formula;
  if (at.row + at.rows > ROWS_MAX || at.column + at.columns > COLUMNS_MAX) return true;
  if (sheet.merges.some((merge) => intersection(merge, at))) return true;
  let blocked = false;
  eachCell(at, (toRow, toColumn) => {
    if (blocked || book.tableAt(sheet, toRow, toColumn) !== undefined) blocked = true;
    else if ((toRow !== row || toColumn !== column) && !spilled.has(cellKey(toRow, toColumn))) {
      blocked =
        sheet.cells.value(toRow, toColumn) !== undefined ||
        sheet.cells.formula(toRow, toColumn) !== undefined;
    }
  });
  return blocked;
}

/** Fills the cells beside the formula with its rows and empties those of its last array that are left over. */
function fill(
  formula: LiveFormula,
  at: Area | undefined,
  rows: readonly (readonly CellValue[])[],
): boolean {
  const { sheet, row, column, spilled, saved } = formula;
  const old = new Set(spilled);
  let changed = false;
  spilled.clear();
  const put = (toRow: number, toColumn: number, value: CellValue | undefined): void => {
    if (sheet.cells.value(toRow, toColumn) === value) return;
    const cells = sheet.cells.column(toColumn);
    cells.put(toRow, value);
    cells.touch(toRow);
    changed = true;
  };
  for (const [down, values] of rows.entries()) {
    for (const [across, value] of values.entries()) {
      const key = cellKey(row + down, column + across);
      if (down + across === 0) continue;
      old.delete(key);
      spilled.add(key);
      put(row + down, column + across, value);
    }
  }
  for (const key of old) {
    const [oldRow = 0, oldColumn = 0] = key.split(',').map(Number);
    put(oldRow, oldColumn, undefined);
  }
  formula.spill = at;
  const key = cellKey(row, column);
  if (at !== undefined && rows.length > 0) sheet.arrays.set(key, at);
  // An array formula of the file stays one, though it gives one value.
  else if (saved !== undefined && sheet.arrays.has(key)) sheet.arrays.set(key, area(row, column));
  else sheet.arrays.delete(key);
  return changed;
}

/** Takes the array of a formula off the sheet. */
export function clearSpill(formula: LiveFormula): boolean {
  return fill(formula, undefined, []);
}
