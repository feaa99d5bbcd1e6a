/**
 * Writes accepted rows: behind those of the table that has the others, or into a new one on a sheet of its
 * own. No cell of the user is written over, and a table that he changed is left as it is.
 */
import { at } from '../core/assert';
import { ACCEPTED_SHEET, type AcceptedTable } from '../reports/allocation/acceptedTable';
import type { ColumnType, SheetColumn } from '../reports/sheet';
import { acceptedCells, sentCell } from './acceptedCells';
import type { FoundAccepted } from './acceptedTable';
import { createSheet } from './createSheet';
import { emptySheet } from './emptySheet';
import { HostFailure, hostCode, hostFailure } from './hostFailure';
import type { CellValue } from './layOut';
import { numberFormats, pointsOfCharacters, sameFormat } from './looks';
import { freeName } from './ownership';
import { type Rectangle, readBlock } from './readRows';

/** Bytes of a request, as in a report's sheet. */
const REQUEST_BYTES = 1_000_000;
/** Rows that are read back at once. */
const ROWS_READ = 2_000;

const TABLE_NAME = 'AcceptedTransfers';

/** Characters to a line. */
const SENTENCE = 80;
const MOMENT = 17;
const OTHER = 15;

export interface AcceptedInto {
  readonly found: readonly FoundAccepted[];
  /** Names of all sheets, in lower case. */
  readonly names: ReadonlySet<string>;
  readonly date1904: boolean;
  /** Told how many rows are written. */
  readonly tell: (sheet: string, done: number) => void;
}

/** Returns the name of the sheet that has the rows now. */
export async function writeAccepted(
  context: Excel.RequestContext,
  { columns, rows, groups }: AcceptedTable,
  into: AcceptedInto,
): Promise<string> {
  const old = await appendable(context, { columns, rows: rows.length }, into.found);
  into.tell(old?.sheet ?? ACCEPTED_SHEET, 0);
  const target = old ?? (await newTarget(context, columns, into.names));
  const { sheet, places, width } = target;
  const cells = rows.map((row) => acceptedCells(row, columns, into.date1904));
  let done = 0;
  try {
    for (const block of blocksOf(cells, groups)) {
      into.tell(sheet, done);
      const sent = block.map((row) => sentRow(row, places, width));
      const isNew = old === undefined && done === 0;
      if (isNew) await startTable(context, target, columns, sent);
      else await addRows(context, target, sent, { columns, done });
      done += block.length;
    }
    await verify(context, target, cells);
  } catch (error) {
    throw done === 0 ? error : partly(error, done, { all: cells.length, sheet });
  }
  return sheet;
}

/** Rows as they are sent; null leaves a column of the user as Excel fills it. */
type Rows = readonly (readonly (CellValue | null)[])[];

interface Target {
  readonly worksheet: Excel.Worksheet;
  readonly sheet: string;
  readonly table: () => Excel.Table;
  /** For each column of ours its place in the table, which has so many columns. */
  readonly places: readonly number[];
  readonly width: number;
  /** First row of the body and first column on the sheet, from 0. */
  readonly row: number;
  readonly column: number;
  /** Rows of the body that stand there. */
  readonly before: number;
  /** The only row of the body is blank, and is filled first. */
  readonly isBlank: boolean;
}

function sentRow(
  row: readonly CellValue[],
  places: readonly number[],
  width: number,
): (CellValue | null)[] {
  const cells = new Array<CellValue | null>(width).fill(null);
  for (const [place, cell] of row.entries()) cells[at(places, place)] = sentCell(cell);
  return cells;
}

/** The first table with all columns, without totals and with nothing below it. */
async function appendable(
  context: Excel.RequestContext,
  { columns, rows }: { readonly columns: readonly SheetColumn[]; readonly rows: number },
  found: readonly FoundAccepted[],
): Promise<Target | undefined> {
  for (const { worksheet, sheet, table, headers, body, hasTotals } of found) {
    const places = columns.map(({ head }) => headers.indexOf(head));
    if (places.includes(-1) || hasTotals) continue;
    const below = { ...body, row: body.row + body.rows, rows };
    if (!(await isFree(context, worksheet, below))) continue;
    const isBlank = body.rows === 1 && (await isFree(context, worksheet, body));
    return {
      worksheet,
      sheet,
      table: () => table,
      places,
      width: headers.length,
      row: body.row,
      column: body.column,
      before: isBlank ? 0 : body.rows,
      isBlank,
    };
  }
  return undefined;
}

async function isFree(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  { row, column, rows, columns }: Rectangle,
): Promise<boolean> {
  const used = worksheet
    .getRangeByIndexes(row, column, rows, columns)
    .getUsedRangeOrNullObject(true);
  used.load('formulas');
  await context.sync();
  // The used part of a range may be that of its sheet: only filled cells are in the way.
  return used.isNullObject || (used.formulas as unknown[][]).flat().every((cell) => cell === '');
}

async function newTarget(
  context: Excel.RequestContext,
  columns: readonly SheetColumn[],
  names: ReadonlySet<string>,
): Promise<Target> {
  const empty = await emptySheet(context, ACCEPTED_SHEET);
  const sheet = empty?.name ?? freeName(ACCEPTED_SHEET, names);
  const worksheet = empty ?? (await createSheet(context.workbook, sheet));
  return {
    worksheet,
    sheet,
    table: () => worksheet.tables.getItemAt(0),
    places: columns.map((_, place) => place),
    width: columns.length,
    row: 1,
    column: 0,
    before: 0,
    isBlank: false,
  };
}

/** Headers and first rows in one request: a table never stands there without them. */
async function startTable(
  context: Excel.RequestContext,
  { worksheet }: Target,
  columns: readonly SheetColumn[],
  rows: Rows,
): Promise<void> {
  const all = worksheet.getRangeByIndexes(0, 0, rows.length + 1, columns.length);
  for (const [column, { head, type }] of columns.entries()) {
    const width = head === 'Reason' ? SENTENCE : type === 'moment' ? MOMENT : OTHER;
    worksheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsOfCharacters(width);
    formatRows(worksheet, type, { row: 1, column, rows: rows.length, columns: 1 });
  }
  all.values = [columns.map(({ head }) => head), ...rows] as CellValue[][];
  worksheet.tables.add(all, true);
  worksheet.freezePanes.freezeRows(1);
  await context.sync();
  await nameTable(context, worksheet);
}

/** A name is for people: where another table has it, Excel's own is as good. */
async function nameTable(context: Excel.RequestContext, worksheet: Excel.Worksheet): Promise<void> {
  try {
    worksheet.tables.getItemAt(0).name = TABLE_NAME;
    await context.sync();
  } catch (error) {
    if (hostCode(error) === '') throw error;
  }
}

/** Behind the last row; Excel moves what stands below, of which there is nothing. */
async function addRows(
  context: Excel.RequestContext,
  target: Target,
  rows: Rows,
  of: { readonly columns: readonly SheetColumn[]; readonly done: number },
): Promise<void> {
  const { worksheet, before, row, column } = target;
  const width = rows[0]?.length ?? 0;
  const fills = target.isBlank && of.done === 0;
  const [first, ...others] = rows;
  if (fills) {
    worksheet.getRangeByIndexes(row, column, 1, width).values = [first] as CellValue[][];
  }
  const added = fills ? others : rows;
  if (added.length > 0) target.table().rows.add(undefined, added as CellValue[][]);
  for (const [place, { type }] of of.columns.entries()) {
    formatRows(worksheet, type, {
      row: row + before + of.done,
      column: column + at(target.places, place),
      rows: rows.length,
      columns: 1,
    });
  }
  await context.sync();
}

function formatRows(
  worksheet: Excel.Worksheet,
  type: ColumnType,
  { row, column, rows, columns }: Rectangle,
): void {
  // Texts keep themselves: an apostrophe goes before each of them.
  if (type === 'text') return;
  const range = worksheet.getRangeByIndexes(row, column, rows, columns);
  range.numberFormat = sameFormat(numberFormats[type]);
}

/** Blocks of whole groups, each small enough for a request: an interrupted write leaves whole pairs. */
function blocksOf(
  rows: readonly (readonly CellValue[])[],
  groups: readonly number[],
): (readonly CellValue[])[][] {
  const blocks: (readonly CellValue[])[][] = [];
  let bytes = Infinity;
  for (const [place, first] of groups.entries()) {
    const group = rows.slice(first, groups[place + 1]);
    const size = JSON.stringify(group).length;
    if (bytes + size > REQUEST_BYTES) {
      blocks.push([]);
      bytes = 0;
    }
    blocks[blocks.length - 1]?.push(...group);
    bytes += size;
  }
  return blocks;
}

/** Reads the new rows back: every cell must hold what was sent. */
async function verify(
  context: Excel.RequestContext,
  { worksheet, sheet, before, row, column, places, width }: Target,
  cells: readonly (readonly CellValue[])[],
): Promise<void> {
  for (let first = 0; first < cells.length; first += ROWS_READ) {
    const expected = cells.slice(first, first + ROWS_READ);
    const rectangle = {
      row: row + before + first,
      column,
      rows: expected.length,
      columns: width,
    };
    const [stored = []] = await readBlock(context, worksheet, [rectangle]);
    const isSame = expected.every((one, place) =>
      one.every((cell, at) => stored[place]?.[places[at] ?? -1] === cell),
    );
    if (isSame) continue;
    throw new HostFailure(
      'StoredDifferently',
      `Excel stored something else than was accepted on '${sheet}'`,
      'Clear any filter of the table, press Undo, and accept again.',
    );
  }
}

/** Whole pairs stand there already: said, because they count. */
function partly(
  error: unknown,
  written: number,
  { all, sheet }: { all: number; sheet: string },
): unknown {
  const failure = hostFailure(error);
  if (!(failure instanceof HostFailure)) return error;
  return new HostFailure(
    failure.code,
    `${failure.message}; ${written} of ${all} rows stand on '${sheet}' already`,
    `${failure.fix} Review again, and press Undo to take back the rows that stand there.`,
    error,
  );
}
