/** Cash: money that came in or went out, deposits included, on its Payment Date (S-2). */
import { contains, type Period } from '../core/period';
import type { Ledger } from '../ledger/ledger';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';

/** True for a payments row that counts and is cash; credit moved about is not. */
export function isCash({ payments, paid }: Ledger, row: number): boolean {
  return paid.counts[row]! === 1 && moneyTypes[typeOf(payments.type, row)].cash;
}

/** All cash of the period, hidden prepayments too. */
export function cashCents(ledger: Ledger, period: Period): number {
  const { payments, paid } = ledger;
  let cash = 0;
  for (let row = 0; row < payments.length; row++) {
    if (isCash(ledger, row) && contains(period, payments.date[row]!)) cash += paid.cents[row]!;
  }
  return cash;
}
