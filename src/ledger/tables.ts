/** The ledger's tables as typed columns: what the cells say, before any row is set against another. */
import { at } from '../core/assert';
import type { CentsColumn, MomentColumn } from '../core/brand';
import type { TextColumn } from '../core/column';
import type { ColumnSpec } from './columnSpec';
import type { ReadKind, readKinds } from './kinds';
import type { CellCondition, FieldReading, SheetColumn } from './mapping/fieldReading';
import type { Problem } from './problem';

/** Rates in millionths of a per cent, with blank told from 0. */
export interface OptionalRates {
  /** 0 where the cell is blank. */
  readonly parts: Float64Array;
  /** 1 where the cell is filled. */
  readonly given: Uint8Array;
}

/** Cents with blank told from 0: an invoice without a header tax takes its lines' tax (I-A6). */
export interface OptionalCents {
  /** 0 where the cell is blank. */
  readonly cents: CentsColumn;
  /** 1 where the cell is filled. */
  readonly given: Uint8Array;
}

type ColumnOf<Spec extends ColumnSpec> = Spec['type'] extends 'text'
  ? TextColumn
  : Spec['type'] extends 'cents' | 'quantity'
    ? CentsColumn
    : Spec['type'] extends 'optionalCents'
      ? OptionalCents
      : Spec['type'] extends 'rate'
        ? OptionalRates
        : Spec['type'] extends 'moment'
          ? MomentColumn
          : /* flag, voided: 1 = Yes; choice: place in `choices` */ Uint8Array;

/** Columns of a kind by field; a column that no sheet has reads as blank in every row. */
export type ColumnsOf<Kind extends ReadKind> = {
  readonly [
    Field in keyof (typeof readKinds)[Kind]
  ]: (typeof readKinds)[Kind][Field] extends ColumnSpec
    ? ColumnOf<(typeof readKinds)[Kind][Field]>
    : never;
};

/** In `source`: a row that stands on no sheet (an invoice that only charges name). */
export const NO_SOURCE = -1;

/** All used rows of a kind, from every sheet that has a table of it; one element a row. */
export type TableOf<Kind extends ReadKind> = ColumnsOf<Kind> & {
  readonly length: number;
  /** For each row, its place in `Tables.sources`. */
  readonly source: Int32Array;
  /** For each row, its row number on the sheet, from 1. */
  readonly sheetRow: Int32Array;
};

/** read = used + skipped + held, in rows and in cents of the control column (INV-32). */
export interface RowEquation {
  read: number;
  used: number;
  /** Totals rows, repeated headers, mirrored halves. */
  skipped: number;
  held: number;
  readCents: number;
  usedCents: number;
  skippedCents: number;
  heldCents: number;
  /** Held rows whose amount could not be read, so that it is in none of the sums. */
  unreadable: number;
}

/** One table found on a sheet. */
export interface SourceTable {
  readonly kind: ReadKind;
  readonly sheet: string;
  /** Name of the Excel table; empty for a plain range. */
  readonly table: string;
  /** Row number of the header on the sheet, from 1. */
  readonly headerRow: number;
  /** For each field read: its header as written and its column on the sheet, from 0. */
  readonly fields: ReadonlyMap<string, SourceField>;
  /** Which rows of the region are rows of the table; all of them where a table is no view of others. */
  readonly view?: SourceView;
  readonly rows: RowEquation;
}

export interface SourceField {
  readonly header: string;
  /** Where it is read; where no cell is, the place that a problem of it is told at. */
  readonly sheetColumn: number;
  /** The header says the opposite of the flag. */
  readonly reversed: boolean;
  /** What a mapping says of its cells; none for a column that is read as it stands. */
  readonly how?: FieldReading;
}

/** One of the tables that a mapping makes of the rows under one header. */
export interface SourceView {
  /** The view by whose columns totals lines, repeated headers and blank rows are told: the first one. */
  readonly lead: Pick<SourceTable, 'kind' | 'fields'>;
  /** All must hold for a row to be one of the table. */
  readonly when: readonly CellCondition[];
  /** Of the first view: the conditions of the others. A row that none of them wants is its own. */
  readonly others?: readonly (readonly CellCondition[])[];
  /** Rows that are no rows of any view: all conditions of one of the lists hold. */
  readonly leftOut?: readonly (readonly CellCondition[])[];
  /** The columns by which rows of all views are told, and whether they hold money. */
  readonly columns: readonly (SheetColumn & { readonly isMoney: boolean })[];
}

/** The table of each kind, without rows where the workbook has none. */
export type KindTables = { readonly [Kind in ReadKind]: TableOf<Kind> };

/** Every kind, with the problems of its cells. */
export interface Tables extends KindTables {
  readonly sources: readonly SourceTable[];
  readonly problems: readonly Problem[];
  /** For each row of Commission Plans that is held, the provider it names: nobody pays by the rest of a plan. */
  readonly heldPlans: readonly string[];
  /** Every row of Commission Plans as its cells are, held ones too: what would be paid if one were another. */
  readonly planRows: readonly PlanRow[];
}

/** A row of Commission Plans before it is read. */
export interface PlanRow {
  /** Place in `Tables.sources`. */
  readonly source: number;
  /** Row number on the sheet, from 1. */
  readonly sheetRow: number;
  /** Cells by field. */
  readonly cells: ReadonlyMap<string, unknown>;
}

/** `D118` for a 0-based column and a 1-based row. */
export function cellAddress(sheetColumn: number, sheetRow: number): string {
  return `${columnLetters(sheetColumn)}${sheetRow}`;
}

/** `A` for column 0, `AA` for column 26. */
export function columnLetters(sheetColumn: number): string {
  let rest = sheetColumn;
  let letters = '';
  while (rest >= 0) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  }
  return letters;
}

/** Where a field of a row stands, for a problem: the first field read where that one is not there. */
export function rowPlace(
  tables: Tables,
  kind: ReadKind,
  place: { readonly row: number; readonly field: string },
): { sheet: string; cell: string; column: string } {
  const { source, sheetRow } = tables[kind];
  if (source[place.row] === NO_SOURCE) return { sheet: '', cell: '', column: '' };
  const { sheet, fields } = at(tables.sources, source[place.row]!);
  const known = fields.get(place.field) ?? [...fields.values()][0];
  if (known === undefined) return { sheet, cell: '', column: '' };
  const cell = cellAddress(known.sheetColumn, sheetRow[place.row]!);
  return { sheet, cell, column: known.header };
}
