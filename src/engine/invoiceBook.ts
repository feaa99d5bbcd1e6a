/** The index of the ledger by invoice: its lines in line order, its tax, total and state. */
import { NO_MOMENT, NONE, type CentsColumn, type MomentColumn } from '../core/brand';
import { textAt } from '../core/column';
import { byId } from '../core/order';
import type { Steps } from '../core/steps';
import { chargesColumns } from '../ledger/kinds';
import type { Ledger } from '../ledger/ledger';
import { invoiceStatus } from '../ledger/linkCharges';
import { type GroupedRows, groupInSteps } from './groupRows';

export interface InvoiceBook {
  /** Charges rows of each invoice that are not Voided, oldest first (I-7, I-14). */
  readonly lines: GroupedRows;
  /** For each charge, Amount − Discount: pre-tax and post-discount (I-2). */
  readonly netCents: CentsColumn;
  /** For each invoice, the header tax, or the sum of its lines' tax where the header has none. */
  readonly taxCents: CentsColumn;
  /** For each invoice, tax + lines. */
  readonly totalCents: CentsColumn;
  /** When each invoice was closed; NO_MOMENT for an open and a voided one. */
  readonly closed: MomentColumn;
  /** 1 for a Voided invoice: its lines and its money count nowhere. */
  readonly voided: Uint8Array;
}

/** Indexes a ledger once; every report and trace reads this. */
export function* invoiceBook(ledger: Ledger): Steps<InvoiceBook> {
  const { invoices } = ledger;
  const voidedStatus = invoiceStatus('Voided');
  const voided = invoices.status.map((status) => (status === voidedStatus ? 1 : 0));
  const open = invoiceStatus('Open');
  const closed = invoices.closed.map((moment, invoice) => {
    const isOpen = invoices.status[invoice]! === open;
    const counts = ledger.invoiceCounts[invoice]! === 1 && voided[invoice]! === 0;
    return isOpen || !counts ? NO_MOMENT : moment;
  });
  const netCents = netOfCharges(ledger);
  yield;
  const invoiceOf = standingInvoice(ledger);
  const lines = yield* groupInSteps(invoiceOf, invoices.length, byLineOrder(ledger));
  yield;
  const { taxCents, totalCents } = totals(ledger, lines, netCents);
  return { lines, netCents, taxCents, totalCents, closed, voided };
}

function netOfCharges({ charges }: Ledger): CentsColumn {
  const net = new Float64Array(charges.length);
  for (let charge = 0; charge < charges.length; charge++) {
    net[charge] = charges.amount[charge]! - charges.discount[charge]!;
  }
  return net;
}

/** The invoice of each charge, NONE for a voided line: it is on no invoice any more. */
function standingInvoice({ charges, chargeInvoice }: Ledger): Int32Array {
  const voidedLine = chargesColumns.status.choices.indexOf('Voided');
  const invoice = new Int32Array(charges.length);
  for (let charge = 0; charge < charges.length; charge++) {
    const isVoided = charges.status[charge]! === voidedLine;
    invoice[charge] = isVoided ? NONE : chargeInvoice[charge]!;
  }
  return invoice;
}

/** Line order: date and time, then Charge ID, then sheet row (I-A2). */
export function byLineOrder({ charges }: Ledger): (a: number, b: number) => number {
  return (a, b) =>
    charges.service[a]! - charges.service[b]! ||
    byId(textAt(charges.id, a), textAt(charges.id, b)) ||
    charges.source[a]! - charges.source[b]! ||
    charges.sheetRow[a]! - charges.sheetRow[b]!;
}

function totals(
  { charges, invoices }: Ledger,
  { starts, rows }: GroupedRows,
  netCents: CentsColumn,
): { taxCents: CentsColumn; totalCents: CentsColumn } {
  const taxCents = new Float64Array(invoices.length);
  const totalCents = new Float64Array(invoices.length);
  for (let invoice = 0; invoice < invoices.length; invoice++) {
    let net = 0;
    let lineTax = 0;
    for (let place = starts[invoice]!; place < starts[invoice + 1]!; place++) {
      net += netCents[rows[place]!]!;
      lineTax += charges.tax.cents[rows[place]!]!;
    }
    const hasHeader = invoices.tax.given[invoice]! === 1;
    const tax = hasHeader ? invoices.tax.cents[invoice]! : lineTax;
    taxCents[invoice] = tax;
    totalCents[invoice] = tax + net;
  }
  return { taxCents, totalCents };
}
