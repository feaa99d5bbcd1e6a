/** Exports as real systems write them, with every column and their dirt: small workbooks to try the reading on. */
import { columnName, HostWorkbook, saveWorkbook } from '../host/index';
import type { ExportSheet } from './exportSheet';
import * as medical from './exportsMedical';
import * as other from './exportsOther';

const books: Readonly<Record<string, () => readonly ExportSheet[]>> = {
  'kareo.xlsx': medical.kareo,
  'drchrono.xlsx': medical.drChrono,
  'nuin.xlsx': medical.nuin,
  'openemr.xlsx': medical.openEmr,
  'charttalk.xlsx': medical.chartTalk,
  'theranest.xlsx': medical.theraNest,
  'dentrix.xlsx': other.dentrix,
  'shepherd.xlsx': other.shepherd,
  'instinct.xlsx': other.instinct,
  'topsortho.xlsx': other.topsOrtho,
};

/** Names of the files that `npm run sample` writes into the folder `exports`. */
export const exportNames: readonly string[] = Object.keys(books);

/** The sheets of an export, before they are cells. */
export function exportSheets(name: string): readonly ExportSheet[] {
  const sheets = books[name];
  if (sheets === undefined) throw new Error(`no export ${name}`);
  return sheets();
}

/** The bytes of an export: the same each time. */
export function exportBytes(name: string): Uint8Array {
  const workbook = new HostWorkbook();
  for (const sheet of exportSheets(name)) addExport(workbook, sheet);
  return saveWorkbook(workbook);
}

/** The lines above, the headers right below them, and dates as cells only where the system writes such. */
function addExport(workbook: HostWorkbook, { name, above, table, days }: ExportSheet): void {
  const sheet = workbook.addSheet(name);
  const headerRow = above.length + 1;
  const first = headerRow + 1;
  const last = headerRow + table.rows.length;
  sheet.setValues('A1', [...above.map((line) => [line]), table.headers]);
  sheet.setValues(
    `A${first}`,
    table.rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
  );
  for (const header of days) {
    const letters = columnName(table.headers.indexOf(header));
    sheet.format(`${letters}${first}:${letters}${last}`, { numberFormat: 'yyyy-mm-dd' });
  }
}
