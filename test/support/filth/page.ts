/** A table as somebody pasted it: what its cells are known by, before and after it gets dirty. */
import { readKinds } from '../../../src/ledger/kinds';
import type { ColumnRules } from '../../../src/ledger/mapping/tableMapping';
import { type Cell, type PlainLedger, type PlainRow } from '../plainLedger';

export type Kind = keyof typeof readKinds;

export interface Page {
  readonly kind: Kind;
  /** As the contract writes them; `heads` are what stands there. */
  readonly headers: readonly string[];
  readonly heads: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows above the header. */
  readonly above: readonly (readonly Cell[])[];
  /** Columns and rows that are free before it. */
  readonly left: number;
  readonly top: number;
  /** Every so many rows of the sheet are hidden; by a filter where `isFiltered`. */
  readonly hidesEvery?: number;
  readonly isFiltered?: boolean;
  /** What a mapping that the workbook keeps says of columns, by the header of the contract. */
  readonly mapped?: ReadonlyMap<string, ColumnRules>;
  /** Rows stand there twice: nothing is computed, or what is meant is told. */
  readonly isPastedTwice?: boolean;
}

/** Whole numbers below a bound, the same for the same seed. */
export type Dice = (below: number) => number;

/** A stranger's random numbers: the page decides nothing by itself. */
export function dice(seed: number): Dice {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** `text`, `moment`, `cents`, … of a header, as the contract has it. */
export function typeOf(kind: Kind, header: string): string {
  const columns: readonly { readonly header: string; readonly type: string }[] = Object.values(
    readKinds[kind],
  );
  return columns.find((column) => column.header === header)?.type ?? '';
}

export function pageOf(kind: Kind, rows: readonly PlainRow[]): Page {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const body = rows.map((row) => headers.map((header) => cellOf(kind, header, row)));
  return { kind, headers, heads: headers, rows: body, above: [], left: 0, top: 0 };
}

export function pagesOf(tables: Partial<PlainLedger>): Page[] {
  return Object.entries(tables).map(([kind, rows]) => pageOf(kind as Kind, rows));
}

/** Money as a number, a date as the number that Excel keeps, nothing as an empty cell. */
function cellOf(kind: Kind, header: string, row: PlainRow): Cell {
  const cell = Object.hasOwn(row, header) ? (row[header] ?? null) : null;
  if (cell === '' || typeof cell !== 'string') return cell === '' ? null : cell;
  const type = typeOf(kind, header);
  if (type === 'cents' && /^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
  return type === 'moment' && /^\d{4}-\d\d-\d\d/.test(cell) ? serialOf(cell) : cell;
}

/** `2024-03-31T18:00` as days since 1899-12-30. */
function serialOf(text: string): number {
  const [day = '', time = '00:00'] = text.split('T');
  return (Date.parse(`${day}T${time}:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** Every cell of the columns of some types, made anew; empty ones stay empty. */
export function cellsOfType(
  page: Page,
  types: readonly string[],
  remake: (cell: string | number, header: string) => Cell,
): Page {
  const isOf = page.headers.map((header) => types.includes(typeOf(page.kind, header)));
  const rows = page.rows.map((row) =>
    row.map((cell, column) => {
      const isFilled = typeof cell === 'string' || typeof cell === 'number';
      return isFilled && isOf[column] === true ? remake(cell, page.headers[column] ?? '') : cell;
    }),
  );
  return { ...page, rows };
}

/** Rows put in behind row `at` of the body. */
export function withRowsAt(page: Page, at: number, more: readonly (readonly Cell[])[]): Page {
  return { ...page, rows: [...page.rows.slice(0, at), ...more, ...page.rows.slice(at)] };
}

/** A row of the page that is empty but for one cell. */
export function rowWith(page: Page, column: number, cell: Cell): Cell[] {
  return page.headers.map((_, place) => (place === column ? cell : null));
}

/** True for a row of the table itself, not a header, a total, page furniture or an empty row. */
export function isDataRow(page: Page, row: readonly Cell[]): boolean {
  if (row.length < page.headers.length || row === page.heads) return false;
  if (row.every((cell, column) => cell === page.heads[column])) return false;
  return !row.some(
    (cell) => typeof cell === 'string' && /^(Grand Total|Total for|Page \d)/.test(cell),
  );
}

/** The rows of the table itself. */
export function dataRows(page: Page): (readonly Cell[])[] {
  return page.rows.filter((row) => isDataRow(page, row));
}

/** True where the order of the rows is that of the clean ledger and no row was put in that adds others up. */
export function mayBeTurned(page: Page): boolean {
  const totals = page.rows.some((row) => row.length > 0 && !isDataRow(page, row));
  return !totals && page.mapped === undefined && page.isPastedTwice !== true;
}
