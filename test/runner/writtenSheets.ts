/** Sets the cells of written report sheets against the JSON of the same run. */
import type { CellValue, HostSheet, HostWorkbook } from '../../host/index';
import { columnName } from '../../host/index';
import { kindOfColumn } from './contract';
import type { JsonCell, ResultJson, SheetJson } from './spawnRunner';

/** Where a row of a table of the JSON stands on its sheet, from 1. */
interface PlacedRow {
  readonly row: number;
  readonly columns: readonly string[];
  readonly cells: readonly JsonCell[];
  readonly isTotal: boolean;
  /** Data rows of its table. */
  readonly dataRows: number;
}

/** The row above the head of the first table; info lines that are too long for the page take several. */
function rowAboveHead(workbook: HostWorkbook, { name, info, tables }: SheetJson): number {
  const heads = tables[0]?.columns ?? [];
  const grid = workbook.sheet(name).values(`A1:S${4 * info.length + 10}`);
  const head = grid.findIndex((cells) => heads.every((text, column) => cells[column] === text));
  if (head < 2 + info.length + 1) throw new Error(`the head of ${name} is not below its info`);
  return head;
}

/** Title, stamp and info, a blank row, then the tables; those after the first under a blank row and a title. */
function placedRows({ tables }: SheetJson, rowAbove: number): PlacedRow[] {
  const placed: PlacedRow[] = [];
  let row = rowAbove;
  for (const [place, { columns, rows, total }] of tables.entries()) {
    row += place === 0 ? 0 : 2;
    const of = { columns, dataRows: rows.length };
    placed.push({ ...of, row: (row += 1), cells: columns, isTotal: false });
    for (const cells of rows) placed.push({ ...of, row: (row += 1), cells, isTotal: false });
    if (total !== undefined) placed.push({ ...of, row: (row += 1), cells: total, isTotal: true });
  }
  return placed;
}

/** What a cell should hold: money as cents, a date as minutes, so that only the value counts. */
function expectedOf(cell: JsonCell, header: string): unknown {
  if (cell === null) return '';
  if (typeof cell === 'number' || cell === header) return cell;
  if (isMoney(header) && /^-?\d+\.\d\d$/.test(cell))
    return { cents: Math.round(Number(cell) * 100) };
  if (kindOfColumn(header) === 'month' && /^\d{4}-\d{2}$/.test(cell)) {
    return { minutes: minutes(`${cell}-01`) };
  }
  return kindOfColumn(header) === 'date' && /^\d{4}-/.test(cell)
    ? { minutes: minutes(cell) }
    : cell;
}

function foundIn(cell: CellValue, expected: unknown): unknown {
  if (typeof cell !== 'number' || typeof expected !== 'object') return cell;
  if (expected !== null && 'minutes' in expected)
    return { minutes: Math.floor(cell * 1440 + 1e-4) };
  const cents = Math.round(cell * 100);
  return Math.abs(cell * 100 - cents) < 1e-6 ? { cents: cents || 0 } : cell;
}

function isMoney(header: string): boolean {
  return kindOfColumn(header) === 'money' || header === 'Amount';
}

/** Minutes since 1899-12-30. */
function minutes(iso: string): number {
  const [day = '', time = '00:00'] = iso.split('T');
  return (Date.parse(`${day}T${time}:00Z`) - Date.UTC(1899, 11, 30)) / 60_000;
}

/**
 * Cells that are not as the JSON says, shares within `exact` of their size; empty where all are. Also how many
 * cells and totals of money were looked at.
 */
export function differences(
  workbook: HostWorkbook,
  result: ResultJson,
  exact = 0,
): { wrong: string[]; cells: number; totals: number } {
  const wrong: string[] = [];
  let [cells, totals] = [0, 0];
  for (const json of result.sheets) {
    const sheet = workbook.sheet(json.name);
    const placed = placedRows(json, rowAboveHead(workbook, json));
    const grid = sheet.values(`A1:S${placed.at(-1)?.row ?? 1}`);
    for (const { row, columns, cells: values, isTotal } of placed) {
      for (const [column, value] of values.entries()) {
        const expected = expectedOf(value, columns[column] ?? '');
        const found = foundIn(grid[row - 1]?.[column] ?? '', expected);
        cells += 1;
        if (isTotal && typeof expected === 'object') totals += 1;
        if (same(found, expected, exact)) continue;
        const place = `${json.name} ${columnName(column)}${row}`;
        wrong.push(`${place}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
      }
    }
  }
  return { wrong, cells, totals };
}

function same(found: unknown, expected: unknown, exact: number): boolean {
  if (typeof found !== 'number' || typeof expected !== 'number')
    return JSON.stringify(found) === JSON.stringify(expected);
  return Math.abs(found - expected) <= exact * Math.abs(expected);
}

/** Totals of money over no row: they are 0.00 without a formula. */
export function emptyTotals(result: ResultJson): number {
  return result.sheets
    .flatMap((sheet) => placedRows(sheet, 0))
    .filter(({ isTotal, dataRows }) => isTotal && dataRows === 0)
    .flatMap(({ cells, columns }) =>
      cells.filter((cell, column) => cell !== null && isMoney(columns[column] ?? '')),
    ).length;
}

/** The formulas of a report sheet, by address. */
export function formulasOf(sheet: HostSheet): Map<string, string> {
  const found = new Map<string, string>();
  for (const [column, { formulas }] of sheet.cells.filled()) {
    for (const [row, formula] of formulas) found.set(`${columnName(column)}${row + 1}`, formula);
  }
  return found;
}

/** Formulas of the report sheets that are no total of money, `=ROUND(SUM(C7:C11),2)` right below its rows. */
export function strangeFormulas(
  workbook: HostWorkbook,
  result: ResultJson,
): { strange: string[]; sums: number } {
  const strange: string[] = [];
  let sums = 0;
  for (const json of result.sheets) {
    const allowed = new Map<string, string>();
    for (const { row, columns, isTotal, dataRows: rows } of placedRows(
      json,
      rowAboveHead(workbook, json),
    )) {
      for (const [place, header] of columns.entries()) {
        if (!isTotal || !isMoney(header)) continue;
        const letters = columnName(place);
        allowed.set(
          `${letters}${row}`,
          `=ROUND(SUM(${letters}${row - rows}:${letters}${row - 1}),2)`,
        );
      }
    }
    for (const [address, formula] of formulasOf(workbook.sheet(json.name))) {
      sums += 1;
      if (allowed.get(address) !== formula) strange.push(`${json.name} ${address}: ${formula}`);
    }
  }
  return { strange, sums };
}
