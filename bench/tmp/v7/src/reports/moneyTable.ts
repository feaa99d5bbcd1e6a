/** Where the money of the period stands: the memo of Collected Invoicing, down to what is left out. */
import { byteAt, floatAt, intAt } from '../core/assert';
import { NONE } from '../core/brand';
import { contains } from '../core/period';
import type { AllocatedLedger } from '../engine/allocateLedger';
import type { Collected } from '../engine/collected';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
import type { LineFigures } from './lineFigures';
import type { ReportRequest } from './request';
import { cents, text, type Check, type SheetTable, type Value } from './sheet';

/** The memo table and the conservation check: lines + tax + unallocated = money. */
export function moneyTable(
  allocated: AllocatedLedger,
  request: ReportRequest,
  of: { readonly figures: LineFigures; readonly sums: Collected; readonly inside: Uint8Array },
): { table: SheetTable; check: Check } {
  const tax = sumInside(of.sums.taxCents, of.inside);
  const unallocated = sumInside(of.sums.unallocatedCents, of.inside);
  const lines = of.figures.practice.total;
  const money = moneyOnClosed(allocated, request, of.inside);
  const rows: Value[][] = [
    ['Collected on invoice lines', null, lines],
    ['Tax collected', null, tax],
    ['Unallocated: above the invoice total, or given back above what was paid', null, unallocated],
    ['Money on closed invoices in the period', money.rows, money.cents],
    ...leftOut(allocated, request).map(({ line, rows: n, cents: c }): Value[] => [line, n, c]),
  ];
  const columns = [text('Line'), { head: 'Rows', type: 'count' as const }, cents('Amount')];
  return {
    table: { title: 'Where the money of the period stands', columns, rows },
    check: {
      id: 'collected-invoicing.money',
      label: 'Money on closed invoices = lines + tax + unallocated',
      differenceCents: money.cents - lines - tax - unallocated,
    },
  };
}

function sumInside(column: Float64Array, inside: Uint8Array): number {
  let sum = 0;
  for (let invoice = 0; invoice < column.length; invoice++) {
    if (byteAt(inside, invoice) === 1) sum += floatAt(column, invoice);
  }
  return sum;
}

interface Pile {
  rows: number;
  cents: number;
}

/** Money events that take effect in the period, from the events and not from their allocation. */
function moneyOnClosed(
  { book, events }: AllocatedLedger,
  { period }: ReportRequest,
  inside: Uint8Array,
): Pile {
  const pile: Pile = { rows: 0, cents: 0 };
  for (let event = 0; event < events.cents.length; event++) {
    const invoice = intAt(events.invoice, event);
    if (floatAt(book.closed, invoice) < 0 || byteAt(inside, invoice) === 0) continue;
    if (!contains(period, floatAt(events.effective, event))) continue;
    pile.rows += 1;
    pile.cents += floatAt(events.cents, event);
  }
  return pile;
}

/** Rows dated in the period that this report leaves out, each with its reason. */
function leftOut(
  { ledger, book }: AllocatedLedger,
  { period }: ReportRequest,
): (Pile & { line: string })[] {
  const { payments, paid } = ledger;
  const open = { line: 'Left out: on open invoices, until they are closed', rows: 0, cents: 0 };
  const none = { line: 'Left out: naming no known invoice', rows: 0, cents: 0 };
  const voided = { line: 'Left out: on voided invoices', rows: 0, cents: 0 };
  const deposits = { line: 'Left out: deposits and their refunds', rows: 0, cents: 0 };
  for (let row = 0; row < payments.length; row++) {
    if (byteAt(paid.counts, row) === 0 || !contains(period, floatAt(payments.date, row))) continue;
    const invoice = intAt(paid.invoice, row);
    const isDeposit = !moneyTypes[typeOf(payments.type, row)].onInvoice;
    const pile = isDeposit ? deposits : pileOf(invoice, { book, none, voided, open });
    if (pile === undefined) continue;
    pile.rows += 1;
    pile.cents += floatAt(paid.cents, row);
  }
  return [open, none, voided, deposits].filter(({ rows }) => rows > 0);
}

function pileOf(
  invoice: number,
  of: {
    readonly book: AllocatedLedger['book'];
    readonly none: Pile;
    readonly voided: Pile;
    readonly open: Pile;
  },
): Pile | undefined {
  if (invoice === NONE) return of.none;
  // A payment over several invoices is in the figures above as far as they are closed.
  if (invoice < 0) return undefined;
  if (byteAt(of.book.voided, invoice) === 1) return of.voided;
  return floatAt(of.book.closed, invoice) < 0 ? of.open : undefined;
}
