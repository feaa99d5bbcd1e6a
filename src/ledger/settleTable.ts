/** End of a table: every row is used, skipped or held, and what was wrong is told. */
import { moneyText } from '../core/cents';
import { faultProblem, type RowFaultCode } from './cellProblems';
import type { CellFault, ColumnReader, ReadContext } from './columnReader';
import { confirmTotals, type ConfirmedTotal } from './confirmTotals';
import { controlColumn } from './kinds';
import type { KindRows } from './kindRows';
import type { SheetColumn } from './mapping/fieldReading';
import { mappedCells, type MappedCells } from './mapping/mappedCells';
import { wordColumn } from './mapping/rowTest';
import { type Problem, tellFirst } from './problem';
import { readFields, type ReadField } from './sortRow';
import { cellAddress, type PlanRow, type SourceTable } from './tables';

/** A table while it is read. */
export interface TableRows {
  readonly source: SourceTable;
  /** Place of `source` among the sources. */
  readonly place: () => number;
  /** The rows of its kind, those of this table from `firstRow` on. */
  readonly rows: KindRows;
  readonly firstRow: number;
  /** In the order of the ledger format, which decides which fault of a row is told. */
  readonly fields: readonly ReadField[];
  readonly readers: readonly ColumnReader[];
  /** For each field what its mapping makes of its cells; undefined where they stand as they are. */
  readonly mapped: readonly (MappedCells | undefined)[];
  /** Rows of a mapped table that no view knows, each with the word for what it is. */
  readonly unknown: Map<number, string>;
  /** Rows that a mapping leaves out on purpose. */
  readonly leftOut: Set<number>;
  /** Rows that look like totals lines. */
  readonly totals: number[];
  /** Sheet rows of headers that stand there again. */
  readonly headers: number[];
  /** Sheet rows of lines such as `Page 1 of 3`. */
  readonly pageLines: number[];
  /** The provider of each row that is held, once it is settled. */
  readonly heldProviders: string[];
  /** Of Commission Plans: its rows as their cells are. */
  readonly planRows: PlanRow[];
}

export function startTable(
  source: SourceTable,
  place: () => number,
  rows: KindRows,
  context: ReadContext,
): TableRows {
  const fields = readFields(source);
  return {
    source,
    place,
    rows,
    firstRow: rows.length,
    fields,
    readers: fields.map((field) => rows.reader(field, context)),
    mapped: fields.map(
      (field) =>
        field.how && mappedCells(field, field.how, { ...context, firstRow: rows.length, fields }),
    ),
    unknown: new Map(),
    leftOut: new Set(),
    totals: [],
    headers: [],
    pageLines: [],
    heldProviders: [],
    planRows: [],
  };
}

/** Settles every row of a table that was read to its end; returns its problems (INV-32). */
export function settleTable(table: TableRows): Problem[] {
  const faults = firstFaults(table);
  const control = controlField(table);
  const confirmed = confirmedTotals(table, control);
  const totals = new Set(table.totals);
  const problems: Problem[] = [];
  for (let row = table.firstRow; row < table.rows.length; row++) {
    const total = confirmed.get(row);
    const fault = faults.get(row);
    if (total !== undefined) {
      count(table, row, 'skipped');
      problems.push(totalProblem(table, total, control));
    } else if (totals.has(row)) {
      count(table, row, 'held');
      problems.push(unconfirmedProblem(table, row, control));
    } else if (table.leftOut.has(row)) {
      count(table, row, 'skipped');
    } else if (table.unknown.has(row)) {
      count(table, row, 'held');
      problems.push(unknownProblem(table, row));
    } else if (fault !== undefined) {
      count(table, row, 'held');
      table.heldProviders.push(table.rows.textOf('provider', row));
      problems.push(rowProblem(table, row, fault));
    } else {
      count(table, row, 'used');
      table.rows.keep.set(row, 1);
    }
  }
  countUnreadable(table, control);
  countLines(table);
  return [
    ...tellFirst(problems),
    ...leftOutProblem(table),
    ...lineProblems(table),
    ...columnProblems(table),
  ];
}

interface FieldFault extends CellFault {
  readonly field: ReadField;
}

/** For each faulty row its fault in the first field, in the order of the ledger format. */
function firstFaults({ fields, readers }: TableRows): ReadonlyMap<number, FieldFault> {
  const faults = new Map<number, FieldFault>();
  fields.forEach((field, place) => {
    for (const fault of readers[place]?.faults ?? []) {
      if (!faults.has(fault.row)) faults.set(fault.row, { ...fault, field });
    }
  });
  return faults;
}

/** The control column of the table and the rows in which it has no amount. */
interface ControlField {
  readonly field: ReadField;
  readonly unreadable: ReadonlySet<number>;
}

function controlField({ source, fields, readers }: TableRows): ControlField | undefined {
  const place = fields.findIndex(({ field }) => field === controlColumn[source.kind]);
  const field = fields[place];
  if (field === undefined) return undefined;
  return { field, unreadable: new Set(readers[place]?.faults.map(({ row }) => row)) };
}

function confirmedTotals(
  { rows, firstRow, totals }: TableRows,
  control: ControlField | undefined,
): ReadonlyMap<number, ConfirmedTotal> {
  const amounts = rows.control;
  if (control === undefined || amounts === undefined || totals.length === 0) return new Map();
  const table = { firstRow, endRow: rows.length, centsAt: (row: number) => amounts.centsAt(row) };
  const confirmed = confirmTotals(table, totals, (row) => amounts.isGiven(row));
  return new Map(confirmed.map((total) => [total.row, total]));
}

function count({ source, rows }: TableRows, row: number, as: 'used' | 'skipped' | 'held'): void {
  const cents = rows.control?.centsAt(row) ?? 0;
  source.rows.read += 1;
  source.rows.readCents += cents;
  source.rows[as] += 1;
  source.rows[`${as}Cents`] += cents;
}

function countUnreadable({ source }: TableRows, control: ControlField | undefined): void {
  source.rows.unreadable += control?.unreadable.size ?? 0;
}

function countLines({ source, headers, pageLines }: TableRows): void {
  source.rows.read += headers.length + pageLines.length;
  source.rows.skipped += headers.length + pageLines.length;
}

type Place = Pick<Problem, 'sheet' | 'cell' | 'column'>;

function placeOfCell(
  { source, rows, fields, mapped }: TableRows,
  field: ReadField | undefined,
  row: number,
): Place {
  const read = field && mapped[fields.indexOf(field)]?.columnOf(row);
  return placeOnSheet(source, read ?? field, rows.sheetRow.get(row));
}

function placeOnSheet(
  { sheet }: SourceTable,
  field: SheetColumn | undefined,
  sheetRow: number,
): Place {
  if (field === undefined) return { sheet, cell: '', column: '' };
  return { sheet, cell: cellAddress(field.sheetColumn, sheetRow), column: field.header };
}

function rowProblem(table: TableRows, row: number, { code, found, field }: FieldFault): Problem {
  const place = placeOfCell(table, field, row);
  const { control } = table.rows;
  // What is missing says little: the amount tells which row it is and what it is worth (B10).
  const beside = code === 'CELL_BLANK' && control?.isGiven(row) === true;
  const amount = beside ? `, in a row of ${moneyText(control.centsAt(row))}` : '';
  return { ...place, ...faultProblem(code, `${found}${amount}`, field.spec.choices ?? []) };
}

function totalProblem(
  table: TableRows,
  { row, firstRow, lastRow }: ConfirmedTotal,
  control: ControlField | undefined,
): Problem {
  const { rows } = table;
  const [first, last] = [rows.sheetRow.get(firstRow), rows.sheetRow.get(lastRow)];
  return {
    ...placeOfCell(table, control?.field, row),
    code: 'TOTAL_ROW',
    severity: 'noted',
    found: `a total of ${moneyText(rows.control?.centsAt(row) ?? 0)}`,
    done: `the row was skipped; it is the sum of rows ${first} to ${last}`,
    fix: 'Nothing has to be done.',
    count: 1,
  };
}

function unconfirmedProblem(
  table: TableRows,
  row: number,
  control: ControlField | undefined,
): Problem {
  const { rows } = table;
  const isGiven = control !== undefined && rows.control?.isGiven(row) === true;
  const stated = isGiven ? moneyText(rows.control.centsAt(row)) : 'no amount';
  const code: RowFaultCode = 'TOTAL_NOT_CONFIRMED';
  const found = `a line that calls itself a total, with ${stated}`;
  return {
    ...placeOfCell(table, control?.field ?? table.fields[0], row),
    ...faultProblem(code, found, []),
  };
}

/** A row whose word for what it is stands in no view of the mapping: never guessed. */
function unknownProblem(table: TableRows, row: number): Problem {
  const { source, rows } = table;
  const column = wordColumn(source.view?.when ?? []);
  const isGiven = rows.control?.isGiven(row) === true;
  const amount = isGiven ? ` of ${moneyText(rows.control.centsAt(row))}` : '';
  const found = `${table.unknown.get(row) ?? ''} in a row${amount}, which the mapping does not know`;
  return {
    ...placeOnSheet(source, column, rows.sheetRow.get(row)),
    ...faultProblem('ROW_NOT_MAPPED', found, []),
  };
}

/** Rows that the mapping leaves out are told once, with what they are worth. */
function leftOutProblem(table: TableRows): Problem[] {
  const { leftOut, rows, source } = table;
  const [first] = leftOut;
  if (first === undefined) return [];
  const cents = [...leftOut].reduce((sum, row) => sum + (rows.control?.centsAt(row) ?? 0), 0);
  return [
    {
      ...placeOnSheet(source, table.fields[0], rows.sheetRow.get(first)),
      code: 'ROWS_LEFT_OUT',
      severity: 'noted',
      found: `${leftOut.size} row(s) of ${moneyText(cents)} that the mapping of the table leaves out`,
      done: 'they were skipped',
      fix: 'Nothing, if they are no rows of the ledger; else map the table again.',
      count: leftOut.size,
    },
  ];
}

/** Lines of the page that were skipped: headers once more, and page numbers. */
function lineProblems({ source, fields, headers, pageLines }: TableRows): Problem[] {
  const problems: Problem[] = [];
  const [firstHeader] = headers;
  if (firstHeader !== undefined) {
    problems.push({
      ...placeOnSheet(source, fields[0], firstHeader),
      code: 'HEADER_REPEATED',
      severity: 'noted',
      found: 'the header of the table again',
      done: 'the row was skipped',
      fix: 'Nothing has to be done.',
      count: headers.length,
    });
  }
  const [firstLine] = pageLines;
  if (firstLine !== undefined) {
    problems.push({
      ...placeOnSheet(source, fields[0], firstLine),
      code: 'PAGE_LINE',
      severity: 'noted',
      found: 'a page number',
      done: 'the row was skipped',
      fix: 'Nothing has to be done.',
      count: pageLines.length,
    });
  }
  return problems;
}

function columnProblems(table: TableRows): Problem[] {
  const isUsed = (row: number): boolean => table.rows.keep.get(row) === 1;
  return table.readers.flatMap((reader, place) =>
    [...reader.notes(isUsed), ...(table.mapped[place]?.notes(isUsed) ?? [])].map(
      ({ row, ...note }) => ({ ...placeOfCell(table, table.fields[place], row), ...note }),
    ),
  );
}
