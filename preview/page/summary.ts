/** What Excel's status bar says of the selected cells: how many are filled, and the sum and mean of their numbers. */
import { displayText, type Area, type HostSheet, type HostWorkbook } from '../../host/index';
import { intersection } from '../../host/model/area';

/** More cells are not added up: it would be felt at every move. */
const CELLS_MAX = 500_000;

export interface Summary {
  readonly label: string;
  readonly text: string;
}

/** Empty for a single cell, and where nothing is filled. */
export function summaryOf(workbook: HostWorkbook, sheet: HostSheet, selected: Area): Summary[] {
  const used = sheet.cells.used(true);
  const at = used && intersection(used, selected);
  if (at === undefined || selected.rows * selected.columns < 2) return [];
  if (at.rows * at.columns > CELLS_MAX) return [];
  let [filled, count, sum] = [0, 0, 0];
  for (let column = at.column; column < at.column + at.columns; column += 1) {
    for (let row = at.row; row < at.row + at.rows; row += 1) {
      const value = sheet.cells.value(row, column);
      if (value === undefined) continue;
      filled += 1;
      if (typeof value !== 'number') continue;
      count += 1;
      sum += value;
    }
  }
  if (filled === 0) return [];
  const { row, column } = selected;
  const { numberFormat } = workbook.styles.entry(sheet.styleAt(row, column)).style;
  // Sums of decimals in binary carry dust beyond the 15 digits that Excel shows.
  const shown = (value: number): string =>
    displayText(Number(value.toPrecision(15)), numberFormat, workbook.date1904);
  return [
    ...(count === 0 ? [] : [{ label: 'Average', text: shown(sum / count) }]),
    { label: 'Count', text: String(filled) },
    ...(count === 0 ? [] : [{ label: 'Sum', text: shown(sum) }]),
  ];
}
