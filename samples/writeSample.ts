/** A sample as a workbook: its tables on sheets, formatted as the practice's export has them. */
import { columnName, HostWorkbook, type HostSheet } from '../host/index';
import type { SampleBook, SampleSheet, SampleTable } from './sampleTable';

const dates = new Set(
  (
    'Service Date|Closed Date|Payment Date|Completed Date|Entered Date|Check Date|Estimate Date|' +
    'Received Date|Procedure Date|Date|Effective From|Effective To'
  ).split('|'),
);
const money = new Set(
  (
    'Amount|Discount|Tax|Lab Cost|Insurance Estimate|Write-off Estimate|Write-off|Insurance Paid|' +
    'Allowed|Tier From|Guarantee'
  ).split('|'),
);
const ids = new Set(
  (
    'Code|Account ID|Patient ID|Charge ID|Payment ID|Claim Number|Guarantor ID|Adjustment ID|' +
    'Claim Line ID'
  ).split('|'),
);

/** The workbook of a sample: a sheet of notes, then a sheet for each table. */
export function sampleWorkbook(book: SampleBook): HostWorkbook {
  const workbook = new HostWorkbook();
  workbook.properties.company = book.practice;
  addNotes(workbook, book);
  for (const sheet of book.sheets) {
    if (sheet.above === undefined) addExcelTable(workbook, sheet);
    else addPlainRange(workbook, sheet, sheet.above);
  }
  return workbook;
}

function addNotes(workbook: HostWorkbook, book: SampleBook): void {
  const sheet = workbook.addSheet('Notes');
  sheet.setValues('A1', [
    [book.practice],
    [book.about],
    ['The report sheets are added behind these; nothing on these sheets is changed.'],
  ]);
  sheet.format('A1', { font: { bold: true, size: 14 } });
  sheet.setWidths('A', [90]);
}

function addExcelTable(workbook: HostWorkbook, { name, table }: SampleSheet): void {
  const sheet = workbook.addSheet(name);
  workbook.addTable(name.replaceAll(' ', ''), sheet, 'A1', [table.headers, ...table.rows]);
  formatColumns(sheet, table, 1);
}

/** A plain range under the lines that the export prints above it. */
function addPlainRange(
  workbook: HostWorkbook,
  { name, table }: SampleSheet,
  above: readonly string[],
): void {
  const sheet = workbook.addSheet(name);
  const headerRow = above.length + 2;
  sheet.setValues(
    'A1',
    above.map((line) => [line]),
  );
  sheet.setValues(`A${headerRow}`, [table.headers, ...table.rows]);
  formatColumns(sheet, table, headerRow);
  const last = columnName(table.headers.length - 1);
  sheet.format('A1', { font: { bold: true, size: 14 } });
  sheet.format(`A${headerRow}:${last}${headerRow}`, { font: { bold: true }, fill: '#DCE6EC' });
}

/** Ids are text, so that 00123 stays 00123; a day has a time where the export gives one. */
function formatColumns(sheet: HostSheet, table: SampleTable, headerRow: number): void {
  for (const [place, header] of table.headers.entries()) {
    const letters = columnName(place);
    const body = `${letters}${headerRow + 1}:${letters}${headerRow + table.rows.length}`;
    const cells = table.rows.map((row) => row[place] ?? '');
    if (dates.has(header)) sheet.format(body, { numberFormat: dateFormat(cells) });
    if (money.has(header)) sheet.format(body, { numberFormat: '#,##0.00' });
    if (ids.has(header)) sheet.format(body, { numberFormat: '@' });
    const longest = Math.max(...cells.map((cell) => String(cell).length));
    const isNumber = dates.has(header) || money.has(header);
    sheet.setWidths(letters, [
      Math.min(Math.max(header.length + 4, isNumber ? 17 : longest + 2), 34),
    ]);
  }
}

function dateFormat(cells: readonly (string | number)[]): string {
  const hasTime = cells.some((cell) => typeof cell === 'number' && !Number.isInteger(cell));
  return hasTime ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd';
}
