/**
 * Net collection: money by the provider it belongs to, on its Payment Date, whether the invoice is
 * closed or not. Moves of credit count for providers and are 0 for the practice (Type table).
 */
import { NO_MOMENT, NONE, type CentsColumn, type MomentColumn } from '../core/brand';
import { growingBytes, growingFloats, growingInts, textAt } from '../core/column';
import type { Steps } from '../core/steps';
import type { Ledger } from '../ledger/ledger';
import { chargesColumns } from '../ledger/kinds';
import { invoiceStatus } from '../ledger/linkCharges';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
import { byPaymentOrder } from '../ledger/paymentOrder';
import { type Allocation, allocate } from './allocate';
import type { AllocatedLedger } from './allocateLedger';
import { groupRows } from './groupRows';
import type { MoneyEvents } from './moneyEvents';
import type { NegativeLines } from './waterfall';

/** Pieces of payments rows, one per row and provider; the practice's sum is that of all pieces. */
export interface CollectionPieces {
  /** Place in the ledger's provider names. */
  readonly provider: Int32Array;
  readonly cents: CentsColumn;
  /** The Payment Date. */
  readonly moment: MomentColumn;
  /** 1 for refunds, returned checks, reversals and redeposits; 0 for what came in. */
  readonly isAdjustment: Uint8Array;
}

/** An Unearned Type that begins so is a prepayment for planned work, and shown nowhere (P11). */
const HIDDEN = 'hidden';

/**
 * The provider of a row is its own; else that of its Charge ID; else those of its invoice's lines, by
 * I-9 on payment dates, open invoices too; what no line takes stands under `No provider`.
 */
export function* netCollection(
  { ledger, book, events }: AllocatedLedger,
  negativeLines: NegativeLines,
): Steps<CollectionPieces> {
  const { payments, paid, invoiceCounts } = ledger;
  // As if every invoice had been closed before its first payment.
  const closed = Float64Array.from(book.voided, (voided, invoice) =>
    voided === 0 && invoiceCounts[invoice] === 1 ? 0 : NO_MOMENT,
  );
  const asPaid = { ...book, closed };
  const allocation = yield* allocate(asPaid, onPaymentDates(ledger, events), negativeLines);
  const ofRow = allocationsByPayment(allocation, events, payments.length);
  yield;
  const pieces = piecesMaker(ledger);
  const providerOf = rowProvider(ledger);
  for (let row = 0; row < payments.length; row++) {
    if (row % 10_000 === 9_999) yield;
    if (paid.counts[row]! === 0 || isHidden(ledger, row)) continue;
    const provider = providerOf(row);
    if (provider !== NONE) {
      pieces.push(row, provider, paid.cents[row]!);
      continue;
    }
    let rest = paid.cents[row]!;
    for (let place = ofRow.starts[row]!; place < ofRow.starts[row + 1]!; place++) {
      const at = ofRow.rows[place]!;
      const charge = allocation.charge[at]!;
      if (charge < 0) continue;
      pieces.push(row, ledger.providers.ofCharge[charge]!, allocation.cents[at]!);
      rest -= allocation.cents[at]!;
    }
    if (rest !== 0) pieces.push(row, pieces.noProvider, rest);
  }
  return pieces.finish();
}

/**
 * Why net collection cannot be told by provider; empty where it can. A claim or an adjustment goes before
 * the invoice ("Provider of money"), and this version reads neither.
 */
export function byProviderRefusal({ payments, paid }: Ledger): string {
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row] === 0 || payments.provider.codes[row] !== 0) continue;
    if (payments.chargeId.codes[row] !== 0) continue;
    const named = payments.claimNumber.codes[row] !== 0 ? 'claim' : 'adjustment';
    if (payments.claimNumber.codes[row] === 0 && payments.adjustmentId.codes[row] === 0) continue;
    return `Payment ${textAt(payments.id, row)} names its ${named} and no provider or charge, which this version cannot follow: fill in Provider or Charge ID.`;
  }
  return '';
}

function isHidden({ payments }: Ledger, row: number): boolean {
  return textAt(payments.unearnedType, row).toLowerCase().startsWith(HIDDEN);
}

/** The events of all invoices, each on its Payment Date. */
function onPaymentDates({ payments, invoices }: Ledger, events: MoneyEvents): MoneyEvents {
  const { payment, invoice } = events;
  const byPayment = byPaymentOrder(payments);
  return {
    ...events,
    effective: Float64Array.from(payment, (row) => payments.date[row]!),
    ofInvoice: groupRows(invoice, invoices.length, (a, b) => byPayment(payment[a]!, payment[b]!)),
  };
}

/** Rows of the allocation by payments row; the close of an invoice is of none. */
function allocationsByPayment(
  { event, length }: Allocation,
  events: MoneyEvents,
  rows: number,
): ReturnType<typeof groupRows> {
  const payment = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    payment[row] = event[row]! === NONE ? NONE : events.payment[event[row]!]!;
  }
  return groupRows(payment, rows);
}

/** The provider that a row names, itself or by its charge; NONE where it names none. */
function rowProvider(ledger: Ledger): (row: number) => number {
  const { payments, providers, paid, chargeInvoice } = ledger;
  const chargesOfId = chargesById(ledger);
  return (row) => {
    if (payments.provider.codes[row]! !== 0) return providers.ofPayment[row]!;
    if (payments.chargeId.codes[row]! === 0) return NONE;
    const charges = chargesOfId(textAt(payments.chargeId, row));
    // An id that stands on two invoices is told apart by the invoice that the row names.
    const named = charges.filter((charge) => chargeInvoice[charge]! === paid.invoice[row]!);
    const found = new Set(
      (named.length > 0 ? named : charges).map((one) => providers.ofCharge[one]!),
    );
    const [provider] = found;
    return found.size === 1 && provider !== undefined ? provider : NONE;
  };
}

/** A voided charge, or one of a voided invoice, owes nothing: its money is nobody's (E16). */
function chargesById({
  charges,
  chargeInvoice,
  invoices,
}: Ledger): (id: string) => readonly number[] {
  const voidedLine = chargesColumns.status.choices.indexOf('Voided');
  const voidedInvoice = invoiceStatus('Voided');
  let rowsOfId: Map<string, number[]> | undefined;
  return (id) => {
    if (rowsOfId === undefined) {
      rowsOfId = new Map();
      for (let row = 0; row < charges.length; row++) {
        const invoice = chargeInvoice[row]!;
        if (charges.status[row] === voidedLine) continue;
        if (invoice !== NONE && invoices.status[invoice] === voidedInvoice) continue;
        const known = rowsOfId.get(textAt(charges.id, row));
        if (known === undefined) rowsOfId.set(textAt(charges.id, row), [row]);
        else known.push(row);
      }
    }
    return rowsOfId.get(id) ?? [];
  };
}

interface PiecesMaker {
  readonly noProvider: number;
  push(row: number, provider: number, cents: number): void;
  finish(): CollectionPieces;
}

function piecesMaker({ payments, providers }: Ledger): PiecesMaker {
  const provider = growingInts();
  const cents = growingFloats();
  const moment = growingFloats();
  const isAdjustment = growingBytes();
  // The last of the names, always (ProviderNames).
  const noProvider = providers.names.length - 1;
  const add = (row: number, of: number, amount: number): void => {
    const { collection } = moneyTypes[typeOf(payments.type, row)];
    provider.push(of);
    cents.push(amount);
    moment.push(payments.date[row]!);
    isAdjustment.push(collection === 'adjustment' ? 1 : 0);
  };
  return {
    noProvider,
    push(row, of, amount) {
      const { collection } = moneyTypes[typeOf(payments.type, row)];
      if (collection === 'none') return;
      add(row, of, amount);
      // What a provider gets of a credit leaves the credit, which is nobody's.
      if (collection === 'internal') add(row, noProvider, -amount);
    },
    finish: () => ({
      provider: provider.finish(),
      cents: cents.finish(),
      moment: moment.finish(),
      isAdjustment: isAdjustment.finish(),
    }),
  };
}
