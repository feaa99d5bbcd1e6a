/** A report as data: what stands on a sheet, with no word of how it looks or where it is written. */
import type { Problem } from '../ledger/problem';

/**
 * What a column holds: cents are whole numbers of cents, moments whole seconds since 1899-12-30 (a day
 * or a month is its first moment),
 * shares ratios (0.25 for 25 %), counts numbers, units numbers with parts; null is nothing.
 */
export type ColumnType =
  'text' | 'cents' | 'count' | 'units' | 'share' | 'moment' | 'day' | 'month';

export interface SheetColumn {
  readonly head: string;
  readonly type: ColumnType;
  /** Whole sentences, to be wrapped. */
  readonly isProse?: true;
  /** Characters to a line of sentences; undefined shares the page with the other columns of sentences. */
  readonly width?: number;
}

export type Value = string | number | null;

export interface SheetTable {
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  /** Data only: no subtotals, headings or notes. */
  readonly rows: readonly (readonly Value[])[];
  readonly total?: readonly Value[];
  /** Rows at which a new group begins, to be set apart on the sheet (Provider Details). */
  readonly groups?: readonly number[];
  /** Rows that are figures of a report, between the steps that lead from one to the other (the bridge). */
  readonly anchors?: readonly number[];
  /** Rows that hold a number of things in their column of money (Discounts Count). */
  readonly countRows?: readonly number[];
  /** For each row the charges row it shows: the way back to the ledger (Provider Details). */
  readonly charges?: readonly number[];
}

/** A chart above the tables: what stands in the columns of one of them, as it stands there. */
export interface SheetChart {
  /** By which the chart is found again in the workbook. */
  readonly name: string;
  readonly title: string;
  /** Bars beside each other, or a line for each column. */
  readonly kind: 'bars' | 'lines';
  /** Place in `tables`; its first column is what the figures are of. */
  readonly table: number;
  /** How many columns behind the first one are drawn. */
  readonly columns: number;
  /** 0 is as wide as the page; 1 and 2 stand below it side by side, then 3 and 4. */
  readonly place: number;
}

export interface SheetBody {
  /** The sheet's name in the workbook, as the public contract has it. */
  readonly name: string;
  /** Question answered, period, basis, options: the block above the first table. */
  readonly info: readonly (readonly [label: string, value: string])[];
  /** The first table has the contract's columns; memo tables follow. */
  readonly tables: readonly SheetTable[];
  /** Only a sheet of charts has them, be it none. */
  readonly charts?: readonly SheetChart[];
}

export interface Sheet extends SheetBody {
  /** The report it belongs to, as the runner's --reports names it. */
  readonly report: ReportName;
}

/** A sheet about the run itself, which only the workbook has: its JSON tells the same otherwise. */
export interface RunSheet extends SheetBody {
  readonly report: 'run';
}

/** A tie-out: two ways to the same money, and what lies between them. */
export interface Check {
  readonly id: string;
  readonly label: string;
  readonly differenceCents: number;
}

export type ReportName =
  | 'collected-invoicing'
  | 'gross-invoicing'
  | 'cpt'
  | 'sales'
  | 'gross-to-net'
  | 'production-income'
  | 'commission'
  | 'bridge'
  | 'allocation'
  | 'charts';

/** What a report gives: its sheets and the tie-outs of its figures. */
export interface Report {
  readonly sheets: readonly Sheet[];
  readonly checks: readonly Check[];
  readonly problems: readonly Problem[];
}

/** What the cells of a row hold, column by column. */
export function rowTypes({ columns, countRows = [] }: SheetTable, row: number): ColumnType[] {
  const isCount = countRows.includes(row);
  return columns.map(({ type }) => (isCount && type === 'cents' ? 'count' : type));
}

export function text(head: string): SheetColumn {
  return { head, type: 'text' };
}

/** A column of whole sentences, of its share of the page or of so many characters. */
export function prose(head: string, width?: number): SheetColumn {
  return { head, type: 'text', isProse: true, ...(width === undefined ? {} : { width }) };
}

export function cents(head: string): SheetColumn {
  return { head, type: 'cents' };
}

export function count(head: string): SheetColumn {
  return { head, type: 'count' };
}

/** True where a cell holds a date, with or without a time. */
export function isDateType(type: ColumnType | undefined): boolean {
  return type === 'moment' || type === 'day' || type === 'month';
}
