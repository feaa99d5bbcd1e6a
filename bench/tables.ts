/** The workload as the tables of a ledger: what reading the cells of a workbook would have made. */
import type { TextColumn } from '../src/core/column';
import { NO_MOMENT } from '../src/core/brand';
import { startOfDay } from '../src/core/day';
import { blankColumns } from '../src/ledger/blankColumns';
import type { ColumnSpec } from '../src/ledger/columnSpec';
import { paymentTypes, type ReadKind, readKinds } from '../src/ledger/kinds';
import type { SourceTable, TableOf, Tables } from '../src/ledger/tables';
import { OPEN, type Workload } from './workload';

export function providerName(provider: number): string {
  return `Dr. Provider${String(provider + 1).padStart(2, '0')}`;
}

/** Charges on source 0, Invoices on source 1, Payments on source 2. */
export function tablesOf({ lines, invoices, payments }: Workload): Tables {
  const invoiceTexts = numbered(invoices.taxCents.length, 'invoice');
  const givenTax = new Uint8Array(invoices.taxCents.length).fill(1);
  return {
    Charges: tableOf('Charges', lines.day.length, {
      id: { codes: lines.day.map((_, row) => row + 1), texts: numbered(lines.day.length, 'row') },
      service: Float64Array.from(lines.day, startOfDay),
      provider: { codes: lines.provider.map(next), texts: texts(lines.provider, providerName) },
      code: { codes: lines.product.map(next), texts: texts(lines.product, (n) => `P${n}`) },
      invoiceTag: { codes: lines.tag.map(next), texts: texts(lines.tag, (n) => `Tag ${n}`) },
      amount: Float64Array.from(lines.cents),
      invoiceNumber: { codes: lines.invoice.map(next), texts: invoiceTexts },
    }),
    Invoices: tableOf('Invoices', invoices.taxCents.length, {
      number: { codes: invoices.taxCents.map((_, row) => row + 1), texts: invoiceTexts },
      closed: Float64Array.from(invoices.closedDay, (day) =>
        day === OPEN ? NO_MOMENT : startOfDay(day),
      ),
      tax: { cents: Float64Array.from(invoices.taxCents), given: givenTax },
    }),
    Payments: tableOf('Payments', payments.day.length, {
      id: {
        codes: payments.day.map((_, row) => row + 1),
        texts: numbered(payments.day.length, 'row'),
      },
      date: Float64Array.from(payments.day, startOfDay),
      type: Uint8Array.from(payments.cents, (cents) =>
        paymentTypes.indexOf(cents < 0 ? 'Refund' : 'Payment'),
      ),
      amount: Float64Array.from(payments.cents),
      invoiceNumber: { codes: payments.invoice.map(next), texts: invoiceTexts },
    }),
    Adjustments: tableOf('Adjustments', 0, {}),
    'Claim Adjustments': tableOf('Claim Adjustments', 0, {}),
    'Claim Lines': tableOf('Claim Lines', 0, {}),
    'Audit Trail': tableOf('Audit Trail', 0, {}),
    Providers: tableOf('Providers', 0, {}),
    'Commission Plans': tableOf('Commission Plans', 0, {}),
    'Type Map': tableOf('Type Map', 0, {}),
    sources: [
      sourceOf('Charges', lines.cents),
      sourceOf('Invoices', invoices.taxCents),
      sourceOf('Payments', payments.cents),
    ],
    problems: [],
    heldPlans: [],
    planRows: [],
  };
}

function next(place: number): number {
  return place + 1;
}

/** The blank text, then one text for each place. */
function texts(places: Int32Array, textOf: (place: number) => string): string[] {
  const most = places.reduce((highest, place) => Math.max(highest, place), 0);
  return ['', ...Array.from({ length: most + 1 }, (_, place) => textOf(place))];
}

/** Ids of whole numbers, as practice software gives them. */
function numbered(count: number, of: 'row' | 'invoice'): string[] {
  const first = of === 'row' ? 1_000_001 : 500_001;
  return ['', ...Array.from({ length: count }, (_, row) => String(first + row))];
}

type FilledColumn = Float64Array | Uint8Array | TextColumn | TableOf<'Invoices'>['tax'];

/** A table of a kind; the fields that are not given are blank in every row. */
function tableOf<Kind extends ReadKind>(
  kind: Kind,
  length: number,
  filled: Readonly<Record<string, FilledColumn>>,
): TableOf<Kind> {
  const source = new Int32Array(length).fill(kind === 'Payments' ? 2 : kind === 'Invoices' ? 1 : 0);
  const blank = blankColumns(length);
  const fields = Object.entries<ColumnSpec>(readKinds[kind]).map(([field, spec]) => {
    return [field, filled[field] ?? blank(spec)];
  });
  const sheetRow = Int32Array.from(source, (_, row) => row + 2);
  const table: unknown = { length, source, sheetRow, ...Object.fromEntries(fields) };
  // The columns are made from the same specs as the type.
  return table as TableOf<Kind>;
}

function sourceOf(kind: ReadKind, control: Int32Array): SourceTable {
  const { length } = control;
  const cents = control.reduce((sum, each) => sum + each, 0);
  const rows = { read: length, used: length, skipped: 0, held: 0, unreadable: 0 };
  const money = { readCents: cents, usedCents: cents, skippedCents: 0, heldCents: 0 };
  const place = { kind, sheet: kind, table: kind, headerRow: 1, fields: new Map() };
  return { ...place, rows: { ...rows, ...money } };
}
