/** Cells → typed columns: reads the tables of a workbook block by block, each cell once. */
import { assert, at } from '../core/assert';
import type { ReadContext } from './columnReader';
import { readKinds, type ReadKind } from './kinds';
import { kindRows, type GrowingKind } from './kindRows';
import { byPlace, type Problem } from './problem';
import { rowSorter, type BlockColumn, type RowSorter } from './sortRow';
import { settleTable, startTable, type TableRows } from './settleTable';
import type { KindTables, RowEquation, SourceTable, TableOf, Tables } from './tables';

export type { BlockColumn } from './sortRow';

/** Some rows of a table, below each other, with the cells of every field that is read. */
export interface Block {
  /** Row number on the sheet of the first row, from 1. */
  readonly firstSheetRow: number;
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, BlockColumn>;
}

/** A table that was recognised on a sheet. */
export type FoundTable = Pick<SourceTable, 'kind' | 'sheet' | 'table' | 'headerRow' | 'fields'>;

export interface OpenTable {
  /**
   * Reads the rows of a block. Returns -1, or the place in the block of a row that is the header of
   * another table: that row and the rows below it were not read, and the table takes no more blocks.
   */
  add(block: Block): number;
  /** Decides what only whole columns decide and settles every row; once, after the last block. */
  close(): void;
}

export interface LedgerReader {
  /** Starts a table; of each kind one table is open at a time. */
  open(found: FoundTable): OpenTable;
  /** The columns of all tables; every table must be closed. */
  finish(): Tables;
}

/** Starts reading. Bad cells become problems, never exceptions; block sizes change nothing (INV-32). */
export function ledgerReader({ date1904 }: { readonly date1904: boolean }): LedgerReader {
  // Rows of a kind begin with its first table: most kinds are not in a workbook.
  const begun = new Map<ReadKind, GrowingKind>();
  const rowsOf = (kind: ReadKind): GrowingKind => {
    const rows = begun.get(kind) ?? kindRows(kind);
    begun.set(kind, rows);
    return rows;
  };
  const sources: SourceTable[] = [];
  const problems: Problem[] = [];
  const heldPlans: string[] = [];
  const openKinds = new Set<ReadKind>();
  return {
    open(found) {
      assert(!openKinds.has(found.kind), `two tables of ${found.kind} are read at the same time`);
      openKinds.add(found.kind);
      const source: SourceTable = { ...found, rows: noRows() };
      sources.push(source);
      // Payments: a credit is money received. Everywhere else it lowers what is billed.
      const context: ReadContext = { date1904, creditSign: found.kind === 'Payments' ? 1 : -1 };
      const table = startTable(source, sources.length - 1, rowsOf(found.kind), context);
      return openTable(table, (told) => {
        openKinds.delete(found.kind);
        problems.push(...told);
        if (found.kind === 'Commission Plans') heldPlans.push(...table.heldProviders);
      });
    },
    finish() {
      assert(openKinds.size === 0, 'a table was not closed');
      return { ...finishedKinds(begun), sources, problems: problems.sort(byPlace), heldPlans };
    },
  };
}

/** The table of every kind; of a kind that was not begun the one without rows. */
function finishedKinds(begun: ReadonlyMap<ReadKind, GrowingKind>): KindTables {
  const names = Object.keys(readKinds) as ReadKind[];
  return Object.fromEntries(
    names.map((kind) => [kind, begun.get(kind)?.finish() ?? withoutRows(kind)]),
    // Each kind is finished under its own name.
  ) as unknown as KindTables;
}

const tablesWithoutRows = new Map<ReadKind, TableOf<ReadKind>>();

function withoutRows(kind: ReadKind): TableOf<ReadKind> {
  const table = tablesWithoutRows.get(kind) ?? kindRows(kind).finish();
  tablesWithoutRows.set(kind, table);
  return table;
}

function noRows(): RowEquation {
  return {
    read: 0,
    used: 0,
    skipped: 0,
    held: 0,
    readCents: 0,
    usedCents: 0,
    skippedCents: 0,
    heldCents: 0,
    unreadable: 0,
  };
}

function openTable(table: TableRows, closed: (problems: readonly Problem[]) => void): OpenTable {
  const { fields, readers, rows } = table;
  const sortRow = rowSorter(table.source);
  let places = new Int32Array(0);
  let state: 'open' | 'ended' | 'closed' = 'open';
  return {
    add(block) {
      assert(state === 'open', `rows came after the end of a table on sheet ${table.source.sheet}`);
      const cells = fields.map(({ field }) => cellsOf(block, field));
      if (places.length < block.rowCount) places = new Int32Array(block.rowCount);
      const { count, end } = pickRows(table, { block, cells, places, sortRow });
      const picked = places.subarray(0, count);
      for (const [place, reader] of readers.entries()) reader.read(at(cells, place), picked);
      if (end >= 0) state = 'ended';
      return end;
    },
    close() {
      assert(state !== 'closed', 'a table was closed twice');
      state = 'closed';
      for (const reader of readers) reader.close();
      rows.fillBlank();
      closed(settleTable(table));
    },
  };
}

function cellsOf(block: Block, field: string): BlockColumn {
  const cells = block.columns.get(field);
  assert(cells !== undefined, `a block has no cells of ${field}`);
  return cells;
}

interface BlockRows {
  readonly block: Block;
  readonly cells: readonly BlockColumn[];
  /** Takes the places in the block of the rows that are read into the columns. */
  readonly places: Int32Array;
  readonly sortRow: RowSorter;
}

/** Counts the block's rows by what they are and picks those that the columns read. */
function pickRows(
  { rows, sourcePlace, totals, headers, pageLines }: TableRows,
  { block, cells, places, sortRow }: BlockRows,
): { count: number; end: number } {
  let count = 0;
  for (let row = 0; row < block.rowCount; row++) {
    const sheetRow = block.firstSheetRow + row;
    const sort = sortRow(cells, row);
    if (sort === 'data' || sort === 'total') {
      if (sort === 'total') totals.push(rows.length);
      rows.sheetRow.push(sheetRow);
      rows.source.push(sourcePlace);
      rows.keep.push(0);
      places[count++] = row;
    } else if (sort === 'header') headers.push(sheetRow);
    else if (sort === 'page') pageLines.push(sheetRow);
    else if (sort === 'otherHeader') return { count, end: row };
  }
  return { count, end: -1 };
}
