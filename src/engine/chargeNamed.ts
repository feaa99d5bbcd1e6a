/** The one charge that a row of another table names by its Charge ID. */
import { NONE } from '../core/brand';
import type { AllocatedLedger } from './allocateLedger';

/** What else a row names: it tells apart an id that stands on several invoices. */
export interface NamedBeside {
  readonly claim: string;
  /** Row of Invoices; NONE where the row names none. */
  readonly invoice: number;
}

/** The standing charge; NONE where there is none, or where several could be meant. */
export type ChargeNamed = (id: string, beside: NamedBeside) => number;

export function chargeNamed({ ledger, lookup }: AllocatedLedger): ChargeNamed {
  return (id, { claim, invoice }) => {
    const all = lookup.ofId(id);
    if (all.length <= 1) return all[0] ?? NONE;
    const onClaim = claim === '' ? [] : all.filter((one) => lookup.ofClaim(claim).includes(one));
    if (onClaim.length === 1) return onClaim[0] ?? NONE;
    const onInvoice = all.filter((one) => ledger.chargeInvoice[one]! === invoice);
    return invoice >= 0 && onInvoice.length === 1 ? (onInvoice[0] ?? NONE) : NONE;
  };
}
