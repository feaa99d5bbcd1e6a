/** Figures from elsewhere that a run is tied out against (--control). */
import { contains, type Period } from '../core/period';
import type { Ledger } from '../ledger/ledger';
import { moneyTypes, typeOf } from '../ledger/moneyTypes';
import type { Check } from './sheet';

/** The names of the public contract. */
export const controlNames = [
  'gross-production',
  'net-production',
  'gross-collection',
  'net-collection',
  'income',
  'cash',
] as const;
export type ControlName = (typeof controlNames)[number];

/** The controls whose figure this version computes. */
export const computedControls: readonly ControlName[] = ['cash'];

/** All money received and given back in the period, deposits included, on its Payment Date. */
export function cashCents({ payments, paid }: Ledger, period: Period): number {
  let cash = 0;
  for (let row = 0; row < payments.length; row++) {
    if (paid.counts[row]! === 0 || !moneyTypes[typeOf(payments.type, row)].cash) continue;
    if (contains(period, payments.date[row]!)) cash += paid.cents[row]!;
  }
  return cash;
}

/** What lies between the ledger's figure and the one given, in cents. */
export function controlCheck(ledger: Ledger, period: Period, givenCents: number): Check {
  return {
    id: 'control.cash',
    label: 'Cash of the ledger less the figure given',
    differenceCents: cashCents(ledger, period) - givenCents,
  };
}
