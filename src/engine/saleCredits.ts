/**
 * The credits: full value of a line for its provider and category, once, on the later of its own date
 * and its sale's first payment (S-3, S-6). Later payments add nothing.
 */
import {
  NO_MOMENT,
  NONE,
  type CentsColumn,
  type MomentColumn,
  type RowColumn,
} from '../core/brand';
import { growingFloats, growingInts } from '../core/column';
import type { Steps } from '../core/steps';
import { chargesColumns, paymentTypes } from '../ledger/kinds';
import { SEVERAL } from '../ledger/ledger';
import type { SaleLedger } from './saleLedger';

/** One row for each credited line, and one for a header tax that is not that of the lines (S-A1). */
export interface SaleCredits {
  readonly sale: RowColumn<'Invoices'>;
  /** NONE for the difference of a header tax. */
  readonly charge: RowColumn<'Charges'>;
  /** Before tax and after discount (S-A2). */
  readonly netCents: CentsColumn;
  readonly taxCents: CentsColumn;
  readonly moment: MomentColumn;
}

const COMPLETE = chargesColumns.status.choices.indexOf('Complete');

/** Types that make an invoice one that was paid (S-12); money put back or moved does not. */
const firstPayments: readonly number[] = [
  paymentTypes.indexOf('Payment'),
  paymentTypes.indexOf('Credit Applied'),
];

/** Sales between two pauses. */
const SALES_A_STEP = 20_000;

/** The credits of all sales, for all time. */
export function* saleCredits(of: SaleLedger): Steps<SaleCredits> {
  const { ledger, book } = of;
  const paidFirst = firstPaymentOfSales(of);
  yield;
  const credits = creditMaker();
  for (let sale = 0; sale < ledger.invoices.length; sale++) {
    if (sale % SALES_A_STEP === SALES_A_STEP - 1) yield;
    // A voided invoice and one that a row says again are worth nothing (S-12, E16).
    if (book.voided[sale]! === 1 || ledger.invoiceCounts[sale]! === 0) continue;
    const lines = creditedLines(of, sale);
    const isReturn = isOfNegativeLines(of, lines);
    const first = paidFirst[sale]!;
    if (!isReturn && first === NO_MOMENT) continue;
    let lineTax = 0;
    for (const charge of lines) {
      const own = ledger.charges.service[charge]!;
      const tax = ledger.charges.tax.cents[charge]!;
      lineTax += tax;
      credits.push(sale, charge, {
        net: book.netCents[charge]!,
        tax,
        moment: isReturn ? own : Math.max(own, first),
      });
    }
    const hasHeader = ledger.invoices.tax.given[sale]! === 1;
    const difference = hasHeader ? ledger.invoices.tax.cents[sale]! - lineTax : 0;
    if (difference === 0) continue;
    // Paid or not: a return's header tax goes with the oldest of its lines.
    const moment = isReturn ? ledger.charges.service[lines[0] ?? 0]! : first;
    credits.push(sale, NONE, { net: 0, tax: difference, moment });
  }
  return credits.finish();
}

/** For each sale its first Payment or Credit Applied, one of 0.00 too (S-12); else NO_MOMENT. */
function firstPaymentOfSales({ ledger }: SaleLedger): MomentColumn {
  const { payments, paid, invoices } = ledger;
  const first = new Float64Array(invoices.length).fill(NO_MOMENT);
  const see = (sale: number, moment: number): void => {
    const known = first[sale]!;
    if (known === NO_MOMENT || moment < known) first[sale] = moment;
  };
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row]! === 0 || !firstPayments.includes(payments.type[row]!)) continue;
    const sale = paid.invoice[row]!;
    const moment = payments.date[row]!;
    // A row that names several invoices is a payment on each, whatever its inferred split.
    if (sale === SEVERAL) for (const one of paid.invoicesOf.get(row) ?? []) see(one, moment);
    else if (sale !== NONE) see(sale, moment);
  }
  return first;
}

/** The lines of a sale that are not Voided; a charge on no invoice is one only when it is done. */
function creditedLines({ ledger, book, isOwnSale }: SaleLedger, sale: number): Int32Array {
  const { starts, rows } = book.lines;
  const lines = rows.subarray(starts[sale], starts[sale + 1]);
  if (isOwnSale[sale]! === 0) return lines;
  return lines.filter((charge) => ledger.charges.status[charge]! === COMPLETE);
}

/** A sale of returns: credited on its lines' dates, paid or not (S-6); a line of 0.00 says nothing. */
function isOfNegativeLines({ book }: SaleLedger, lines: Int32Array): boolean {
  let negative = 0;
  for (const charge of lines) {
    if (book.netCents[charge]! > 0) return false;
    if (book.netCents[charge]! < 0) negative++;
  }
  return negative > 0;
}

interface CreditMaker {
  push(
    sale: number,
    charge: number,
    of: { readonly net: number; readonly tax: number; readonly moment: number },
  ): void;
  finish(): SaleCredits;
}

function creditMaker(): CreditMaker {
  const sales = growingInts();
  const charges = growingInts();
  const net = growingFloats();
  const tax = growingFloats();
  const moments = growingFloats();
  return {
    push(sale, charge, of) {
      sales.push(sale);
      charges.push(charge);
      net.push(of.net);
      tax.push(of.tax);
      moments.push(of.moment);
    },
    finish: () => ({
      sale: sales.finish(),
      charge: charges.finish(),
      netCents: net.finish(),
      taxCents: tax.finish(),
      moment: moments.finish(),
    }),
  };
}
