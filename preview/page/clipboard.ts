/** Copying, pasting and clearing cells. */
import { typeIn, type Area, type HostSheet, type HostWorkbook } from '../../host/index';
import { cellAddress, intersection } from '../../host/model/area';
import { clearCells } from '../../host/model/edits';
import type { Cell } from './cell';
import { shownText } from './shownText';

/** What the selected cells show, with tabs between columns and lines between rows; hidden rows are left out. */
export function copiedText(workbook: HostWorkbook, sheet: HostSheet, area: Area): string {
  const used = sheet.cells.used(true);
  const at = used && intersection(used, area);
  if (at === undefined) return '';
  const lines: string[] = [];
  for (let row = at.row; row < at.row + at.rows; row += 1) {
    if (sheet.hiddenRows.has(row)) continue;
    const texts: string[] = [];
    for (let column = at.column; column < at.column + at.columns; column += 1) {
      const { numberFormat } = workbook.styles.entry(sheet.styleAt(row, column)).style;
      const text = shownText(workbook, sheet.cells.value(row, column), numberFormat);
      texts.push(/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    }
    lines.push(texts.join('\t'));
  }
  return lines.join('\n');
}

/** Types lines of texts in, from a cell on. */
export function pasteText(
  workbook: HostWorkbook,
  sheet: HostSheet,
  from: Cell,
  text: string,
): void {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  for (const [down, line] of lines.entries()) {
    for (const [across, cell] of line.split('\t').entries()) {
      const bare = /^"[^]*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      pasteCell(workbook, sheet, cellAddress(from.row + down, from.column + across), bare);
    }
  }
}

/** What begins like a formula and is none, such as -1.050,00, is refused when it is typed and text when it is pasted. */
function pasteCell(workbook: HostWorkbook, sheet: HostSheet, address: string, text: string): void {
  try {
    typeIn(workbook, sheet, address, text);
  } catch {
    typeIn(workbook, sheet, address, `'${text}`);
  }
}

/** Empties cells; their formats stay. */
export function clearSelected(workbook: HostWorkbook, sheet: HostSheet, area: Area): void {
  clearCells(workbook, sheet, area, 'Contents');
}
