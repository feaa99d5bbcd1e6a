/** Makes the sample workbook: `npm run sample` writes it again, byte for byte. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnName, HostWorkbook, saveWorkbook, type HostSheet } from '../host/index';
import { type SampleTable, veterinaryQuarter } from './veterinaryQuarter';

const SEED = 20240101;
const PRACTICE = 'Cedar Grove Animal Hospital';

const dates = new Set(['Service Date', 'Closed Date', 'Payment Date']);
const money = new Set(['Amount', 'Discount', 'Tax']);
const ids = new Set(['Code', 'Account ID', 'Patient ID', 'Charge ID', 'Payment ID']);

/** Formats as the practice's export has them; ids are text, so that 00123 stays 00123. */
function formatColumns(sheet: HostSheet, table: SampleTable, headerRow: number): void {
  for (const [place, header] of table.headers.entries()) {
    const letters = columnName(place);
    const body = `${letters}${headerRow + 1}:${letters}${headerRow + table.rows.length}`;
    if (dates.has(header)) sheet.format(body, { numberFormat: 'yyyy-mm-dd hh:mm' });
    if (money.has(header)) sheet.format(body, { numberFormat: '#,##0.00' });
    if (ids.has(header)) sheet.format(body, { numberFormat: '@' });
    const longest = Math.max(...table.rows.map((row) => String(row[place] ?? '').length));
    const isNumber = dates.has(header) || money.has(header);
    sheet.setWidths(letters, [
      Math.min(Math.max(header.length + 4, isNumber ? 17 : longest + 2), 34),
    ]);
  }
}

function addExcelTable(workbook: HostWorkbook, name: string, table: SampleTable): void {
  const sheet = workbook.addSheet(name);
  workbook.addTable(name, sheet, 'A1', [table.headers, ...table.rows]);
  formatColumns(sheet, table, 1);
}

/** Invoices are a plain range under the lines that the export prints above it. */
function addPlainRange(workbook: HostWorkbook, name: string, table: SampleTable): void {
  const sheet = workbook.addSheet(name);
  sheet.setValues('A1', [[`${PRACTICE} – invoice export`], ['2024-01-01 to 2024-03-31']]);
  sheet.setValues('A4', [table.headers, ...table.rows]);
  formatColumns(sheet, table, 4);
  const last = columnName(table.headers.length - 1);
  sheet.format('A1', { font: { bold: true, size: 14 } });
  sheet.format(`A4:${last}4`, { font: { bold: true }, fill: '#DCE6EC' });
}

function addNotes(workbook: HostWorkbook): void {
  const sheet = workbook.addSheet('Notes');
  sheet.setValues('A1', [
    [PRACTICE],
    ['First quarter of 2024. Charges, Invoices and Payments are pasted from the practice system.'],
    ['The report sheets are added behind these; nothing on these sheets is changed.'],
  ]);
  sheet.format('A1', { font: { bold: true, size: 14 } });
  sheet.setWidths('A', [90]);
}

function makeWorkbook(): HostWorkbook {
  const workbook = new HostWorkbook();
  workbook.properties.company = PRACTICE;
  const ledger = veterinaryQuarter(SEED);
  addNotes(workbook);
  addExcelTable(workbook, 'Charges', ledger.charges);
  addPlainRange(workbook, 'Invoices', ledger.invoices);
  addExcelTable(workbook, 'Payments', ledger.payments);
  addExcelTable(workbook, 'Providers', ledger.providers);
  return workbook;
}

const path = join(__dirname, 'veterinary-quarter.xlsx');
writeFileSync(path, saveWorkbook(makeWorkbook()));
process.stdout.write(`${path}\n`);
