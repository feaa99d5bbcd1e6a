/** Where charges and money belong: the Location of a row, else that of what it names. */
import { NONE } from '../core/brand';
import { textAt } from '../core/column';
import { SEVERAL } from '../ledger/ledger';
import type { LedgerParts } from './ledgerParts';

export interface Places {
  /** Its own Location, else that of its invoice; empty where neither has one. */
  ofCharge(charge: number): string;
  /** Its own Location, else that of the charge, else of the invoice it names. */
  ofPayment(row: number, charge: number): string;
  /** Its own Location, else that of its oldest line. */
  ofInvoice(invoice: number): string;
}

export function places({ ledger, book }: LedgerParts): Places {
  const { charges, invoices, payments, chargeInvoice, paid } = ledger;
  const ofCharge = (charge: number): string => {
    const invoice = chargeInvoice[charge]!;
    const own = textAt(charges.location, charge);
    return own !== '' || invoice === NONE ? own : textAt(invoices.location, invoice);
  };
  const ofInvoice = (invoice: number): string => {
    const own = textAt(invoices.location, invoice);
    const start = book.lines.starts[invoice]!;
    const hasLine = start < book.lines.starts[invoice + 1]!;
    return own !== '' || !hasLine ? own : textAt(charges.location, book.lines.rows[start]!);
  };
  return {
    ofCharge,
    ofInvoice,
    ofPayment(row, charge) {
      const own = textAt(payments.location, row);
      if (own !== '') return own;
      if (charge !== NONE) return ofCharge(charge);
      const named = paid.invoice[row]!;
      const invoice = named === SEVERAL ? (paid.invoicesOf.get(row)?.[0] ?? NONE) : named;
      return invoice === NONE ? '' : ofInvoice(invoice);
    },
  };
}
