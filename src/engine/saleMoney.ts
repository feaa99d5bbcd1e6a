/** The money of the sales: what each payments row moves on a sale, and the cash that is on none. */
import { NONE, type CentsColumn, type MomentColumn, type RowColumn } from '../core/brand';
import { growingBytes, growingFloats, growingInts } from '../core/column';
import { isCash } from './cash';
import type { SaleLedger } from './saleLedger';

/** Pieces of payments rows on Payment Dates; a row over several invoices has one for each. */
export interface SaleMoney {
  readonly payment: RowColumn<'Payments'>;
  /** NONE for deposits and for money that names no known invoice or charge. */
  readonly sale: RowColumn<'Invoices'>;
  readonly cents: CentsColumn;
  readonly moment: MomentColumn;
  /** 1 for cash, 0 for credit that was moved on or off a sale. */
  readonly isCash: Uint8Array;
}

export function saleMoney({ ledger, events }: SaleLedger): SaleMoney {
  const { payments, paid } = ledger;
  const payment = growingInts();
  const sale = growingInts();
  const cents = growingFloats();
  const cash = growingBytes();
  const isSeen = new Uint8Array(payments.length);
  const push = (row: number, on: number, amount: number): void => {
    isSeen[row] = 1;
    payment.push(row);
    sale.push(on);
    cents.push(amount);
    cash.push(Number(isCash(ledger, row)));
  };
  for (let event = 0; event < events.payment.length; event++) {
    const row = events.payment[event]!;
    if (paid.counts[row]! === 1) push(row, events.invoice[event]!, events.cents[event]!);
  }
  for (let row = 0; row < payments.length; row++) {
    // Credit that names no sale goes from the account to the account. A row of 0.00 over several
    // invoices has no event, and is cash of its method nevertheless.
    if (isSeen[row]! === 0 && isCash(ledger, row)) push(row, NONE, paid.cents[row]!);
  }
  const rows = payment.finish();
  return {
    payment: rows,
    sale: sale.finish(),
    cents: cents.finish(),
    moment: Float64Array.from(rows, (row) => payments.date[row]!),
    isCash: cash.finish(),
  };
}
