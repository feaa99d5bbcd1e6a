/** What the parts of the reader share: the sheets to read and what was found on them. */
import type { ReadKind } from '../ledger/kinds';
import type { Problem } from '../ledger/problem';
import type { Decision, RowPlace } from '../ledger/mapping/decideHeader';
import type { KeptMappings } from '../ledger/mapping/keptMappings';
import type { MoneyBeside } from '../ledger/mapping/moneyBeside';
import type { MappedView } from '../ledger/mapping/tableMapping';
import type { LedgerReader } from '../ledger/tableReader';
import type { Rectangle } from './readRows';

/** The stages of a run. */
export type Stage = 'read' | 'ingest' | 'allocate' | 'report' | 'compare' | 'write';

/** How far a stage is: at what sheet or option, and how much of all is done. */
export interface StagePart {
  readonly sheet: string;
  readonly done: number;
  readonly all: number;
}

/** Told when a stage begins or goes on; it may throw to cancel the run before a sheet is written. */
export type Watch = (stage: Stage, part?: StagePart) => void;

/** A header row that is nearly one of a kind. */
export interface NearTable {
  readonly kind: ReadKind;
  readonly sheet: string;
  /** From 1. */
  readonly headerRow: number;
  /** Cell of its first header. */
  readonly cell: string;
  readonly missing: readonly string[];
}

/** A header row as it was decided: read, nearly so, or mapped to columns that are gone. */
export interface DecidedHeader {
  readonly decision: Decision;
  readonly place: RowPlace;
  /** The header row. */
  readonly cells: readonly unknown[];
  /** Name of the Excel table; empty for a plain range. */
  readonly table: string;
  /** Views of money beside its rows that were read, or would be if their sign were known. */
  readonly besideRead: MappedView[];
}

/** A sheet to read: its Excel tables, and how far its cells are filled. */
export interface SheetToRead {
  readonly worksheet: Excel.Worksheet;
  readonly name: string;
  /** Undefined for an empty sheet. */
  readonly used: Rectangle | undefined;
  readonly excelTables: readonly ExcelTable[];
}

export interface ExcelTable {
  readonly name: string;
  readonly whole: Rectangle;
  /** Header cells; undefined where the table shows none. */
  readonly header: readonly unknown[] | undefined;
  readonly body: Rectangle;
}

/** Rows under a header that was decided; rows are 0-based and `endRow` is the one behind the last. */
export interface RowsToRead {
  /** Name of the Excel table; empty for a plain range. */
  readonly table: string;
  readonly firstRow: number;
  readonly endRow: number;
  readonly decision: Decision;
  readonly place: RowPlace;
  /** The header row. */
  readonly cells: readonly unknown[];
}

/** Money beside rows that were read: it waits until it is known which tables the workbook has. */
export interface MoneyToRead extends RowsToRead {
  readonly sheet: SheetToRead;
  readonly beside: MoneyBeside;
  readonly isMasked: (row: number, column: number) => boolean;
}

/** A table that was read; `isWide`: money stands in columns beside its rows. */
export interface OpenedTable {
  readonly kind: ReadKind;
  readonly isWide: boolean;
}

/** What the parts of the reader share during one run. */
export interface Reading {
  readonly context: Excel.RequestContext;
  readonly reader: LedgerReader;
  readonly problems: Problem[];
  readonly nearly: NearTable[];
  readonly headers: DecidedHeader[];
  /** What the workbook keeps, or was handed over, of how its tables are read. */
  readonly kept: KeptMappings;
  readonly opened: OpenedTable[];
  readonly moneyBeside: MoneyToRead[];
  readonly watch: Watch;
}
