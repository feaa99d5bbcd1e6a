/** Reads the ledger tables of a workbook: Excel tables and plain ranges, found by their headers. */
import { decideHeader } from '../ledger/mapping/decideHeader';
import { isProfileWord } from '../ledger/mapping/matchProfile';
import { keptMappings } from '../ledger/mapping/keptMappings';
import type { TableMapping } from '../ledger/mapping/tableMapping';
import { ledgerReader } from '../ledger/tableReader';
import type { Tables } from '../ledger/tables';
import type { Problem } from '../ledger/problem';
import { readMoneyBeside } from './readMoneyBeside';
import type { DecidedHeader, ExcelTable, NearTable, Reading, SheetToRead, Watch } from './reading';
import { readPlainTables, readRest } from './readPlainTables';
import { readTables } from './readTables';
import type { Rectangle } from './readRows';
import { tellDecision } from './tellDecision';

/** What reading gives: the tables, and headers that lack a column to be one. */
export interface LedgerCells {
  /** The workbook counts its days from 1904. */
  readonly date1904: boolean;
  readonly tables: Tables;
  /** The sheets that were looked at, as far as they were filled. */
  readonly readSheets: readonly SheetToRead[];
  readonly nearly: readonly NearTable[];
  /** Every header row that is a table's, or nearly. */
  readonly headers: readonly DecidedHeader[];
}

/** Reads every ledger table on the given sheets, by `mappings` where they know it; nothing is changed. */
export async function readLedger(
  context: Excel.RequestContext,
  worksheets: readonly Excel.Worksheet[],
  { watch, mappings }: { readonly watch: Watch; readonly mappings: readonly TableMapping[] },
): Promise<LedgerCells> {
  const date1904 = await uses1904(context);
  const sheets = await sheetsToRead(context, worksheets);
  const kept = keptMappings(mappings);
  const isHeaderWord = (text: string): boolean => kept.isWord(text) || isProfileWord(text);
  const reader = ledgerReader({ date1904, isHeaderWord });
  const reading: Reading = {
    context,
    reader,
    problems: [],
    nearly: [],
    headers: [],
    kept,
    opened: [],
    moneyBeside: [],
    watch,
  };
  for (const sheet of sheets) {
    for (const table of sheet.excelTables) await readExcelTable(reading, sheet, table);
    await readPlainTables(reading, sheet);
  }
  await readMoneyBeside(reading);
  const tables = reader.finish();
  const problems = [...tables.problems, ...reading.problems, ...nearProblems(reading.nearly)];
  const { nearly, headers } = reading;
  return { date1904, tables: { ...tables, problems }, readSheets: sheets, nearly, headers };
}

/** No member of Office.js tells the date system: the serial number of a known day does (B3). */
export async function uses1904(context: Excel.RequestContext): Promise<boolean> {
  const serial = context.workbook.functions.date(2000, 1, 1);
  serial.load('value');
  await context.sync();
  return serial.value === 35064;
}

async function sheetsToRead(
  context: Excel.RequestContext,
  worksheets: readonly Excel.Worksheet[],
): Promise<SheetToRead[]> {
  const found = worksheets.map((worksheet) => {
    const used = worksheet.getUsedRangeOrNullObject(true);
    loadRectangle(used);
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
  loadRectangle(whole);
  loadRectangle(body);
  const header = table.showHeaders ? table.getHeaderRowRange() : undefined;
  header?.load('values');
  return { table, whole, header, body };
}

function loadRectangle(range: Excel.Range): void {
  range.load('rowIndex,columnIndex,rowCount,columnCount');
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
  const { row, column } = table.whole;
  const place = { sheet: sheet.name, row, column };
  const decision = decideHeader(table.header, place, reading.kept);
  tellDecision(reading, {
    decision,
    place,
    cells: table.header,
    table: table.name,
    besideRead: [],
  });
  if (decision.tables.length === 0) return;
  const endRow = table.body.row + table.body.rows;
  const next = await readTables(reading, sheet, {
    decision,
    place,
    cells: table.header,
    table: table.name,
    firstRow: table.body.row,
    endRow,
  });
  if (next < endRow) await readRest(reading, sheet, { table, firstRow: next });
}

/** A table that lacks a column is not read: said, because its money is missing. */
function nearProblems(nearly: readonly NearTable[]): Problem[] {
  return nearly.map(({ kind, sheet, cell, missing }) => ({
    code: 'TABLE_COLUMN_MISSING',
    severity: 'warned',
    sheet,
    cell,
    column: missing.join(', '),
    found: `a header row that looks like ${kind} but has no column ${missing.join(' and ')}`,
    done: 'the table was not read',
    fix: `name the column ${missing.join(' and ')}, or say under How tables are read which column it is`,
    count: 1,
  }));
}
