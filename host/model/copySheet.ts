/** Copying a sheet, as a person or an add-in does in Excel. */
import { withSheetRenamed } from '../calc/parse';
import { area } from './area';
import type { HostChart, SheetArea } from './chart';
import type { HostSheet } from './sheet';
import type { HostWorkbook } from './workbook';

/**
 * Adds a copy of a sheet at the end: cells, formats, tables and print settings. Custom properties are not copied, by design
 * [issue #5486]; formulas that refer to the sheet by its name go on doing so, its tables get names of their own [unverified].
 */
export function copySheet(
  book: HostWorkbook,
  from: HostSheet,
  name = freeName(book, from),
): HostSheet {
  const copy = book.addSheet(name);
  for (const [number, column] of from.cells.filled()) {
    const { end } = column;
    for (let row = 0; row < end; row += 1) {
      const formula = column.formulas.get(row);
      if (formula !== undefined || column.values[row] !== undefined) {
        copy.put(row, number, column.values[row], formula);
      }
      if (column.styleOf(row) !== undefined) copy.putStyle(row, number, column.styleOf(row));
    }
  }
  copyLayout(from, copy);
  for (const chart of book.chartsOn(from)) copyChart(book, chart, copy);
  for (const table of book.tablesOn(from)) {
    const made = book.newTable(freeTableName(book, table.name), copy, table.area);
    const { style, showHeaders, showTotals, columns } = table;
    Object.assign(made, { style, showHeaders, showTotals, columns: [...columns] });
    book.putTable(made);
  }
  for (const item of book.names.filter(({ scope }) => scope === from)) {
    const formula = withSheetRenamed(item.formula, from.name, name);
    book.names.push({ ...item, scope: copy, formula });
  }
  copy.tell(copy.cells.used(false) ?? area(0, 0));
  return copy;
}

/** What a chart draws of its own sheet, its copy draws of the copy; one that the host cannot draw anew is left out. */
function copyChart(book: HostWorkbook, chart: HostChart, to: HostSheet): void {
  const { name, type, anchor, title, legend, valueFormat } = chart;
  if (type === undefined) return;
  const here = (of: SheetArea): SheetArea => (of.sheet === chart.sheet ? { ...of, sheet: to } : of);
  const series = chart.series.map((one) => {
    const [called, labels] = [one.name && here(one.name), one.labels && here(one.labels)];
    return { name: called, values: here(one.values), labels };
  });
  Object.assign(book.addChart(to, name, type, anchor), { title, legend, valueFormat, series });
}

function copyLayout(from: HostSheet, to: HostSheet): void {
  const { tabColor, showGridlines, showHeadings, frozen, protection, filter } = from;
  const plain = { tabColor, showGridlines, showHeadings, frozen, protection, filter };
  Object.assign(to, structuredClone(plain), { merges: [...from.merges] });
  Object.assign(to.page, structuredClone(from.page));
  for (const [key, value] of from.columnWidths) to.columnWidths.set(key, value);
  for (const [key, value] of from.rowHeights) to.rowHeights.set(key, value);
  for (const [key, value] of from.columnStyles) to.columnStyles.set(key, value);
  for (const [key, value] of from.rowStyles) to.rowStyles.set(key, value);
  for (const [key, value] of from.hyperlinks) to.hyperlinks.set(key, value);
  for (const row of from.hiddenRows) to.hiddenRows.add(row);
  for (const column of from.hiddenColumns) to.hiddenColumns.add(column);
}

/** Excel calls a copy "Name (2)", and shortens the name where that is too long. */
function freeName(book: HostWorkbook, from: HostSheet): string {
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`;
    const name = `${from.name.slice(0, 31 - ending.length)}${ending}`;
    if (book.sheetNamed(name) === undefined) return name;
  }
}

function freeTableName(book: HostWorkbook, name: string): string {
  for (let number = 2; ; number += 1) {
    if (book.tableNamed(`${name}${number}`) === undefined) return `${name}${number}`;
  }
}
