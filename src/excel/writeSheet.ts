/** Writes a report's sheet: marked first, cleared and filled in blocks, read back, drawn, then signed. */
import { at } from '../core/assert';
import type { RunSheet, Sheet, SheetBody } from '../reports/sheet';
import { createSheet } from './createSheet';
import { drawCharts } from './drawCharts';
import { HostFailure } from './hostFailure';
import { columnLetters } from '../ledger/tables';
import { type CellValue, isRisky, type Layout, layOut, ROWS_MAX, type SumCell } from './layOut';
import { formatNumbers, paint, setUpPrint } from './looks';
import {
  digestBlock,
  freeName,
  type InTheWay,
  mark,
  type OwnSheet,
  release,
  targetOf,
  type WorkbookSheets,
  WRITING,
} from './ownership';
import { readRows } from './readRows';

/** What became of a sheet: its name in the workbook, and why it is not written in place. */
export interface Written {
  readonly sheet: string;
  readonly writtenAs: string;
  /** Undefined where nothing stood in the way. */
  readonly why: InTheWay | undefined;
}

/** Bytes of a request: a fifth of what Excel on the web takes. */
const REQUEST_BYTES = 1_000_000;

/** Title of a sheet until its last cell is verified: an interrupted write says so of itself. */
const INCOMPLETE = 'INCOMPLETE – press Refresh again';

/** Writes one sheet, in place or anew; a sheet that is not ours is never touched. */
export async function writeSheet(
  context: Excel.RequestContext,
  sheet: Sheet | RunSheet,
  into: { readonly sheets: WorkbookSheets; readonly date1904: boolean },
): Promise<Written> {
  const { sheets } = into;
  const layout = layOut(sheet, into.date1904);
  const size = sizeOf(layout);
  assertFits(sheet, size.rows);
  const target = await targetOf(context, sheet, { sheets, ...size });
  const old = target.kind === 'inPlace' ? target.own : { rows: 0, columns: 0 };
  const worksheet =
    target.kind === 'inPlace'
      ? target.own.worksheet
      : await newSheet(context, sheet, { sheets, releases: target.release });
  mark(worksheet, {
    sheetName: sheet.name,
    rows: Math.max(size.rows, old.rows),
    columns: Math.max(size.columns, old.columns),
    digest: WRITING,
  });
  if (old.rows > 0) clearOld(worksheet, old);
  formatNumbers(worksheet, layout);
  const unfinished = [[INCOMPLETE], ...layout.rows.slice(1)];
  await writeBlocks(context, worksheet, unfinished, layout.columns);
  for (const sum of layout.sums) writeSum(worksheet, sum);
  paint(worksheet, layout);
  await context.sync();
  await setUpPrint(context, worksheet, layout);
  const title = at(at(layout.rows, 0), 0);
  const digest = await verify(context, worksheet, { sheet, layout, unfinished, title });
  if (layout.charts !== undefined) await drawCharts(context, worksheet, layout.charts);
  worksheet.getRangeByIndexes(0, 0, 1, 1).values = [[title]];
  mark(worksheet, { sheetName: sheet.name, ...size, digest });
  worksheet.load('name');
  await context.sync();
  return {
    sheet: sheet.name,
    writtenAs: worksheet.name,
    why: target.kind === 'inPlace' ? undefined : target.why,
  };
}

/** Contents, looks and row heights: a head of the old report may stand where data comes now. */
function clearOld(
  worksheet: Excel.Worksheet,
  old: { readonly rows: number; readonly columns: number },
): void {
  const range = worksheet.getRangeByIndexes(0, 0, old.rows, old.columns);
  range.clear();
  range.format.useStandardHeight = true;
}

function assertFits(sheet: SheetBody, rows: number): void {
  if (rows <= ROWS_MAX) return;
  throw new HostFailure(
    'TooManyRows',
    `${sheet.name} needs ${rows} rows, more than a sheet has`,
    'Choose a shorter period.',
  );
}

/** Adds a sheet under a free name, and gives up the ones that are no longer ours to write. */
async function newSheet(
  context: Excel.RequestContext,
  sheet: SheetBody,
  of: { readonly sheets: WorkbookSheets; readonly releases: readonly OwnSheet[] },
): Promise<Excel.Worksheet> {
  const name = freeName(sheet.name, of.sheets.names);
  of.sheets.names.add(name.toLowerCase());
  for (const { worksheet } of of.releases) release(worksheet);
  return createSheet(context.workbook, name);
}

async function writeBlocks(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  rows: readonly (readonly CellValue[])[],
  columns: number,
): Promise<void> {
  for (let row = 0; row < rows.length;) {
    const block = blockFrom(rows, row, columns);
    await writeBlock(context, worksheet.getRangeByIndexes(row, 0, block.length, columns), block);
    row += block.length;
  }
}

/** One block in a request of its own, as readBlock reads one: together they would be too large. */
async function writeBlock(
  context: Excel.RequestContext,
  range: Excel.Range,
  block: CellValue[][],
): Promise<void> {
  range.values = block;
  await context.sync();
}

/** As many rows as a request may hold, at least one. */
function blockFrom(
  rows: readonly (readonly CellValue[])[],
  first: number,
  columns: number,
): CellValue[][] {
  const block: CellValue[][] = [];
  let bytes = 0;
  for (let row = first; row < rows.length && (bytes < REQUEST_BYTES || block.length === 0); row++) {
    const cells = Array.from({ length: columns }, (_, column) => at(rows, row)[column] ?? '');
    // JSON of a cell is at most its text, two quotes and a comma; escapes are rare.
    for (const cell of cells) bytes += String(cell).length + 3;
    block.push(cells);
  }
  return block;
}

/** Rounded to cents, because Excel adds binary fractions. */
function writeSum(worksheet: Excel.Worksheet, { row, column, firstRow, endRow }: SumCell): void {
  const letters = columnLetters(column);
  const formula = `=ROUND(SUM(${letters}${firstRow + 1}:${letters}${endRow}),2)`;
  worksheet.getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
}

/**
 * Reads the sheet back: every cell must hold what was sent, also where Excel adds it up itself.
 * Returns the digest of the sheet as it will be with its title.
 */
async function verify(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  sent: {
    readonly sheet: SheetBody;
    readonly layout: Layout;
    readonly unfinished: readonly (readonly CellValue[])[];
    readonly title: CellValue;
  },
): Promise<string> {
  const { columns } = sent.layout;
  let digest = '';
  await readRows(context, worksheet, sizeOf(sent.layout), async (values, firstRow) => {
    for (const [row, cells] of values.entries()) {
      const expected = sent.unfinished[firstRow + row] ?? [];
      for (let column = 0; column < columns; column++) {
        if (cells[column] === stored(expected[column] ?? '')) continue;
        throw new HostFailure(
          'StoredDifferently',
          `Excel stored a different value in '${sent.sheet.name}' row ${firstRow + row + 1}, column ${column + 1}`,
          'Press Refresh again; the sheet says INCOMPLETE until it is right.',
        );
      }
    }
    const [first = [], ...others] = values;
    const titled = firstRow === 0 ? [[sent.title, ...first.slice(1)], ...others] : values;
    digest = await digestBlock(digest, titled);
  });
  return digest;
}

function sizeOf(layout: Layout): { rows: number; columns: number } {
  return { rows: layout.rows.length, columns: layout.columns };
}

/** What a cell holds after it was sent: the apostrophe that keeps a text a text is not part of it. */
function stored(cell: CellValue): CellValue {
  return typeof cell === 'string' && isRisky(cell) && cell.startsWith("'") ? cell.slice(1) : cell;
}
