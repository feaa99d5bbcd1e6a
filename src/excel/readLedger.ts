/** Reads the ledger tables of a workbook: Excel tables and plain ranges, found by their headers. */
import { readKinds, type KindName, type ReadKind } from '../ledger/kinds';
import type { Problem } from '../ledger/problem';
import { recogniseHeader, type Recognition } from '../ledger/recognise';
import { ledgerReader, type LedgerReader } from '../ledger/tableReader';
import { cellAddress, type SourceField, type Tables } from '../ledger/tables';
import { readPlainTables } from './readPlainTables';
import { readRegion, type Region } from './readRegion';
import type { Rectangle } from './readRows';

/** The stages of a run. */
export type Stage = 'read' | 'ingest' | 'allocate' | 'report' | 'write';

/** Told when a stage begins; it may throw to cancel the run before the first sheet is written. */
export type Watch = (stage: Stage) => void;

/** A header row that is nearly one of a kind. */
export interface NearTable {
  readonly kind: KindName;
  readonly sheet: string;
  /** From 1. */
  readonly headerRow: number;
  readonly missing: readonly string[];
}

/** What reading gives: the tables, and headers that lack a column to be one. */
export interface LedgerCells {
  readonly tables: Tables;
  readonly nearly: readonly NearTable[];
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

/** What the parts of the reader share during one run. */
export interface Reading {
  readonly context: Excel.RequestContext;
  readonly reader: LedgerReader;
  readonly problems: Problem[];
  readonly nearly: NearTable[];
  readonly watch: Watch;
}

/** Reads every ledger table on the given sheets; nothing is changed. */
export async function readLedger(
  context: Excel.RequestContext,
  worksheets: readonly Excel.Worksheet[],
  watch: Watch,
): Promise<LedgerCells> {
  const date1904 = await uses1904(context);
  const sheets = await sheetsToRead(context, worksheets);
  const reader = ledgerReader({ date1904 });
  const reading: Reading = { context, reader, problems: [], nearly: [], watch };
  for (const sheet of sheets) {
    for (const table of sheet.excelTables) await readExcelTable(reading, sheet, table);
    await readPlainTables(reading, sheet);
  }
  const tables = reader.finish();
  const problems = [...tables.problems, ...reading.problems];
  return { tables: { ...tables, problems }, nearly: reading.nearly };
}

/** No member of Office.js tells the date system: the serial number of a known day does (B3). */
async function uses1904(context: Excel.RequestContext): Promise<boolean> {
  const serial = context.workbook.functions.date(2000, 1, 1);
  serial.load('value');
  await context.sync();
  return serial.value === 35064;
}

const rectangleLoad = 'rowIndex,columnIndex,rowCount,columnCount';

async function sheetsToRead(
  context: Excel.RequestContext,
  worksheets: readonly Excel.Worksheet[],
): Promise<SheetToRead[]> {
  const found = worksheets.map((worksheet) => {
    const used = worksheet.getUsedRangeOrNullObject(true);
    used.load(rectangleLoad);
    worksheet.load('name');
    worksheet.tables.load('items/name,items/showHeaders');
    return { worksheet, used };
  });
  await context.sync();
  const withTables = found.map(({ worksheet, used }) => ({
    worksheet,
    used,
    tables: worksheet.tables.items.map(askForTable),
  }));
  await context.sync();
  return withTables.map(({ worksheet, used, tables }) => ({
    worksheet,
    name: worksheet.name,
    used: used.isNullObject ? undefined : rectangleOf(used),
    excelTables: tables.map(({ table, whole, header, body }) => ({
      name: table.name,
      whole: rectangleOf(whole),
      header: header?.values[0],
      body: rectangleOf(body),
    })),
  }));
}

function askForTable(table: Excel.Table): {
  table: Excel.Table;
  whole: Excel.Range;
  header: Excel.Range | undefined;
  body: Excel.Range;
} {
  const whole = table.getRange();
  const body = table.getDataBodyRange();
  whole.load(rectangleLoad);
  body.load(rectangleLoad);
  const header = table.showHeaders ? table.getHeaderRowRange() : undefined;
  header?.load('values');
  return { table, whole, header, body };
}

function rectangleOf(range: Excel.Range): Rectangle {
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
  return { row, column, rows, columns };
}

async function readExcelTable(
  reading: Reading,
  sheet: SheetToRead,
  table: ExcelTable,
): Promise<void> {
  if (table.header === undefined) return;
  const place = { sheet: sheet.name, row: table.whole.row, column: table.whole.column };
  const fields = readableFields(reading, recogniseHeader(table.header), place);
  if (fields === undefined) return;
  await readRegion(reading, sheet, {
    ...fields,
    table: table.name,
    headerRow: table.whole.row + 1,
    firstRow: table.body.row,
    endRow: table.body.row + table.body.rows,
  });
}

/** The kind and fields of a header, if it is of a kind that is read; else what it lacks is noted. */
export function readableFields(
  reading: Pick<Reading, 'problems' | 'nearly'>,
  { found, nearest }: Recognition,
  place: { readonly sheet: string; readonly row: number; readonly column: number },
): Pick<Region, 'kind' | 'fields'> | undefined {
  if (found === undefined || !isReadKind(found.kind)) {
    if (found === undefined && nearest !== undefined) {
      const { kind, missing } = nearest;
      reading.nearly.push({ kind, sheet: place.sheet, headerRow: place.row + 1, missing });
    }
    return undefined;
  }
  for (const { header, indexes } of found.twice) {
    const cells = indexes.map((index) => cellAddress(place.column + index, place.row + 1));
    reading.problems.push({
      code: 'HEADER_TWICE',
      severity: 'stopped',
      sheet: place.sheet,
      cell: cells[0] ?? '',
      column: header,
      found: `the header '${header}' in ${cells.join(' and ')}`,
      done: 'nothing was computed, because it cannot be known which column is meant',
      fix: 'rename the column that is not meant',
      count: 1,
    });
  }
  const fields = new Map<string, SourceField>();
  for (const [field, { header, index, reversed }] of found.fields) {
    fields.set(field, { header, sheetColumn: place.column + index, reversed });
  }
  return { kind: found.kind, fields };
}

function isReadKind(kind: KindName): kind is ReadKind {
  return Object.hasOwn(readKinds, kind);
}
