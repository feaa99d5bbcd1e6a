/**
 * Sets the cells of an .xlsx file against the JSON of the same run, going from the JSON to the cells: each
 * sheet is laid out anew from its JSON and has to be in the file cell by cell, with nothing beside it.
 */
import type { XlsxBook, XlsxCell, XlsxSheet } from '../../support/xlsxReader';
import { kindOfColumn } from '../contract';
import type { JsonCell, ResultJson, SheetJson, TableJson } from '../spawnRunner';

export interface Compared {
  /** What is not as the JSON says, with its place. */
  readonly wrong: readonly string[];
  readonly cells: number;
  /** Totals of money that Excel adds up itself. */
  readonly sums: number;
}

interface Tally {
  readonly wrong: string[];
  cells: number;
  sums: number;
}

export function compared(book: XlsxBook, result: ResultJson): Compared {
  const tally: Tally = { wrong: [], cells: 0, sums: 0 };
  for (const json of result.sheets) {
    if (book.names.includes(json.name)) compareSheet(book, json, tally);
    else tally.wrong.push(`${json.name}: not in the file`);
  }
  return tally;
}

/** Title, stamp, info, a blank row, then the tables; those after the first under a blank row and a title. */
function compareSheet(book: XlsxBook, json: SheetJson, tally: Tally): void {
  const sheet = book.sheet(json.name);
  const expected = new Map<number, readonly JsonCell[]>([
    [0, [json.name]],
    [1, [`Practice Ledger · ${json.report} · ${json.name}`]],
  ]);
  let row = 2;
  for (const [label, value] of json.info) {
    const lines = infoLines(sheet, row, label === 'Question' ? value : `${label}: ${value}`);
    for (const line of lines) expected.set(row++, [line]);
  }
  expected.set(row++, []);
  for (const [place, table] of json.tables.entries()) {
    if (place > 0) {
      expected.set(row++, []);
      expected.set(row++, [table.title]);
    }
    expected.set(row++, table.columns);
    compareTypes(json.name, { sheet, table, firstRow: row, isFirst: place === 0 }, tally);
    for (const cells of table.rows) expected.set(row++, cells);
    if (table.total === undefined) continue;
    compareSums(json.name, { sheet, table, totalRow: row }, tally);
    expected.set(row++, table.total);
  }
  for (let at = 0; at < Math.max(row, sheet.rows); at++) {
    const cells = expected.get(at) ?? [];
    for (let column = 0; column < Math.max(cells.length, sheet.columns); column++) {
      const found = jsonOf(sheet.at(at, column), book.date1904);
      tally.cells += 1;
      if (found === (cells[column] ?? null)) continue;
      const place = `${json.name} row ${at + 1} column ${column + 1}`;
      tally.wrong.push(
        `${place}: ${JSON.stringify(found)}, not ${JSON.stringify(cells[column] ?? null)}`,
      );
    }
  }
}

/** The lines of a text that was broken at blanks to fit the page; one wrong line where it is not there. */
function infoLines(sheet: XlsxSheet, row: number, text: string): string[] {
  const lines: string[] = [];
  for (let at = row; lines.join(' ') !== text; at++) {
    const line = String(sheet.at(at, 0)?.value ?? '');
    lines.push(line);
    if (line === '' || !text.startsWith(lines.join(' '))) return [text];
  }
  return lines;
}

/** What a cell says in the forms of the contract; what it is goes by its number format. */
function jsonOf(cell: XlsxCell | undefined, date1904: boolean): JsonCell {
  if (cell === undefined) return null;
  const { value, format } = cell;
  if (typeof value === 'boolean') return `the flag ${String(value)}`;
  if (typeof value === 'string') return value;
  if (/y/.test(format)) return dateText(value + (date1904 ? 1462 : 0), format);
  return format.startsWith('#,##0.00') ? moneyText(value) : value;
}

function moneyText(dollars: number): string {
  const cents = Math.round(dollars * 100);
  if (Math.abs(dollars * 100 - cents) > 1e-6) return `${dollars}, which is no whole cents`;
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `2024-03`, `2024-03-31` or `2024-03-31T18:00`; seconds are in no text. */
function dateText(serial: number, format: string): string {
  const minutes = Math.floor(serial * 1440 + 1e-4);
  const iso = new Date(Date.UTC(1899, 11, 30) + minutes * 60_000).toISOString();
  if (!format.includes('d')) return iso.slice(0, 7);
  return format.includes('h') && minutes % 1440 !== 0 ? iso.slice(0, 16) : iso.slice(0, 10);
}

interface Placed {
  readonly sheet: XlsxSheet;
  readonly table: TableJson;
}

const moneyForm = /^-?\d+\.\d\d$/;

/** Money, dates, shares and counts are numbers in the cells, and no text that looks like them. */
function compareTypes(
  name: string,
  { sheet, table, firstRow, isFirst }: Placed & { readonly firstRow: number; isFirst: boolean },
  tally: Tally,
): void {
  const { columns, rows, total } = table;
  const all = total === undefined ? rows : [...rows, total];
  for (const [column, head] of columns.entries()) {
    const filled = all.filter((cells) => cells[column] !== null);
    const isMoney = filled.every((cells) => moneyForm.test(String(cells[column])));
    const kind = isFirst ? kindOfColumn(head) : 'text';
    const isNumber = filled.length > 0 && (isMoney || kind !== 'text');
    if (!isNumber) continue;
    for (const [place, cells] of all.entries()) {
      const isWord = place === rows.length && column === 0;
      const cell = sheet.at(firstRow + place, column);
      if (cells[column] === null || isWord || typeof cell?.value === 'number') continue;
      tally.wrong.push(`${name} row ${firstRow + place + 1} ${head}: not a number in its cell`);
    }
  }
}

/** A total that is a formula adds up exactly its rows, and its cached value is their sum. */
function compareSums(
  name: string,
  { sheet, table, totalRow }: Placed & { readonly totalRow: number },
  tally: Tally,
): void {
  const firstRow = totalRow - table.rows.length;
  for (const [column, head] of table.columns.entries()) {
    const cell = sheet.at(totalRow, column);
    if (cell?.formula === undefined) continue;
    tally.sums += 1;
    const letter = String.fromCharCode(65 + column);
    const formula = `ROUND(SUM(${letter}${firstRow + 1}:${letter}${totalRow}),2)`;
    let sum = 0;
    for (let row = firstRow; row < totalRow; row++)
      sum += Number(sheet.at(row, column)?.value ?? 0);
    const isRight = cell.formula === formula && Math.round(sum * 100) / 100 === cell.value;
    if (!isRight) tally.wrong.push(`${name} total of ${head}: ${cell.formula} is ${cell.value}`);
  }
}
