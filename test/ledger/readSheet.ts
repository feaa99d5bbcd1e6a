/** Reads rows written in a test as a workbook would hand them over. */
import type { Problem } from '../../src/ledger/problem';
import { readKinds } from '../../src/ledger/kinds';
import { recogniseHeader } from '../../src/ledger/recognise';
import { ledgerReader, type Block, type FoundTable } from '../../src/ledger/tableReader';
import type { SourceTable, Tables } from '../../src/ledger/tables';

export type Row = readonly unknown[];

export interface SheetOptions {
  readonly sheet?: string;
  readonly date1904?: boolean;
  readonly blockRows?: number;
  readonly firstSheetRow?: number;
}

/** Thousands of random sheets have the same few header rows. */
const recognised = new Map<string, ReturnType<typeof recogniseHeader>['found']>();

/** A table as `open` takes it; fails where the header row is of no kind that is read. */
export function foundTable(header: Row, sheet = 'Ledger'): FoundTable {
  const key = JSON.stringify(header.map(String));
  const found = recognised.get(key) ?? recogniseHeader(header).found;
  recognised.set(key, found);
  if (found === undefined || !Object.hasOwn(readKinds, found.kind)) {
    throw new Error(`no header of a kind that is read: ${header.map(String).join(', ')}`);
  }
  const fields = new Map(
    [...found.fields].map(([field, { header: written, index, reversed }]) => [
      field,
      { header: written, sheetColumn: index, reversed },
    ]),
  );
  return { kind: found.kind, sheet, table: '', headerRow: 1, fields };
}

export function blockOf(found: FoundTable, values: readonly Row[], firstSheetRow: number): Block {
  const columns = new Map(
    [...found.fields].map(([field, { sheetColumn }]) => [field, { values, column: sheetColumn }]),
  );
  return { firstSheetRow, rowCount: values.length, columns };
}

export interface SheetRead {
  readonly tables: Tables;
  readonly source: SourceTable;
  /** What `add` returned for the last block. */
  readonly end: number;
}

/** Reads one table: a header in row 1 and `rows` below it, in blocks of `blockRows`. */
export function readSheet(
  header: Row,
  rows: readonly Row[],
  options: SheetOptions = {},
): SheetRead {
  const { sheet = 'Ledger', date1904 = false, blockRows = 1000, firstSheetRow = 2 } = options;
  const found = foundTable(header, sheet);
  const reader = ledgerReader({ date1904 });
  const table = reader.open(found);
  let end = -1;
  for (let start = 0; start < rows.length && end < 0; start += blockRows) {
    const values = rows.slice(start, start + blockRows);
    end = table.add(blockOf(found, values, firstSheetRow + start));
  }
  table.close();
  const tables = reader.finish();
  return { tables, source: tables.sources[0]!, end };
}

/** The problems of a code, in order of place. */
export function problemsOf(tables: Tables, code: Problem['code']): Problem[] {
  return tables.problems.filter((problem) => problem.code === code);
}

export const charges = [
  'Charge ID',
  'Service Date',
  'Provider',
  'Amount',
  'Tax',
  'Commissionable',
  'Status',
  'Description',
  'Invoice Number',
];
export const payments = ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Method', 'Voided'];
export const invoices = ['Invoice Number', 'Closed Date', 'Tax', 'Status', 'Tax Exempt'];
export const providers = ['Provider', 'Last Name', 'Aliases', 'Hidden'];

/** A sound Charges row with some cells replaced, by header. */
export function charge(cells: Record<string, unknown> = {}): Row {
  const sound: Record<string, unknown> = {
    'Charge ID': 'C1',
    'Service Date': 45356,
    Provider: 'Dr A',
    Amount: 10,
  };
  return charges.map((header) =>
    Object.hasOwn(cells, header) ? cells[header] : (sound[header] ?? ''),
  );
}

/** A sound Payments row with some cells replaced, by header. */
export function payment(cells: Record<string, unknown> = {}): Row {
  const sound: Record<string, unknown> = {
    'Payment ID': 'P1',
    'Payment Date': 45356,
    Type: 'Payment',
    Amount: 10,
  };
  return payments.map((header) =>
    Object.hasOwn(cells, header) ? cells[header] : (sound[header] ?? ''),
  );
}
