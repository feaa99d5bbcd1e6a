/** The movements of money on invoices: one event per payment and invoice, in order of time. */
import { NO_MOMENT, type CentsColumn, type MomentColumn, type RowColumn } from '../core/brand';
import { textAt } from '../core/column';
import { byId } from '../core/order';
import { sortInSteps } from '../core/sortInSteps';
import type { Steps } from '../core/steps';
import { type Ledger, SEVERAL } from '../ledger/ledger';
import { byPaymentOrder } from '../ledger/paymentOrder';
import { type GroupedRows, groupInSteps } from './groupRows';
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
export function* moneyEvents(ledger: Ledger, book: InvoiceBook): Steps<MoneyEvents> {
  const { payment, invoice, cents } = yield* eventsOfRows(ledger, book);
  yield;
  const { payments, paid } = ledger;
  const effective = new Float64Array(payment.length);
  for (let event = 0; event < effective.length; event++) {
    // An open invoice has NO_MOMENT, which is before every payment.
    effective[event] = Math.max(payments.date[payment[event]!]!, book.closed[invoice[event]!]!);
  }
  const byPayment = byPaymentOrder(payments);
  const ofInvoice = yield* groupInSteps(
    invoice,
    ledger.invoices.length,
    (a, b) => effective[a]! - effective[b]! || byPayment(payment[a]!, payment[b]!),
  );
  return { payment, invoice, cents, effective, ofInvoice, inferred: [...paid.invoicesOf.keys()] };
}

type Parts = Pick<MoneyEvents, 'payment' | 'invoice' | 'cents'>;

/** One event per row; a row over several invoices is split by what is due on them at its moment. */
function* eventsOfRows(ledger: Ledger, book: InvoiceBook): Steps<Parts> {
  const { paid } = ledger;
  let most = ledger.payments.length;
  for (const invoices of paid.invoicesOf.values()) most += invoices.length;
  const payment = new Int32Array(most);
  const invoice = new Int32Array(most);
  const cents = new Float64Array(most);
  const onInvoice = new Float64Array(ledger.invoices.length);
  let events = 0;
  const push = (row: number, part: number, share: number): void => {
    onInvoice[part] = onInvoice[part]! + share;
    payment[events] = row;
    invoice[events] = part;
    cents[events] = share;
    events++;
  };
  const rows = yield* rowsToWalk(ledger);
  for (let place = 0; place < rows.length; place++) {
    if (place % 10_000 === 9_999) yield;
    const row = rows[place]!;
    const named = paid.invoice[row]!;
    if (named >= 0) push(row, named, paid.cents[row]!);
    if (named !== SEVERAL) continue;
    const order = [...(paid.invoicesOf.get(row) ?? [])].sort(byClose(ledger, book));
    const shares = split(order, paid.cents[row]!, { book, onInvoice });
    for (const [part, share] of shares) push(row, part, share);
  }
  return {
    payment: payment.subarray(0, events),
    invoice: invoice.subarray(0, events),
    cents: cents.subarray(0, events),
  };
}

/** Payments rows; in order of time where a split asks what was paid before it. */
function* rowsToWalk({ payments, paid }: Ledger): Steps<Int32Array> {
  const rows = new Int32Array(payments.length).map((_, row) => row);
  return paid.invoicesOf.size === 0 ? rows : yield* sortInSteps(rows, byPaymentOrder(payments));
}

/** Oldest closed first, open invoices last; ties by invoice number. */
function byClose({ invoices }: Ledger, { closed }: InvoiceBook): (a: number, b: number) => number {
  const moment = (invoice: number): number => {
    const known = closed[invoice]!;
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
    const level = state.onInvoice[invoice]!;
    const due = Math.max(state.book.totalCents[invoice]! - level, 0);
    const room = cents < 0 ? -Math.min(Math.max(level, 0), -rest) : Math.min(due, rest);
    const share = place === walked.length - 1 ? rest : room;
    rest -= share;
    if (share !== 0 || walked.length === 1) shares.push([invoice, share]);
  }
  return shares;
}
