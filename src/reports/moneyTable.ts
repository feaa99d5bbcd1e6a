/** Where the money of the period stands: the memo of Collected Invoicing, down to what is left out. */
import { NO_MOMENT, NONE } from '../core/brand';
import { contains } from '../core/period';
import type { AllocatedLedger } from '../engine/allocateLedger';
import type { Collected } from '../engine/collected';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
import type { LineFigures } from './lineFigures';
import type { ReportRequest } from './request';
import { cents, count, text, type Check, type SheetTable, type Value } from './sheet';

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
    ...leftOut(allocated, request, of.inside).map(({ line, rows: n, cents: c }): Value[] => [
      line,
      n,
      c,
    ]),
  ];
  const columns = [text('Line'), count('Rows'), cents('Amount')];
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
    if (inside[invoice]! === 1) sum += column[invoice]!;
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
    const invoice = events.invoice[event]!;
    if (book.closed[invoice]! < 0 || inside[invoice]! === 0) continue;
    if (!contains(period, events.effective[event]!)) continue;
    add(pile, events.cents[event]!);
  }
  return pile;
}

/** Money dated in the period that this report leaves out, each part with its reason. */
function leftOut(
  { ledger, book, events }: AllocatedLedger,
  { period, locations }: ReportRequest,
  inside: Uint8Array,
): (Pile & { line: string })[] {
  const { payments, paid } = ledger;
  const open = { line: 'Left out: on open invoices, until they are closed', rows: 0, cents: 0 };
  const none = { line: 'Left out: naming no known invoice', rows: 0, cents: 0 };
  const voided = { line: 'Left out: on voided invoices', rows: 0, cents: 0 };
  const deposits = { line: 'Left out: deposits and their refunds', rows: 0, cents: 0 };
  for (let event = 0; event < events.cents.length; event++) {
    const invoice = events.invoice[event]!;
    const isDated = contains(period, payments.date[events.payment[event]!]!);
    if (!isDated || inside[invoice]! === 0) continue;
    const closed = book.closed[invoice]!;
    const isOpen = closed === NO_MOMENT || closed > period.to;
    if (book.voided[invoice]! === 1) add(voided, events.cents[event]!);
    else if (isOpen) add(open, events.cents[event]!);
  }
  // Money without an invoice has no location: with a filter it is nobody's.
  for (let row = 0; row < payments.length && locations === undefined; row++) {
    if (paid.counts[row]! === 0 || !contains(period, payments.date[row]!)) continue;
    const isDeposit = !moneyTypes[typeOf(payments.type, row)].onInvoice;
    if (isDeposit) add(deposits, paid.cents[row]!);
    else if (paid.invoice[row]! === NONE) add(none, paid.cents[row]!);
  }
  return [open, none, voided, deposits].filter(({ rows }) => rows > 0);
}

function add(pile: Pile, cents: number): void {
  pile.rows += 1;
  pile.cents += cents;
}
