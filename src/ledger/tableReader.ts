/** Cells → typed columns: reads the tables of a workbook block by block, each cell once. */
import { assert, at } from '../core/assert';
import { creditSignOf, type ReadContext } from './columnReader';
import { readKinds, type ReadKind } from './kinds';
import { kindRows, type GrowingKind } from './kindRows';
import type { SheetColumn } from './mapping/fieldReading';
import { rowTest, type RowShares } from './mapping/rowTest';
import { byPlace, type Problem } from './problem';
import {
  cellAt,
  fieldsWithCells,
  rowSorter,
  type BlockColumn,
  type RowSort,
  type RowSorter,
} from './sortRow';
import { settleTable, startTable, type TableRows } from './settleTable';
import type { KindTables, PlanRow, RowEquation, SourceTable, TableOf, Tables } from './tables';

export type { BlockColumn } from './sortRow';

/** Some rows of a table, below each other, with the cells of every field that is read. */
export interface Block {
  /** Row number on the sheet of the first row, from 1. */
  readonly firstSheetRow: number;
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, BlockColumn>;
  /** Cells by their column on the sheet, for what a mapping asks beside the fields. */
  cellsOf?(column: SheetColumn): BlockColumn;
}

/** A table that was recognised on a sheet. */
export type FoundTable = Pick<
  SourceTable,
  'kind' | 'sheet' | 'table' | 'headerRow' | 'fields' | 'view'
>;

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
export function ledgerReader({
  date1904,
  isHeaderWord = () => false,
}: {
  readonly date1904: boolean;
  /** Headers that no kind has and a mapping knows. */
  readonly isHeaderWord?: (text: string) => boolean;
}): LedgerReader {
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
  const planRows: PlanRow[] = [];
  const openKinds = new Set<ReadKind>();
  return {
    open(found) {
      assert(!openKinds.has(found.kind), `two tables of ${found.kind} are read at the same time`);
      openKinds.add(found.kind);
      const source: SourceTable = { ...found, rows: noRows() };
      let place = -1;
      const placed = (): number => {
        if (place < 0) place = sources.push(source) - 1;
        return place;
      };
      // A further view of an export is a table only if the export has rows of it.
      if (leads(source)) placed();
      const context: ReadContext = { date1904, creditSign: creditSignOf(found.kind) };
      const table = startTable(source, placed, rowsOf(found.kind), context);
      return openTable(table, rowSorter(found.view?.lead ?? found, isHeaderWord), (told) => {
        openKinds.delete(found.kind);
        problems.push(...told);
        heldPlans.push(...(found.kind === 'Commission Plans' ? table.heldProviders : []));
        planRows.push(...table.planRows);
      });
    },
    finish() {
      assert(openKinds.size === 0, 'a table was not closed');
      const told = problems.sort(byPlace);
      return { ...finishedKinds(begun), sources, problems: told, heldPlans, planRows };
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

function openTable(
  table: TableRows,
  sortRow: RowSorter,
  closed: (problems: readonly Problem[]) => void,
): OpenTable {
  const { fields, readers, rows, mapped } = table;
  const { view } = table.source;
  const lead = view?.lead ?? table.source;
  const sorted = fieldsWithCells(lead);
  let places = new Int32Array(0);
  let state: 'open' | 'ended' | 'closed' = 'open';
  return {
    add(block) {
      assert(state === 'open', `rows came after the end of a table on sheet ${table.source.sheet}`);
      const cellsOf = (column: SheetColumn): BlockColumn => cellsOfColumn(block, column);
      const sortCells = sorted.map((field) =>
        view === undefined ? cellsOfField(block, field.field) : cellsOf(field),
      );
      const shares = view && rowTest(view, cellsOf);
      if (places.length < block.rowCount) places = new Int32Array(block.rowCount);
      const firstOfBlock = rows.length;
      const data: number[] = [];
      const { count, end } = pickRows(table, { block, sortCells, places, data, sortRow, shares });
      const picked = places.subarray(0, count);
      const totals = new Set(
        table.totals.flatMap((row) => (row < firstOfBlock ? [] : [picked[row - firstOfBlock]!])),
      );
      const { firstSheetRow, rowCount } = block;
      const isTotal = (place: number): boolean => totals.has(place);
      const plans = keepPlans(table, picked, firstSheetRow);
      for (const [place, reader] of readers.entries()) {
        const of = { firstSheetRow, rowCount, rows: picked, data, isTotal, cellsOf };
        const { field } = at(fields, place);
        const cells = mapped[place]?.cells(of) ?? cellsOfField(block, field);
        reader.read(cells, picked);
        for (const [row, plan] of plans.entries()) plan.set(field, cellAt(cells, picked[row]!));
      }
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

/** Rows of plans are few, and kept as they stand: what they would pay can be asked with others. */
function keepPlans(
  { source, planRows, place }: TableRows,
  picked: Int32Array,
  firstSheetRow: number,
): Map<string, unknown>[] {
  if (source.kind !== 'Commission Plans') return [];
  return Array.from(picked, (row) => {
    const cells = new Map<string, unknown>();
    planRows.push({ source: place(), sheetRow: firstSheetRow + row, cells });
    return cells;
  });
}

function cellsOfField(block: Block, field: string): BlockColumn {
  const cells = block.columns.get(field);
  assert(cells !== undefined, `a block has no cells of ${field}`);
  return cells;
}

function cellsOfColumn(block: Block, column: SheetColumn): BlockColumn {
  assert(block.cellsOf !== undefined, 'a block of a mapped table hands over its fields alone');
  return block.cellsOf(column);
}

interface BlockRows {
  readonly block: Block;
  readonly sortCells: readonly BlockColumn[];
  /** Takes the places in the block of the rows that are read into the columns. */
  readonly places: Int32Array;
  /** Takes the places of all rows of data, those of other views too. */
  readonly data: number[];
  readonly sortRow: RowSorter;
  /** Of a view: which rows are its own. */
  readonly shares: RowShares | undefined;
}

/** Counts the block's rows by what they are and picks those that the columns read. */
function pickRows(
  table: TableRows,
  { block, sortCells, places, data, sortRow, shares }: BlockRows,
): { count: number; end: number } {
  const { rows, totals } = table;
  const isMapped = table.mapped.some((one) => one !== undefined);
  let count = 0;
  for (let row = 0; row < block.rowCount; row++) {
    const sheetRow = block.firstSheetRow + row;
    const sort = sortOf(sortRow(sortCells, row), shares, row);
    if (sort === 'otherHeader') return { count, end: row };
    if (sort === 'header' || sort === 'page') countLine(table, sort, sheetRow);
    if (sort !== 'data' && sort !== 'total') continue;
    if (sort === 'data' && isMapped) data.push(row);
    if (sort === 'total' ? !leads(table.source) : !isShared(table, shares, row)) continue;
    if (sort === 'total') totals.push(rows.length);
    rows.sheetRow.push(sheetRow);
    rows.source.push(table.place());
    rows.keep.push(0);
    places[count++] = row;
  }
  return { count, end: -1 };
}

/**
 * A row of an export as all its columns have it: money of a further view makes it one, and a header row with
 * other headers in further columns is another one.
 */
function sortOf(sort: RowSort, shares: RowShares | undefined, row: number): RowSort {
  if (shares === undefined) return sort;
  if (sort === 'blank' && shares.hasMoney(row)) return 'data';
  return sort === 'header' && !shares.isHeader(row) ? 'otherHeader' : sort;
}

/** Lines that are no data, totals too, are those of the export: of its views the first one has them. */
function leads({ view }: Pick<SourceTable, 'view'>): boolean {
  return view === undefined || view.others !== undefined;
}

function countLine(table: TableRows, sort: 'header' | 'page', sheetRow: number): void {
  if (!leads(table.source)) return;
  if (sort === 'header') table.headers.push(sheetRow);
  else table.pageLines.push(sheetRow);
}

/** True for a row of the view; one that no view knows, or that is left out, is noted. */
function isShared(
  { rows, unknown, leftOut }: TableRows,
  shares: RowShares | undefined,
  row: number,
): boolean {
  const share = shares?.shareOf(row) ?? 'row';
  if (share === 'left out') leftOut.add(rows.length);
  if (share === 'unknown') unknown.set(rows.length, shares?.wordOf(row) ?? '');
  return share !== 'none';
}
