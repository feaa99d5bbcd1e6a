/** Changes of cells as Excel makes them: with its reading of text, its protection and its tiling. */
import { parseFormula } from '../calc/parse';
import { areaAt, eachCell, intersection, type Area } from './area';
import { isTooLong, readEntry, type Entry, type EntryContext } from './coerce';
import { Refusal } from './refusal';
import type { HostSheet } from './sheet';
import type { StylePatch } from './style';
import type { HostWorkbook } from './workbook';

/** One cell of a matrix that an add-in writes: null leaves the cell as it is. */
type Written = string | number | boolean | null;

/** A protected sheet takes no edit of a locked cell [doc: Worksheet.protection; error code AccessDenied]. */
export function requireUnlocked(sheet: HostSheet, at: Area): void {
  if (!sheet.protection.protected) return;
  const styled = usedPart(sheet, at);
  // Cells that were never formatted are locked, so only an area that lies in the used one can be free.
  const free =
    styled !== undefined && styled.rows === at.rows && styled.columns === at.columns
      ? allUnlocked(sheet, styled)
      : false;
  if (!free) throw new Refusal('AccessDenied');
}

function allUnlocked(sheet: HostSheet, at: Area): boolean {
  let free = true;
  eachCell(at, (row, column) => {
    free &&= !sheet.owner.styles.entry(sheet.styleAt(row, column)).style.locked;
  });
  return free;
}

/** Writes a matrix, or one value for all cells, as Range.values and Range.formulas do. */
export function writeCells(book: HostWorkbook, sheet: HostSheet, at: Area, input: unknown): void {
  const rows = matrixOf(input, at);
  requireUnlocked(sheet, at);
  const targets = visibleRows(sheet, at);
  const entries = rows.map((row, down) =>
    row.map((cell, across) =>
      cell === null
        ? null
        : entryOf(cell, book, sheet.styleAt(targets[down] ?? 0, at.column + across)),
    ),
  );
  const single = at.rows === 1 && at.columns === 1;
  const before = single ? sheet.cells.value(at.row, at.column) : undefined;
  for (const [down, row] of entries.entries()) {
    const target = targets[down];
    if (target === undefined) continue;
    for (const [across, entry] of row.entries()) {
      if (entry !== null) putEntry(book, sheet, [target, at.column + across], entry);
    }
  }
  expandTables(book, sheet, at);
  book.changed({
    kind: 'cells',
    sheet,
    area: at,
    ...(single ? { before: before ?? '', after: sheet.cells.value(at.row, at.column) ?? '' } : {}),
  });
}

/** Types into the first cell at an address, as a person does. */
export function typeIn(book: HostWorkbook, sheet: HostSheet, address: string, text: string): void {
  writeCells(book, sheet, { ...areaAt(address), rows: 1, columns: 1 }, text);
}

function matrixOf(input: unknown, at: Area): Written[][] {
  if (!Array.isArray(input)) {
    const all = written(input);
    return Array.from({ length: at.rows }, () => new Array<Written>(at.columns).fill(all));
  }
  const rows = input as unknown[];
  const fits =
    rows.length === at.rows && rows.every((row) => Array.isArray(row) && row.length === at.columns);
  if (!fits) {
    throw new Refusal(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return (rows as unknown[][]).map((row) => row.map(written));
}

function written(value: unknown): Written {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    return value;
  }
  throw new Refusal('InvalidArgument');
}

function entryOf(cell: Exclude<Written, null>, book: HostWorkbook, style: number): Entry {
  if (typeof cell !== 'string') return { value: cell };
  if (isTooLong(cell)) throw new Refusal('InvalidArgument');
  const context: EntryContext = {
    numberFormat: book.styles.entry(style).style.numberFormat,
    date1904: book.date1904,
    year: book.year,
  };
  const entry = readEntry(cell, context);
  // Excel refuses text that starts like a formula and is none [unverified: the code].
  if (entry.formula !== undefined && parseFormula(entry.formula) === undefined) {
    throw new Refusal('InvalidArgument');
  }
  return entry;
}

function putEntry(
  book: HostWorkbook,
  sheet: HostSheet,
  [row, column]: readonly [row: number, column: number],
  entry: Entry,
): void {
  sheet.put(row, column, entry.value, entry.formula);
  if (entry.numberFormat === undefined) return;
  const style = sheet.styleAt(row, column);
  if (book.styles.entry(style).style.numberFormat !== 'General') return;
  sheet.putStyle(row, column, book.styles.derive(style, { numberFormat: entry.numberFormat }));
}

/** Values written over filtered rows land in the rows that show, one after the other [issue #224]. */
function visibleRows(sheet: HostSheet, at: Area): number[] {
  const rows = Array.from({ length: at.rows }, (_, index) => at.row + index);
  const { filter } = sheet;
  if (filter === undefined || intersection(filter, at) === undefined) return rows;
  return rows.filter((row) => !sheet.hiddenRows.has(row));
}

/** A table takes in what an add-in writes right below it [issue #3013], but not where the first value is blank [issue #2097]. */
function expandTables(book: HostWorkbook, sheet: HostSheet, at: Area): void {
  for (const table of book.tablesOn(sheet)) {
    const { row, column, rows, columns } = table.area;
    const isBelow =
      !table.showTotals &&
      at.row === row + rows &&
      at.column >= column &&
      at.column + at.columns <= column + columns;
    if (!isBelow || !isFilled(sheet, at.row, at.column)) continue;
    const grown = { ...table.area, rows: rows + at.rows };
    if (book.tableFault(table.name, sheet, grown, table) === undefined) table.area = grown;
  }
}

/** The part of an area where something stands. */
function usedPart(sheet: HostSheet, at: Area): Area | undefined {
  const used = sheet.cells.used(false);
  return used && intersection(used, at);
}

function isFilled(sheet: HostSheet, row: number, column: number): boolean {
  return (
    sheet.cells.value(row, column) !== undefined || sheet.cells.formula(row, column) !== undefined
  );
}

/** Beyond these sizes a format belongs to whole columns or rows, as it does in Excel when one selects them. */
const LONG = 100_000;
const WIDE = 1000;

/** Changes the look of cells; whole rows and columns keep it for cells to come. */
export function restyle(book: HostWorkbook, sheet: HostSheet, at: Area, patch: StylePatch): void {
  requireUnlocked(sheet, at);
  const change = book.styles.changer(patch);
  if (at.columns > WIDE) {
    const last = Math.min(at.row + at.rows, at.row + LONG);
    for (let row = at.row; row < last; row += 1) {
      sheet.rowStyles.set(row, change(sheet.rowStyles.get(row) ?? 0));
    }
  } else if (at.rows > LONG) {
    for (let column = at.column; column < at.column + at.columns; column += 1) {
      sheet.columnStyles.set(column, change(sheet.columnStyles.get(column) ?? 0));
    }
  }
  const isWhole = at.columns > WIDE || at.rows > LONG;
  const cells = isWhole ? usedPart(sheet, at) : at;
  if (cells !== undefined) {
    eachCell(cells, (row, column) => {
      sheet.putStyle(row, column, change(sheet.styleAt(row, column)));
    });
  }
  book.changed({ kind: 'format', sheet, area: at });
}

/** Gives each cell of an area the number format at its place in a matrix; null leaves a cell. */
export function formatNumbers(
  book: HostWorkbook,
  sheet: HostSheet,
  at: Area,
  formats: readonly (readonly (string | null)[])[],
): void {
  requireUnlocked(sheet, at);
  const changers = new Map<string, (style: number) => number>();
  eachCell(at, (row, column) => {
    const numberFormat = formats[row - at.row]?.[column - at.column];
    if (numberFormat === null || numberFormat === undefined) return;
    const change = changers.get(numberFormat) ?? book.styles.changer({ numberFormat });
    changers.set(numberFormat, change);
    sheet.putStyle(row, column, change(sheet.styleAt(row, column)));
  });
  book.changed({ kind: 'format', sheet, area: at });
}

/** What Range.clear takes away. */
export type ClearWhat = 'All' | 'Contents' | 'Formats' | 'Hyperlinks';

/** Empties cells, or takes their formats away, or both. */
export function clearCells(book: HostWorkbook, sheet: HostSheet, at: Area, what: ClearWhat): void {
  requireUnlocked(sheet, at);
  const cells = usedPart(sheet, at);
  if (cells !== undefined && (what === 'All' || what === 'Contents')) {
    eachCell(cells, (row, column) => {
      if (isFilled(sheet, row, column)) sheet.put(row, column, undefined);
    });
  }
  if (what === 'All' || what === 'Formats') clearFormats(sheet, at, cells);
  if (what === 'All' || what === 'Hyperlinks') clearLinks(sheet, at);
  book.changed({ kind: 'cells', sheet, area: at });
}

function clearFormats(sheet: HostSheet, at: Area, cells: Area | undefined): void {
  if (at.rows > LONG) {
    for (const column of [...sheet.columnStyles.keys()]) {
      if (column >= at.column && column < at.column + at.columns) sheet.columnStyles.delete(column);
    }
  }
  if (at.columns > WIDE) {
    for (const row of [...sheet.rowStyles.keys()]) {
      if (row >= at.row && row < at.row + at.rows) sheet.rowStyles.delete(row);
    }
  }
  if (cells === undefined) return;
  eachCell(cells, (row, column) => {
    if (sheet.cells.style(row, column) !== undefined) sheet.putStyle(row, column, undefined);
  });
}

function clearLinks(sheet: HostSheet, at: Area): void {
  for (const address of [...sheet.hyperlinks.keys()]) {
    if (intersection(at, areaAt(address))) sheet.hyperlinks.delete(address);
  }
}
