/** Lays a report's sheet out on a grid: which row is what, and what each cell is sent as. */
import { assert, at } from '../core/assert';
import { serialOfMoment } from '../core/day';
import { cutText } from '../core/order';
import {
  type ColumnType,
  isDateType,
  rowTypes,
  type RunSheet,
  type Sheet,
  type SheetBody,
  type SheetTable,
  type Value,
} from '../reports/sheet';
import {
  CHART_COLUMN_WIDTH,
  CHART_COLUMNS,
  placeCharts,
  type PlacedChart,
  rowsOfCharts,
} from './placeCharts';
import { STAMP_START } from './stamp';

/** What a cell is sent as; the empty text clears it. Never null, which would leave it as it was. */
export type CellValue = string | number;

export type Look =
  'title' | 'question' | 'info' | 'stamp' | 'blank' | 'tableTitle' | 'head' | 'total';

/** A run of rows that look alike, by 0-based row on the sheet. */
export interface LookRow {
  readonly look: Look;
  readonly row: number;
  readonly columns: number;
}

/** Data of one table on the grid: first row of the data, and the row behind it. */
export interface DataArea {
  readonly firstRow: number;
  readonly endRow: number;
  readonly types: readonly ColumnType[];
  /** Rows on the sheet at which a group begins. */
  readonly groupRows: readonly number[];
  /** Rows on the sheet that are figures of a report between the steps that explain them. */
  readonly anchorRows: readonly number[];
  /** Rows on the sheet that hold counts in their columns of money. */
  readonly countRows: readonly number[];
  readonly hasTotal: boolean;
  /** Has a column of whole sentences: its rows are wrapped. */
  readonly hasProse: boolean;
}

/** A total that Excel adds up itself: live proof that the rows above make the figure. */
export interface SumCell {
  readonly row: number;
  readonly column: number;
  /** Rows added up, 0-based; `endRow` is the one behind the last. */
  readonly firstRow: number;
  readonly endRow: number;
}

export interface Layout {
  readonly rows: readonly (readonly CellValue[])[];
  readonly columns: number;
  readonly looks: readonly LookRow[];
  readonly areas: readonly DataArea[];
  readonly sums: readonly SumCell[];
  /** Rows above and with the first header: they are frozen, and the last one is repeated in print. */
  readonly headRows: number;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Undefined for a sheet that never has any. */
  readonly charts: readonly PlacedChart[] | undefined;
}

function stampText(sheet: Sheet | RunSheet): string {
  return `${STAMP_START}${sheet.report} · ${sheet.name}`;
}

/** Excel's limit of rows on a sheet. */
export const ROWS_MAX = 1_048_576;

/** Title, stamp, charts, question, basis; the first table; then memo tables, each under its own title. */
export function layOut(sheet: Sheet | RunSheet, date1904 = false): Layout {
  const columns = columnsOf(sheet);
  const rows: CellValue[][] = [];
  const looks: LookRow[] = [];
  const areas: DataArea[] = [];
  const sums: SumCell[] = [];
  const add = (look: Look, cells: readonly CellValue[], width = columns): void => {
    looks.push({ look, row: rows.length, columns: width });
    rows.push(padded(cells, columns));
  };
  add('title', [sheet.name]);
  add('stamp', [stampText(sheet)]);
  for (let row = rowsOfCharts(sheet.charts ?? []); row > 0; row--) add('blank', []);
  const widths = sheetWidths(sheet, columns);
  const lineLength = Math.max(
    LINE_LEAST,
    widths.reduce((sum, width) => sum + width, 0),
  );
  for (const [label, value] of sheet.info) {
    const isQuestion = label === 'Question';
    const [text, length] = isQuestion
      ? [value, lineLength * QUESTION_SHARE]
      : [`${label}: ${value}`, lineLength];
    // The print area ends with the last column: a longer line would be cut there.
    for (const line of linesOf(text, length))
      add(isQuestion ? 'question' : 'info', [literal(line)]);
  }
  add('blank', []);
  for (const [place, table] of sheet.tables.entries()) {
    if (place > 0) {
      add('blank', []);
      add('tableTitle', [literal(table.title)]);
    }
    const heads = table.columns.map(({ head }) => literal(head));
    add('head', heads, isFlowing(sheet, place, columns) ? columns : table.columns.length);
    const area = addData(table, rows, { columns, date1904 });
    areas.push(area);
    if (table.total === undefined) continue;
    sums.push(...sumCells(table, table.total, area));
    const types = table.columns.map(({ type }) => type);
    add('total', cellsOf(table.total, types, date1904), table.columns.length);
  }
  const headRows = headRowsOf(sheet, looks);
  const charts = sheet.charts && placeCharts(sheet.charts, areas);
  return { rows, columns, looks, areas, sums, headRows, widths, charts };
}

function columnsOf({ tables, charts }: SheetBody): number {
  const least = charts === undefined ? 0 : CHART_COLUMNS;
  return Math.max(least, ...tables.map((table) => table.columns.length));
}

/** Charts stand above the first head, so that only the title stays. */
function headRowsOf(sheet: SheetBody, looks: readonly LookRow[]): number {
  if (sheet.charts !== undefined || isOutgrown(sheet)) return 1;
  return (looks.find(({ look }) => look === 'head')?.row ?? 0) + 1;
}

/** So many rows are scrolled or printed on a page of their own. */
const ROWS_SEEN = 15;

/** True where a later table is read under the head that stays: then only the title may stay. */
function isOutgrown({ tables: [first, ...later] }: SheetBody): boolean {
  const most = Math.max(ROWS_SEEN, first?.rows.length ?? 0);
  return later.some(({ rows }) => rows.length > most);
}

/** Characters of an info line that fit on any page. */
const LINE_LEAST = 60;
/** The question is set larger than the lines below it. */
const QUESTION_SHARE = 0.85;

/** True for a memo table whose last column is text with empty columns beside it: it flows over them. */
function isFlowing({ tables }: SheetBody, place: number, columns: number): boolean {
  const own = at(tables, place).columns;
  const last = at(own, own.length - 1);
  return place > 0 && own.length < columns && last.type === 'text' && last.isProse === undefined;
}

/** A text in lines of at most `length` characters, broken at blanks; a longer word stays whole. */
function linesOf(text: string, length: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > length) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function sheetWidths(sheet: SheetBody, columns: number): number[] {
  const prose = proseColumns(sheet, columns);
  const share = Math.min(PROSE_WIDEST, Math.round(PROSE_TOGETHER / prose.length));
  const ownWidth = (column: number): number | undefined =>
    sheet.tables.find((table) => table.columns[column]?.width !== undefined)?.columns[column]
      ?.width;
  return columnWidths(sheet, columns).map((width, column) =>
    prose.includes(column) ? (ownWidth(column) ?? share) : width,
  );
}

function addData(
  table: SheetTable,
  rows: CellValue[][],
  of: { readonly columns: number; readonly date1904: boolean },
): DataArea {
  const firstRow = rows.length;
  const types = table.columns.map(({ type }) => type);
  for (const [place, row] of table.rows.entries()) {
    const isCount = table.countRows?.includes(place) === true;
    const cells = cellsOf(row, isCount ? rowTypes(table, place) : types, of.date1904);
    rows.push(padded(cells, of.columns));
  }
  return {
    firstRow,
    endRow: rows.length,
    types,
    groupRows: (table.groups ?? []).map((row) => firstRow + row),
    anchorRows: (table.anchors ?? []).map((row) => firstRow + row),
    countRows: (table.countRows ?? []).map((row) => firstRow + row),
    hasTotal: table.total !== undefined,
    hasProse: table.columns.some(({ isProse }) => isProse === true),
  };
}

/** Money columns whose rows make their total; with a filter they do not, and the figure stands. */
function sumCells(table: SheetTable, total: readonly Value[], area: DataArea): SumCell[] {
  return table.columns.flatMap(({ type }, column) => {
    const figure = total[column];
    if (type !== 'cents' || typeof figure !== 'number' || table.rows.length === 0) return [];
    const sum = table.rows.reduce((cents, row) => cents + Number(row[column]), 0);
    const { firstRow, endRow } = area;
    return sum === figure ? [{ row: endRow, column, firstRow, endRow }] : [];
  });
}

function padded(cells: readonly CellValue[], columns: number): CellValue[] {
  return Array.from({ length: columns }, (_, column) => cells[column] ?? '');
}

function cellsOf(
  row: readonly Value[],
  types: readonly ColumnType[],
  date1904: boolean,
): CellValue[] {
  return row.map((value, column) => cellOf(value, at(types, column), date1904));
}

/** A value as it is sent. Excel would keep the old number for NaN, so that it is refused here. */
export function cellOf(value: Value, type: ColumnType, date1904: boolean): CellValue {
  if (value === null) return '';
  if (typeof value === 'string') return literal(value);
  assert(Number.isFinite(value) && !Object.is(value, -0), 'a cell holds a number');
  if (type === 'cents') return value / 100;
  if (isDateType(type)) return serialOfMoment(value, date1904);
  return value;
}

/** Longest text that a cell holds. */
const TEXT_MAX = 32_767;

/** Blanks and marks that Excel skips before it looks whether a text is a formula. */
const skipped = new Set([' ', '\t', '\r', '\n', '\0', '\uFEFF', '\u00A0']);
const risky = new Set(['=', '+', '-', '@', "'", '＝', '＋', '－', '＠']);

/** Characters that a cell does not keep; a tab and a line feed it does. */
const unkept = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;

/** A text that stays a text: an apostrophe goes before what could be read as a formula (T1). */
export function literal(text: string): string {
  const kept = keptText(text);
  return isRisky(kept) ? `'${kept}` : kept;
}

/** What a cell keeps of a text. */
export function keptText(text: string): string {
  const kept = text.replace(/\r\n?/g, '\n').replace(unkept, ' ');
  return kept.length > TEXT_MAX ? `${cutText(kept, TEXT_MAX - 2)}…` : kept;
}

/** True for a text that Excel could take for a formula, or whose apostrophe it would eat. */
export function isRisky(text: string): boolean {
  let start = 0;
  while (start < text.length && skipped.has(text.charAt(start))) start++;
  return risky.has(text.charAt(start)) || (start > 0 && text.charCodeAt(0) < 32);
}

const NARROWEST = 9;
const WIDEST = 42;
/** Of the words of a sheet that has few columns: there is room on the page. */
const WIDEST_OF_FEW = 72;
const FEW_COLUMNS = 4;
/** Width of a column of sentences, which are wrapped; several share a page. */
const PROSE_WIDEST = 78;
const PROSE_TOGETHER = 126;

function proseColumns(sheet: SheetBody, columns: number): number[] {
  const isProse = (column: number): boolean =>
    sheet.tables.some((table) => table.columns[column]?.isProse === true);
  return Array.from({ length: columns }, (_, column) => column).filter(isProse);
}

/** Widths from the longest cell of each column; a head may wrap to two or three lines. */
function columnWidths(sheet: SheetBody, columns: number): number[] {
  const narrowest = sheet.charts === undefined ? NARROWEST : CHART_COLUMN_WIDTH;
  const widths = new Array<number>(columns).fill(narrowest);
  const widest = columns <= FEW_COLUMNS ? WIDEST_OF_FEW : WIDEST;
  const widen = (column: number, width: number): void => {
    widths[column] = Math.min(Math.max(at(widths, column), width), widest);
  };
  for (const [place, table] of sheet.tables.entries()) {
    const flowing = isFlowing(sheet, place, columns) ? table.columns.length - 1 : columns;
    for (const [column, { head, type }] of table.columns.entries()) {
      const longestWord = Math.max(...head.split(' ').map((word) => word.length));
      widen(column, Math.max(longestWord + 2, Math.ceil(head.length / 2) + 1));
      if (column === flowing) continue;
      const last = table.total === undefined ? [] : [table.total];
      for (const row of [...table.rows, ...last]) widen(column, shownWidth(at(row, column), type));
    }
  }
  return widths;
}

function shownWidth(value: Value, type: ColumnType): number {
  if (value === null) return 0;
  if (typeof value === 'string') return value.length + 2;
  if (type === 'moment') return 17;
  if (isDateType(type)) return 11;
  const digits = String(Math.round(Math.abs(type === 'cents' ? value / 100 : value))).length;
  return digits + Math.floor(digits / 3) + 6;
}
