/** Charges → production on the service date (P1, P10), scheduled work (P9) and payroll's UCR (P30). */
import { NO_MOMENT } from '../core/brand';
import type { Steps } from '../core/steps';
import { chargesColumns } from '../ledger/kinds';
import type { LedgerParts } from './ledgerParts';
import type { Measure, Post, Posting } from './posting';

const COMPLETE = chargesColumns.status.choices.indexOf('Complete');
const SCHEDULED = chargesColumns.status.choices.indexOf('Scheduled');

/** True for a charge that is production: Complete, and neither voided nor on a voided invoice. */
export function isProduced({ ledger, lookup }: LedgerParts, charge: number): boolean {
  return ledger.charges.status[charge]! === COMPLETE && lookup.stands[charge]! === 1;
}

export function isScheduled({ ledger, lookup }: LedgerParts, charge: number): boolean {
  return ledger.charges.status[charge]! === SCHEDULED && lookup.stands[charge]! === 1;
}

/** Planned, Unbilled and Voided rows feed nothing. */
export function* postCharges(allocated: LedgerParts, postRow: Post): Steps<void> {
  const post = (measure: Measure, row: number, of: Share): void => {
    const { moment, provider, cents } = of;
    postRow('Charges', row, { measure, moment, provider, cents, charge: row });
  };
  const { charges, providers } = allocated.ledger;
  for (let row = 0; row < charges.length; row++) {
    if (row % 10_000 === 9_999) yield;
    const provider = providers.ofCharge[row]!;
    const moment = charges.service[row]!;
    const cents = charges.amount[row]!;
    // A discount on completed work is an adjustment of its day (P10).
    const discount = 0 - charges.discount[row]!;
    if (isProduced(allocated, row)) {
      post('production', row, { moment, provider, cents });
      if (discount !== 0) post('adjustment', row, { moment, provider, cents: discount });
      const completed = charges.completed[row]!;
      if (completed === NO_MOMENT) continue;
      post('ucr', row, { moment: completed, provider, cents });
      if (discount === 0) continue;
      post('payrollAdjustment', row, { moment: completed, provider, cents: discount });
    } else if (isScheduled(allocated, row)) {
      post('scheduled', row, { moment, provider, cents });
      if (discount === 0) continue;
      post('scheduledDiscount', row, { moment, provider, cents: discount });
    }
  }
}

type Share = Pick<Posting, 'moment' | 'provider' | 'cents'>;
