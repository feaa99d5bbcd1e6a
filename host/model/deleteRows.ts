/** Deleting whole rows of a table: what stands below them moves up, in the columns of the table. */
import { area, type Area } from './area';
import { requireUnlocked } from './edits';
import { Refusal } from './refusal';
import type { HostSheet } from './sheet';
import type { HostWorkbook } from './workbook';

/**
 * Deletes cells that are whole rows of a table's body; a table without rows keeps a blank one
 * [doc: Range.delete; unverified: the blank row]. Formulas are not moved, nor anything but table rows.
 */
export function deleteTableRows(book: HostWorkbook, sheet: HostSheet, at: Area): void {
  const table = book.tableAt(sheet, at.row, at.column);
  const body = table?.bodyArea;
  const isWhole =
    body !== undefined &&
    at.column === body.column &&
    at.columns === body.columns &&
    at.row >= body.row &&
    at.row + at.rows <= body.row + body.rows;
  if (table === undefined || !isWhole) {
    throw new Refusal('ApiNotFound', 'The host deletes only whole rows of a table.');
  }
  const used = sheet.cells.used(false);
  const end = Math.max(used === undefined ? 0 : used.row + used.rows, at.row + at.rows);
  const moved: Area = { ...at, rows: end - at.row };
  requireUnlocked(sheet, moved);
  for (let column = at.column; column < at.column + at.columns; column += 1) {
    for (let row = at.row; row < end; row += 1) {
      const from = row + at.rows;
      if (sheet.cells.formula(from, column) !== undefined) {
        throw new Refusal('ApiNotFound', 'The host moves no formulas.');
      }
      sheet.put(row, column, sheet.cells.value(from, column));
      sheet.putStyle(row, column, sheet.cells.style(from, column));
    }
  }
  const headers = table.area.rows - body.rows;
  table.area = { ...table.area, rows: Math.max(table.area.rows - at.rows, headers + 1) };
  book.changed({ kind: 'cells', sheet, area: area(at.row, at.column, moved.rows, at.columns) });
}
