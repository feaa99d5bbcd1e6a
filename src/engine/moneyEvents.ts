/** The movements of money on invoices: one event per payment and invoice, in order of time. */
import { at } from '../core/assert';
import {
  NO_MOMENT,
  NONE,
  type CentsColumn,
  type MomentColumn,
  type RowColumn,
} from '../core/brand';
import { textAt } from '../core/column';
import { byId } from '../core/order';
import { type Ledger, SEVERAL } from '../ledger/ledger';
import { byPaymentOrder } from '../ledger/paymentOrder';
import { groupRows, type GroupedRows } from './groupRows';
import type { InvoiceBook } from './invoiceBook';

export interface MoneyEvents {
  readonly payment: RowColumn<'Payments'>;
  readonly invoice: RowColumn<'Invoices'>;
  readonly cents: CentsColumn;
  /** When the money counts: max(payment, close) on a closed invoice (I-5), else the payment's. */
  readonly effective: MomentColumn;
  /** Events of each invoice by effective moment, payment moment, Payment ID, sheet row (I-A11). */
  readonly ofInvoice: GroupedRows;
  /** Payments rows over several invoices, split here: oldest closed first (E17). */
  readonly inferred: readonly number[];
}

/** The events of all payments rows that count and have a known invoice. */
export function moneyEvents(ledger: Ledger, book: InvoiceBook): MoneyEvents {
  const { payments, paid } = ledger;
  const parts = { payment: [] as number[], invoice: [] as number[], cents: [] as number[] };
  const inferred = [...paid.invoicesOf.keys()];
  if (inferred.length === 0) pushSingles(ledger, parts);
  else pushWithSplits(ledger, book, parts);
  const payment = Int32Array.from(parts.payment);
  const invoice = Int32Array.from(parts.invoice);
  const effective = Float64Array.from(payment, (row, event) => {
    const closed = at(book.closed, at(invoice, event));
    const moment = at(payments.date, row);
    return closed === NO_MOMENT ? moment : Math.max(moment, closed);
  });
  const byPayment = byPaymentOrder(payments);
  const ofInvoice = groupRows(invoice, ledger.invoices.length, (a, b) => {
    return at(effective, a) - at(effective, b) || byPayment(at(payment, a), at(payment, b));
  });
  return {
    payment,
    invoice,
    cents: Float64Array.from(parts.cents),
    effective,
    ofInvoice,
    inferred,
  };
}

interface Parts {
  readonly payment: number[];
  readonly invoice: number[];
  readonly cents: number[];
}

function push(parts: Parts, payment: number, invoice: number, cents: number): void {
  parts.payment.push(payment);
  parts.invoice.push(invoice);
  parts.cents.push(cents);
}

function pushSingles({ payments, paid }: Ledger, parts: Parts): void {
  for (let row = 0; row < payments.length; row++) {
    const invoice = at(paid.invoice, row);
    if (invoice !== NONE) push(parts, row, invoice, at(paid.cents, row));
  }
}

/** A payment over several invoices needs what is due on each at its moment: all rows in order. */
function pushWithSplits(ledger: Ledger, book: InvoiceBook, parts: Parts): void {
  const { payments, paid } = ledger;
  const onInvoice = new Float64Array(ledger.invoices.length);
  const rows = Int32Array.from({ length: payments.length }, (_, row) => row);
  rows.sort(byPaymentOrder(payments));
  for (const row of rows) {
    const invoice = at(paid.invoice, row);
    if (invoice === NONE) continue;
    const cents = at(paid.cents, row);
    const named = invoice === SEVERAL ? (paid.invoicesOf.get(row) ?? []) : [invoice];
    const order = [...named].sort(byClose(ledger, book));
    for (const [part, share] of split(order, cents, { book, onInvoice })) {
      onInvoice[part] = at(onInvoice, part) + share;
      push(parts, row, part, share);
    }
  }
}

/** Oldest closed first, open invoices last; ties by invoice number. */
function byClose({ invoices }: Ledger, { closed }: InvoiceBook): (a: number, b: number) => number {
  const moment = (invoice: number): number => {
    const known = at(closed, invoice);
    return known === NO_MOMENT ? Number.MAX_SAFE_INTEGER : known;
  };
  return (a, b) =>
    moment(a) - moment(b) || byId(textAt(invoices.number, a), textAt(invoices.number, b));
}

/**
 * Money in covers what is due, oldest closed first, and its rest stands on the last invoice.
 * Money out takes back what is on the invoices, newest closed first, its rest from the oldest (E17).
 */
function split(
  order: readonly number[],
  cents: number,
  state: { readonly book: InvoiceBook; readonly onInvoice: Float64Array },
): [invoice: number, cents: number][] {
  const walked = cents < 0 ? [...order].reverse() : order;
  const shares: [number, number][] = [];
  let rest = cents;
  for (const [place, invoice] of walked.entries()) {
    const level = at(state.onInvoice, invoice);
    const due = Math.max(at(state.book.totalCents, invoice) - level, 0);
    const room = cents < 0 ? -Math.min(Math.max(level, 0), -rest) : Math.min(due, rest);
    const share = place === walked.length - 1 ? rest : room;
    rest -= share;
    if (share !== 0 || walked.length === 1) shares.push([invoice, share]);
  }
  return shares;
}
