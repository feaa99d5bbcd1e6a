/** What the rows of each Transfer add up to: money that is moved is neither made nor lost (T1). */
import { typeOf } from './moneyTypes';
import type { Tables } from './tables';

/** Rows of Type Transfer with one Payment ID. */
export interface TransferSum {
  readonly cents: number;
  /** The first of them. */
  readonly first: number;
}

/** By the code of the Payment ID; rows that count nowhere are left out. */
export function transferSums(
  { Payments: payments }: Tables,
  paid: { readonly counts: Uint8Array; readonly cents: Float64Array },
): Map<number, TransferSum> {
  const sums = new Map<number, TransferSum>();
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row]! === 0 || typeOf(payments.type, row) !== 'Transfer') continue;
    const id = payments.id.codes[row]!;
    const { cents, first } = sums.get(id) ?? { cents: 0, first: row };
    sums.set(id, { cents: cents + paid.cents[row]!, first });
  }
  return sums;
}
