/** What the pane asks of mappings, and what it is told: how each table of the workbook is read, and why. */
import type { ColumnFacts } from '../../ledger/mapping/columnFacts';
import type { ProposedBy } from '../../ledger/mapping/proposeView';
import type { TableMapping } from '../../ledger/mapping/tableMapping';
import type { Problem } from '../../ledger/problem';
import type { Progress } from '../paneBasics';

/** A header row; row and column from 0. */
export interface HeaderPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

/**
 * How sure it is what a table means. `kept`: somebody said so. `sure`: the headers of a known system, or
 * nothing but headers of the ledger format. `likely`: by its headers. `ask`: it stops the reports, or lacks a
 * column. `unread`: its headers are of no table that is known.
 */
export type Confidence = 'kept' | 'sure' | 'likely' | 'ask' | 'unread';

/** A header row of the workbook, as it is listed. */
export interface ListedTable {
  readonly place: HeaderPlace;
  /** Cell of its first header, such as `A4`. */
  readonly cell: string;
  /** Such as `Payments`; `Not read` where nothing is. */
  readonly title: string;
  readonly confidence: Confidence;
  /** Why it is taken for that, as a sentence. */
  readonly why: string;
}

/** A mapping that the workbook keeps. */
export interface ListedMapping {
  readonly name: string;
  readonly headers: readonly string[];
  /** Such as `Payments from 6 columns`. */
  readonly words: string;
}

export interface MappingList {
  readonly tables: readonly ListedTable[];
  readonly kept: readonly ListedMapping[];
  /** Every sheet that is no report: a table can be looked for on any of them. */
  readonly sheets: readonly string[];
  /** Why the mappings that are kept cannot be read; empty where they can. */
  readonly trouble: string;
}

/** A mapping as it is being made. */
export interface Draft {
  readonly place: HeaderPlace;
  /** Cells of the header row. */
  readonly cells: readonly unknown[];
  readonly columns: readonly ColumnFacts[];
  readonly mapping: TableMapping;
  /** Why a column was proposed, by view and canonical header. */
  readonly proposed: readonly ReadonlyMap<string, ProposedBy>[];
}

/** What a mapping reads. */
export interface CheckedTable {
  readonly kind: string;
  /** Such as `1,204 rows read, 2 held back`. */
  readonly rows: string;
  /** Such as `Amount: 48,210.00 in all`; empty for a kind without money. */
  readonly total: string;
  /** The question about the sign of its money; none where there is no money or nothing to ask. */
  readonly sign?: SignQuestion;
  /** Canonical headers of the columns that are read, and the first rows as they are understood. */
  readonly headers: readonly string[];
  readonly preview: readonly (readonly string[])[];
}

export interface SignQuestion {
  /** Place of the view in the mapping. */
  readonly at: number;
  readonly header: string;
  /** Such as `Payments total -48,210.00: is money received negative here?` */
  readonly words: string;
  /** True where nothing is computed before it was answered. */
  readonly mustBeAnswered: boolean;
}

export interface Checked {
  readonly tables: readonly CheckedTable[];
  /** Problems of the table's cells. */
  readonly problems: readonly Problem[];
}

export type MappingOutcome<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string; readonly fix: string };

/** What became of a change, as a sentence. */
export interface MappingTold {
  readonly isDone: boolean;
  readonly words: string;
}

/** Nothing of it throws; nothing but the settings of the workbook is changed. */
export interface MappingServices {
  look(
    tell: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<MappingOutcome<MappingList>>;
  /** A draft for a header row: what is kept for it, what its system is known for, or a proposal. */
  open(place: HeaderPlace): Promise<MappingOutcome<Draft>>;
  /** A draft for the row of a sheet (from 1) in which somebody says that headers stand. */
  openAt(sheet: string, row: number): Promise<MappingOutcome<Draft>>;
  /** Reads the table by a draft; nothing is kept. */
  check(
    draft: Draft,
    tell: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<MappingOutcome<Checked>>;
  keep(draft: Draft): Promise<MappingTold>;
  forget(mapping: ListedMapping): Promise<MappingTold>;
  /** The mappings of the workbook as text, for another workbook. */
  exportText(): Promise<MappingOutcome<string>>;
  importText(text: string): Promise<MappingTold>;
}
