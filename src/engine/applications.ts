/**
 * Where each payments row stands: the charges it reached and the providers it belongs to, in the order of
 * "Provider of money" (its own, its charge or adjustment, its claim's lines, its invoice's lines by I-9 on
 * payment dates). Every figure of collections reads these pieces.
 */
import { NO_MOMENT, NONE, type CentsColumn, type RowColumn } from '../core/brand';
import { growingFloats, growingInts, textAt } from '../core/column';
import type { Steps } from '../core/steps';
import type { Ledger } from '../ledger/ledger';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
import { byPaymentOrder } from '../ledger/paymentOrder';
import { type Allocation, allocate, TAX } from './allocate';
import type { LedgerParts } from './ledgerParts';
import { claimWeights } from './claimWeights';
import { type GroupedRows, groupInSteps, groupRows } from './groupRows';
import type { MoneyEvents } from './moneyEvents';
import { type ByInvoice, withEveryInvoice } from './saleLedger';
import { spread } from './spread';

/** Pieces of payments rows, in the order of the rows; those of a row add up to it. */
export interface Applications {
  readonly length: number;
  readonly payment: RowColumn<'Payments'>;
  /** The charge it reached; TAX for the tax of an invoice; NONE for money that reached no line. */
  readonly charge: RowColumn<'Charges'>;
  /** The invoice that the money is on, in `of.ledger`; NONE where it is on none, or over several. */
  readonly invoice: Int32Array;
  /** Place in the ledger's provider names. */
  readonly provider: Int32Array;
  readonly cents: CentsColumn;
  /** The ledger with every invoice that charges name, whose lines took the money. */
  readonly of: ByInvoice;
}

/** Payments between two pauses: each on a claim is spread over its lines. */
const PAYMENTS_A_STEP = 2_500;

/** Applies every counted payments row; deposits reach nothing. */
export function* applications(of: LedgerParts): Steps<Applications> {
  const parts = { ...of, ...(yield* withEveryInvoice(of)) };
  const { ledger, events } = parts;
  const { payments, paid } = ledger;
  const allocation = yield* allocateAsPaid(parts);
  const ofRow = allocationsByPayment(allocation, events, payments.length);
  yield;
  const pieces = pieceMaker(parts);
  for (let row = 0; row < payments.length; row++) {
    if (row % PAYMENTS_A_STEP === PAYMENTS_A_STEP - 1) yield;
    if (paid.counts[row]! === 0) continue;
    if (!pieces.byCharge(row) && !pieces.byClaim(row)) {
      pieces.byInvoice(row, { allocation, ofRow });
    }
  }
  return pieces.finish();
}

/** As if every invoice had been closed before its first payment: what is paid counts when it is paid. */
function* allocateAsPaid({ ledger, book, events, negativeLines }: LedgerParts): Steps<Allocation> {
  const closed = new Float64Array(book.voided.length);
  for (let invoice = 0; invoice < closed.length; invoice++) {
    const counts = book.voided[invoice]! === 0 && ledger.invoiceCounts[invoice]! === 1;
    closed[invoice] = counts ? 0 : NO_MOMENT;
  }
  const onDates = yield* onPaymentDates(ledger, events);
  return yield* allocate({ ...book, closed }, onDates, negativeLines);
}

/** The events of all invoices, each on its Payment Date. */
function* onPaymentDates({ payments, invoices }: Ledger, events: MoneyEvents): Steps<MoneyEvents> {
  const { payment, invoice } = events;
  const byPayment = byPaymentOrder(payments);
  const effective = new Float64Array(payment.length);
  for (let event = 0; event < effective.length; event++) {
    effective[event] = payments.date[payment[event]!]!;
  }
  const inOrder = (a: number, b: number): number => byPayment(payment[a]!, payment[b]!);
  const ofInvoice = yield* groupInSteps(invoice, invoices.length, inOrder);
  return { ...events, effective, ofInvoice };
}

/** Rows of the allocation by payments row; the close of an invoice is of none. */
function allocationsByPayment(
  { event, length }: Allocation,
  events: MoneyEvents,
  rows: number,
): GroupedRows {
  const payment = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    payment[row] = event[row]! === NONE ? NONE : events.payment[event[row]!]!;
  }
  return groupRows(payment, rows);
}

interface PieceMaker {
  /** By the charge the row names; false where it names none that can be told. */
  byCharge(row: number): boolean;
  /** Over the lines of the claim it names. */
  byClaim(row: number): boolean;
  byInvoice(
    row: number,
    of: { readonly allocation: Allocation; readonly ofRow: GroupedRows },
  ): void;
  finish(): Applications;
}

function pieceMaker(parts: LedgerParts): PieceMaker {
  const { ledger, lookup } = parts;
  const { payments, paid, providers } = ledger;
  const payment = growingInts();
  const charges = growingInts();
  const invoices = growingInts();
  const provider = growingInts();
  const cents = growingFloats();
  const named = namedProvider(parts);
  const push = (row: number, charge: number, amount: number, taxOf = NONE): void => {
    const isLine = charge >= 0;
    payment.push(row);
    charges.push(charge);
    // What reached no line stays on the one invoice that the row names.
    const own = charge === TAX ? taxOf : Math.max(paid.invoice[row]!, NONE);
    invoices.push(isLine ? ledger.chargeInvoice[charge]! : own);
    provider.push(named(row) ?? (isLine ? providers.ofCharge[charge]! : providers.noProvider));
    cents.push(amount);
  };
  const weights = claimWeights(ledger);
  return {
    byCharge(row) {
      if (payments.chargeId.codes[row]! === 0 || !reaches(ledger, row)) return false;
      const found = lookup.ofId(textAt(payments.chargeId, row));
      // An id that stands on two invoices is told apart by the invoice that the row names.
      const onNamed = found.filter((one) => ledger.chargeInvoice[one]! === paid.invoice[row]!);
      const [charge, ...others] = onNamed.length > 0 ? onNamed : found;
      const isOne = charge !== undefined && others.length === 0;
      if (isOne) push(row, charge, paid.cents[row]!);
      return isOne;
    },
    byClaim(row) {
      if (payments.claimNumber.codes[row]! === 0 || !reaches(ledger, row)) return false;
      const lines = lookup.ofClaim(textAt(payments.claimNumber, row));
      if (lines.length === 0) return false;
      const { shares, rest } = spread(paid.cents[row]!, weights(lines));
      lines.forEach((charge, place) => {
        if (shares[place]! !== 0) push(row, charge, shares[place]!);
      });
      if (rest !== 0) push(row, NONE, rest);
      return true;
    },
    byInvoice(row, { allocation, ofRow }) {
      let rest = paid.cents[row]!;
      for (let place = ofRow.starts[row]!; place < ofRow.starts[row + 1]!; place++) {
        const at = ofRow.rows[place]!;
        const charge = allocation.charge[at]!;
        if (charge < 0 && charge !== TAX) continue;
        push(row, charge, allocation.cents[at]!, parts.events.invoice[allocation.event[at]!]);
        rest -= allocation.cents[at]!;
      }
      if (rest !== 0 || ofRow.starts[row]! === ofRow.starts[row + 1]!) push(row, NONE, rest);
    },
    finish: () => ({
      length: payment.length,
      payment: payment.finish(),
      charge: charges.finish(),
      invoice: invoices.finish(),
      provider: provider.finish(),
      cents: cents.finish(),
      of: parts,
    }),
  };
}

/** False for deposits, which are never on a line (I-A10). */
function reaches({ payments }: Ledger, row: number): boolean {
  return moneyTypes[typeOf(payments.type, row)].onInvoice;
}

/** The provider that a row names itself or by its adjustment; undefined where it names none. */
function namedProvider({ ledger, lookup }: LedgerParts): (row: number) => number | undefined {
  const { payments, providers, tables } = ledger;
  const { Adjustments: adjustments } = tables;
  let rowOfId: Map<string, number> | undefined;
  const ofAdjustment = (id: string): number | undefined => {
    rowOfId ??= new Map(
      Array.from(adjustments.sheetRow, (_, row) => [textAt(adjustments.id, row), row] as const),
    );
    const row = rowOfId.get(id);
    return row === undefined ? undefined : providers.ofAdjustment[row]!;
  };
  return (row) => {
    if (payments.provider.codes[row]! !== 0) return providers.ofPayment[row]!;
    // A charge goes before an adjustment. A deposit does not reach it, and is its provider's.
    if (payments.chargeId.codes[row]! !== 0) {
      const [charge] = reaches(ledger, row) ? [] : lookup.ofId(textAt(payments.chargeId, row));
      return charge === undefined ? undefined : providers.ofCharge[charge]!;
    }
    if (payments.adjustmentId.codes[row]! === 0) return undefined;
    return ofAdjustment(textAt(payments.adjustmentId, row));
  };
}
