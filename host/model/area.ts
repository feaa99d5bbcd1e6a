/** Rectangles of cells and their addresses. Rows and columns count from 0. */
import { fromCol, parseA1Ref, toCol } from '@borgar/fx';

/** Rows of a sheet [doc: Excel specifications and limits]. */
export const ROWS_MAX = 1_048_576;

/** Columns of a sheet [doc: Excel specifications and limits]. */
export const COLUMNS_MAX = 16_384;

/** A rectangle of cells: its first row and column, and how many of each. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An area, and the sheet named before it, if one is. */
export interface Address {
  readonly sheet?: string;
  readonly area: Area;
}

/** An area from its first cell and its size. */
export function area(row: number, column: number, rows = 1, columns = 1): Area {
  return { row, column, rows, columns };
}

/** The letters of a column: 0 is A. */
export function columnName(column: number): string {
  return toCol(column);
}

/** The number of a column from its letters: A is 0. */
export function columnNumber(letters: string): number {
  return fromCol(letters);
}

/** Reads "A1", "$A$1:B2", "A:C", "3:5", each with or without a sheet before it; undefined for any other text. */
export function parseAddress(text: string): Address | undefined {
  const reference = parseA1Ref(text.trim());
  if (reference === undefined || !('range' in reference)) return undefined;
  const { range, context } = reference;
  const top = range.top ?? 0;
  const left = range.left ?? 0;
  const bottom = range.bottom ?? ROWS_MAX - 1;
  const right = range.right ?? COLUMNS_MAX - 1;
  const found = area(top, left, bottom - top + 1, right - left + 1);
  const sheet = context?.at(-1);
  return sheet === undefined ? { area: found } : { sheet, area: found };
}

/** The area at an address without a sheet; throws where the text is no address. */
export function areaAt(address: string): Area {
  const found = parseAddress(address);
  if (found === undefined) throw new Error(`"${address}" is not an address.`);
  return found.area;
}

/** The address of one cell, such as "B3". */
export function cellAddress(row: number, column: number): string {
  return `${toCol(column)}${row + 1}`;
}

/** The address of an area as Excel writes it: "B3", "B3:C9", "B:C" or "3:9". */
export function areaAddress({ row, column, rows, columns }: Area): string {
  const last = column + columns - 1;
  if (rows === ROWS_MAX && columns < COLUMNS_MAX) return `${toCol(column)}:${toCol(last)}`;
  if (columns === COLUMNS_MAX) return `${row + 1}:${row + rows}`;
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, last)}`;
}

/** An address with every part fixed, such as "$A$1:$C$9", as names and print areas hold it. */
export function fixedAddress(at: Area): string {
  return areaAddress(at).replace(/([A-Z]+)?(\d+)?/g, (part, letters?: string, digits?: string) =>
    part === '' ? '' : `${letters ? `$${letters}` : ''}${digits ? `$${digits}` : ''}`,
  );
}

/** A sheet name as it stands before "!", quoted where Excel quotes it. */
export function sheetPrefix(name: string): string {
  const plain = /^[A-Za-z_\u0080-\uFFFF][\w.\u0080-\uFFFF]*$/.test(name);
  const likeCell = /^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]?\d*|[Cc]\d*)$/.test(name);
  return plain && !likeCell ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
}

/** The cells that two areas share, or undefined. */
export function intersection(one: Area, two: Area): Area | undefined {
  const row = Math.max(one.row, two.row);
  const column = Math.max(one.column, two.column);
  const rows = Math.min(one.row + one.rows, two.row + two.rows) - row;
  const columns = Math.min(one.column + one.columns, two.column + two.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** The smallest area that holds both. */
export function bounds(one: Area, two: Area): Area {
  const row = Math.min(one.row, two.row);
  const column = Math.min(one.column, two.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, two.row + two.rows) - row,
    columns: Math.max(one.column + one.columns, two.column + two.columns) - column,
  };
}

/** Whether the inner area lies wholly in the outer one. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Whether an area lies on a sheet. */
export function onSheet({ row, column, rows, columns }: Area): boolean {
  return (
    row >= 0 &&
    column >= 0 &&
    rows > 0 &&
    columns > 0 &&
    row + rows <= ROWS_MAX &&
    column + columns <= COLUMNS_MAX
  );
}

/** Visits every cell of an area, row by row. */
export function eachCell(at: Area, visit: (row: number, column: number) => void): void {
  for (let row = at.row; row < at.row + at.rows; row += 1) {
    for (let column = at.column; column < at.column + at.columns; column += 1) visit(row, column);
  }
}

/** Whether a cell lies in an area. */
export function isInside(at: Area, row: number, column: number): boolean {
  return (
    row >= at.row &&
    row < at.row + at.rows &&
    column >= at.column &&
    column < at.column + at.columns
  );
}

/** The cells that two areas share. */
export function sharedCells(one: Area, two: Area): [row: number, column: number][] {
  const cells: [number, number][] = [];
  const shared = intersection(one, two);
  if (shared !== undefined) eachCell(shared, (row, column) => cells.push([row, column]));
  return cells;
}
