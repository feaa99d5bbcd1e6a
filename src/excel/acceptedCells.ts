/** Rows of accepted proposals as the values that their cells hold. */
import { at } from '../core/assert';
import type { SheetColumn, Value } from '../reports/sheet';
import { cellOf, type CellValue, keptText } from './layOut';

/** What the cells of a row hold once they were written. */
export function acceptedCells(
  row: readonly Value[],
  columns: readonly SheetColumn[],
  date1904: boolean,
): CellValue[] {
  return row.map((value, column) =>
    typeof value === 'string' ? keptText(value) : cellOf(value, at(columns, column).type, date1904),
  );
}

/** What is sent for it: an apostrophe keeps ids such as 00123 and 5-12 the texts that they are. */
export function sentCell(cell: CellValue): CellValue {
  return typeof cell === 'string' && cell !== '' ? `'${cell}` : cell;
}
