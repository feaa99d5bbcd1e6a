/** Runs every report on a mixed ledger: from its rows as they are, or as a workbook in the Excel host. */
import { chooseReports } from '../../src/app/chooseReports';
import { computeReports } from '../../src/app/computeReports';
import { atOnce } from '../../src/core/steps';
import { resultJson } from '../../src/reports/resultJson';
import { HostWorkbook } from '../../host/index';
import type { ResultJson } from '../runner/spawnRunner';
import type { Tables } from './mixedLedger';
import type { Cell, PlainLedger } from './plainLedger';
import { askedFor, ledgerOf, type RunOptions, testStamp } from './run';

/** The JSON of all reports, without a workbook. */
export function resultOfRows(tables: Tables, options: RunOptions): ResultJson {
  const asked = askedFor(['all'], options);
  const ledger = ledgerOf(tables as PlainLedger);
  const { specs, reasons } = chooseReports(asked, ledger.sources, []);
  if (reasons.length > 0) throw new Error(reasons.join('; '));
  const of = { asked, specs, stamp: testStamp };
  const computed = atOnce(computeReports(ledger, of, () => undefined));
  return JSON.parse(JSON.stringify(resultJson(computed))) as ResultJson;
}

/** The months that a span touches, its first and last moment kept. */
export function monthsOf(
  from: string,
  to: string,
): { readonly from: string; readonly to: string }[] {
  const months: { from: string; to: string }[] = [];
  const [year = 0, first = 0] = from.split('-').map(Number);
  for (let month = first; ; month++) {
    const start = isoDay(year, month, 1);
    if (start > to) return months;
    const end = isoDay(year, month + 1, 0);
    months.push({
      from: month === first ? from : start,
      to: end < to.slice(0, 10) ? end : to,
    });
  }
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** A sheet for each table: Excel tables and serial dates, or plain ranges and dates as text. */
export function mixedWorkbook(tables: Tables, hasSerialDates: boolean): HostWorkbook {
  const workbook = new HostWorkbook();
  for (const [kind, rows] of Object.entries(tables)) {
    const headers = [...new Set(rows.flatMap(Object.keys))];
    const body = rows.map((row) =>
      headers.map((header) => {
        const cell = Object.hasOwn(row, header) ? (row[header] ?? null) : null;
        return hasSerialDates ? serialOf(cell) : cell;
      }),
    );
    const sheet = workbook.addSheet(kind);
    const grid = [headers, ...body];
    if (hasSerialDates) workbook.addTable(kind.replaceAll(' ', '_'), sheet, 'B1', grid);
    else sheet.setValues('A1', grid);
  }
  return workbook;
}

/** `2024-03-31T18:00` as the number that Excel keeps; any other cell as it is. */
function serialOf(cell: Cell): Cell {
  if (typeof cell !== 'string' || !/^\d{4}-\d\d-\d\d/.test(cell)) return cell;
  const [day = '', time = '00:00'] = cell.split('T');
  return (Date.parse(`${day}T${time}:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
