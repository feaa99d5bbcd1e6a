/** What Excel says of the cells that were read besides their values: hidden, cut off, not calculated. */
import type { Problem } from '../ledger/problem';
import { rowsOfText } from '../core/column';
import type { Ledger } from '../ledger/ledger';
import { cellAddress, rowPlace, type SourceTable } from '../ledger/tables';
import { countHidden } from './hiddenRows';
import type { SheetToRead } from './reading';

export interface WhatWasRead {
  readonly readSheets: readonly SheetToRead[];
  readonly ledger: Pick<Ledger, 'tables' | 'sources'>;
  readonly date1904: boolean;
}

type Source = Pick<SourceTable, 'sheet' | 'headerRow' | 'fields'>;

/** Last rows of the sheets of Excel before 2007 and since: an export that ends there was probably cut off. */
const LAST_ROWS: readonly number[] = [65_536, 1_048_576];

export async function sourceProblems(
  context: Excel.RequestContext,
  { readSheets, ledger, date1904 }: WhatWasRead,
): Promise<Problem[]> {
  const { workbook } = context;
  workbook.load('usePrecisionAsDisplayed');
  workbook.application.load('calculationState');
  const asked = readSheets.map((sheet) => ask(sheet, ledger.sources));
  const dates = askDates(readSheets, ledger);
  await context.sync();
  const problems = [
    ...(workbook.usePrecisionAsDisplayed ? [precision] : []),
    ...(workbook.application.calculationState === Excel.CalculationState.pending ? [pending] : []),
    ...(date1904 ? [since1904] : []),
    ...dates.filter(({ range }) => isDate(range.numberFormat[0]?.[0])).map(codeIsDate),
  ];
  for (const { sheet, source, first, tables, hidden } of asked) {
    if (first?.values[0]?.[0] === '#SPILL!') problems.push(spill(sheet));
    problems.push(...tables.filter(({ table }) => table.showTotals).map(totalsRow));
    if (source === undefined || sheet.used === undefined) continue;
    const last = sheet.used.row + sheet.used.rows;
    if (LAST_ROWS.includes(last)) problems.push(cutOff(sheet, last));
    if (hidden === undefined || (hidden.rowHidden as boolean | null) === false) continue;
    const rows = { row: source.headerRow, rows: last - source.headerRow };
    const found = await countHidden(context, sheet.worksheet, rows);
    if (found !== undefined) problems.push(hiddenRows(source, found));
  }
  return problems;
}

/** True where rows or columns came or went while the sheets were read (D14). */
export async function wereSheetsChanged(
  context: Excel.RequestContext,
  readSheets: readonly SheetToRead[],
): Promise<boolean> {
  const now = readSheets.map(({ worksheet, used }) => {
    const range = worksheet.getUsedRangeOrNullObject(true);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { used, range };
  });
  await context.sync();
  return now.some(({ used, range }) => {
    if (used === undefined || range.isNullObject) return used !== undefined || !range.isNullObject;
    const { rowIndex, columnIndex, rowCount, columnCount } = range;
    const isSame = rowIndex === used.row && rowCount === used.rows;
    return !isSame || columnIndex !== used.column || columnCount !== used.columns;
  });
}

interface AskedSheet {
  readonly sheet: SheetToRead;
  /** The table that begins first; undefined where the sheet has none. */
  readonly source: Source | undefined;
  /** Its first filled cell, where the sheet has no table. */
  readonly first: Excel.Range | undefined;
  readonly tables: readonly { readonly sheet: SheetToRead; readonly table: Excel.Table }[];
  /** Its rows from the first table on. */
  readonly hidden: Excel.Range | undefined;
}

function ask(sheet: SheetToRead, sources: readonly Source[]): AskedSheet {
  const { worksheet, used } = sheet;
  const [source] = sources
    .filter((one) => one.sheet === sheet.name)
    .sort((a, b) => a.headerRow - b.headerRow);
  if (used === undefined) {
    return { sheet, source, first: undefined, tables: [], hidden: undefined };
  }
  if (source === undefined) {
    const first = worksheet.getRangeByIndexes(used.row, used.column, 1, 1);
    first.load('values');
    return { sheet, source, first, tables: [], hidden: undefined };
  }
  const tables = sheet.excelTables.map(({ name }) => {
    const table = worksheet.tables.getItem(name);
    table.load('name,showTotals');
    return { sheet, table };
  });
  const rows = used.row + used.rows - source.headerRow;
  const hidden =
    rows < 1 ? undefined : worksheet.getRangeByIndexes(source.headerRow, used.column, rows, 1);
  hidden?.load('rowHidden');
  return { sheet, source, first: undefined, tables, hidden };
}

const ofWorkbook = { sheet: '', cell: '', column: '', count: 1 } as const;

/** A16. */
const precision: Problem = {
  ...ofWorkbook,
  code: 'PRECISION_AS_DISPLAYED',
  severity: 'warned',
  found: 'the workbook is set to "precision as displayed"',
  done: 'amounts were read as Excel has rounded them',
  fix: 'switch it off under File, Options, Advanced, and paste the export again if it had more decimals',
};

/** E10. */
const pending: Problem = {
  ...ofWorkbook,
  code: 'CALCULATION_PENDING',
  severity: 'warned',
  found: 'formulas of the workbook wait for calculation',
  done: 'cells were read with the values that they show, which may be old',
  fix: 'press F9, then Refresh',
};

/** B3. */
const since1904: Problem = {
  ...ofWorkbook,
  code: 'DATE_SYSTEM',
  severity: 'noted',
  found: 'the workbook counts its dates from 1904',
  done: 'its dates were read and written so',
  fix: 'nothing; dates that are copied into other workbooks can move by four years and a day',
};

/** E9. */
function spill({ name, used }: SheetToRead): Problem {
  return {
    code: 'SPILL_BLOCKED',
    severity: 'stopped',
    sheet: name,
    cell: cellAddress(used?.column ?? 0, (used?.row ?? 0) + 1),
    column: '',
    found: 'the error #SPILL! in place of a list',
    done: 'nothing was computed: the rows of the list are not there',
    fix: 'empty the cells that are in the way of the formula, or delete the sheet',
    count: 1,
  };
}

/** E8. */
function totalsRow({ sheet, table }: AskedSheet['tables'][number]): Problem {
  const body = sheet.excelTables.find(({ name }) => name === table.name)?.body;
  return {
    code: 'TOTALS_ROW_OF_TABLE',
    severity: 'noted',
    sheet: sheet.name,
    cell: cellAddress(body?.column ?? 0, (body?.row ?? 0) + (body?.rows ?? 0) + 1),
    column: '',
    found: `the totals row of the table ${table.name}`,
    done: 'it was not read',
    fix: 'nothing',
    count: 1,
  };
}

/** D10. */
function cutOff({ name }: SheetToRead, last: number): Problem {
  return {
    code: 'EXPORT_CUT_OFF',
    severity: 'stopped',
    sheet: name,
    cell: `A${last}`,
    column: '',
    found: `rows to the last one that an older Excel or this one can hold, row ${last}`,
    done: 'nothing was computed: the rest of the export was probably cut off',
    fix: 'export a shorter time, or in two parts on two sheets; if nothing is missing, insert an empty row above the headers',
    count: 1,
  };
}

/** D6. */
function hiddenRows(
  { sheet, fields }: Source,
  { count, row, isAll }: { readonly count: number; readonly row: number; readonly isAll: boolean },
): Problem {
  const column = Math.min(...[...fields.values()].map(({ sheetColumn }) => sheetColumn));
  return {
    code: 'ROWS_HIDDEN',
    severity: 'noted',
    sheet,
    cell: cellAddress(column, row + 1),
    column: '',
    found: `${isAll ? '' : 'more than '}${count} hidden or filtered row(s), from row ${row + 1}`,
    done: 'they were read like all others',
    fix: 'nothing, if they belong to the ledger; else delete them',
    count,
  };
}

/** Days of 1954 to 2064 as Excel counts them: a code in this range may be a date that it made of one. */
const DATES: readonly [number, number] = [20_000, 60_000];
/** Codes of which one cell each is looked at. */
const CODES_MOST = 500;

interface AskedCode {
  readonly place: ReturnType<typeof rowPlace>;
  readonly code: string;
  readonly rows: number;
  readonly range: Excel.Range;
}

/** The first cell of each code that may be a date; only its number format tells (C9). */
function askDates(sheets: readonly SheetToRead[], { tables }: Pick<Ledger, 'tables'>): AskedCode[] {
  const { code } = tables.Charges;
  const rows = rowsOfText(code);
  const first = new Map<number, number>();
  for (const [row, text] of code.codes.entries()) if (!first.has(text)) first.set(text, row);
  const doubtful = [...first].filter(([text]) => {
    const number = Number(code.texts[text]);
    return Number.isInteger(number) && number > DATES[0] && number < DATES[1];
  });
  return doubtful.slice(0, CODES_MOST).flatMap(([text, row]) => {
    const place = rowPlace(tables, 'Charges', { row, field: 'code' });
    const sheet = sheets.find(({ name }) => name === place.sheet);
    if (sheet === undefined || place.cell === '') return [];
    const range = sheet.worksheet.getRange(place.cell);
    range.load('numberFormat');
    return [{ place, code: code.texts[text] ?? '', rows: rows[text] ?? 0, range }];
  });
}

/** A format with days, months or years outside quotes and brackets. */
function isDate(format: unknown): boolean {
  if (typeof format !== 'string' || /^general$/i.test(format)) return false;
  return /[dmy]/i.test(format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, ''));
}

function codeIsDate({ place, code, rows }: AskedCode): Problem {
  return {
    ...place,
    code: 'CODE_IS_DATE',
    severity: 'warned',
    found: `a date in the column of codes, which reads ${code}`,
    done: `its ${rows} line(s) stand under the code ${code}`,
    fix: 'format the column as Text and paste the codes again',
    count: rows,
  };
}
