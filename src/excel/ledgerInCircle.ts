/** Amounts of the ledger that are formulas on the reports made of it: each run would change them (D11). */
import { controlColumn } from '../ledger/kinds';
import type { Problem } from '../ledger/problem';
import { cellAddress, type SourceTable } from '../ledger/tables';
import type { SheetToRead } from './reading';

/** Rows of a block of formulas, and so cells: one column is read. */
const BLOCK_ROWS = 20_000;

interface Column {
  readonly sheet: SheetToRead;
  readonly header: string;
  readonly column: number;
  readonly row: number;
  readonly endRow: number;
}

/** The first such cell of each table, as a problem that stops the run; `reports` are the names of our sheets. */
export async function ledgerInCircle(
  context: Excel.RequestContext,
  of: {
    readonly readSheets: readonly SheetToRead[];
    readonly sources: readonly SourceTable[];
    readonly reports: readonly string[];
  },
): Promise<Problem[]> {
  const { readSheets, sources, reports } = of;
  // Without a report nothing can refer to one: the first run of a workbook reads no formula.
  if (reports.length === 0) return [];
  const marks = reports.flatMap((name) => [`'${name.replaceAll("'", "''")}'!`, `${name}!`]);
  const lower = marks.map((mark) => mark.toLowerCase());
  const columns = sources.flatMap((source) => amountColumn(source, readSheets));
  return searchColumns(context, { columns, marks: lower, found: [] });
}

function amountColumn(
  { kind, sheet: name, headerRow, fields }: SourceTable,
  readSheets: readonly SheetToRead[],
): Column[] {
  const amount = fields.get(controlColumn[kind] ?? '');
  const sheet = readSheets.find((one) => one.name === name);
  if (amount === undefined || sheet?.used === undefined) return [];
  const { header, sheetColumn: column } = amount;
  return [{ sheet, header, column, row: headerRow, endRow: sheet.used.row + sheet.used.rows }];
}

/** Looks through one block of the first column, then through what is left. */
async function searchColumns(
  context: Excel.RequestContext,
  of: {
    readonly columns: readonly Column[];
    readonly marks: readonly string[];
    readonly found: readonly Problem[];
  },
): Promise<Problem[]> {
  const [first, ...others] = of.columns;
  if (first === undefined) return [...of.found];
  const rows = Math.min(first.endRow - first.row, BLOCK_ROWS);
  if (rows < 1) return searchColumns(context, { ...of, columns: others });
  const range = first.sheet.worksheet.getRangeByIndexes(first.row, first.column, rows, 1);
  range.load('formulas');
  await context.sync();
  const place = range.formulas.findIndex(([formula]: readonly unknown[]) => {
    if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
    const text = formula.toLowerCase();
    return of.marks.some((mark) => text.includes(mark));
  });
  range.untrack();
  if (place < 0) {
    const rest = { ...first, row: first.row + rows };
    return searchColumns(context, { ...of, columns: [rest, ...others] });
  }
  const problem = circle(first, first.row + place);
  return searchColumns(context, { ...of, columns: others, found: [...of.found, problem] });
}

function circle({ sheet, header, column }: Column, row: number): Problem {
  return {
    code: 'LEDGER_IN_CIRCLE',
    severity: 'stopped',
    sheet: sheet.name,
    cell: cellAddress(column, row + 1),
    column: header,
    found: 'a formula on a report sheet, which is made of this very ledger',
    done: 'nothing was computed: every run would change the amount',
    fix: 'put the value in place of the formula',
    count: 1,
  };
}
