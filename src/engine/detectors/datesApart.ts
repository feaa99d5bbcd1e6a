/** Two dates of a table that often lie in different months: which one a report goes by matters (B11). */
import { NO_MOMENT } from '../../core/brand';
import { civilOfSerial, dayOfMoment } from '../../core/day';
import type { Problem } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';
import type { AllocatedLedger } from '../allocateLedger';

/** One row in twenty: fewer are late entries of every practice. */
const SHARE = 20;

export function datesApart({ ledger }: AllocatedLedger): Problem[] {
  const { charges, payments, tables } = ledger;
  const monthOf = monthsByDay();
  const pairs = [
    { kind: 'Charges', field: 'completed', by: charges.service, other: charges.completed },
    { kind: 'Payments', field: 'entered', by: payments.date, other: payments.entered },
  ] as const;
  return pairs.flatMap(({ kind, field, by, other }): Problem[] => {
    let both = 0;
    let apart = 0;
    let first = -1;
    for (let row = 0; row < by.length; row++) {
      if (by[row] === NO_MOMENT || other[row] === NO_MOMENT) continue;
      both += 1;
      if (monthOf(by[row]!) === monthOf(other[row]!)) continue;
      apart += 1;
      if (first < 0) first = row;
    }
    if (apart * SHARE <= both) return [];
    const [date, name] =
      kind === 'Charges' ? ['Service Date', 'Completed Date'] : ['Payment Date', 'Entered Date'];
    return [
      {
        code: 'DATES_APART',
        severity: 'warned',
        ...rowPlace(tables, kind, { row: first, field }),
        found: `${apart} of ${both} row(s) of ${kind} whose ${name} is in another month than their ${date}`,
        done: 'every report goes by the date that its Basis names',
        fix: `nothing, if ${date} is the one that you go by; else map it to the other column`,
        count: apart,
      },
    ];
  });
}

/** Months by day: a ledger has few days and many rows. */
function monthsByDay(): (moment: number) => number {
  const known = new Map<number, number>();
  return (moment) => {
    const day = dayOfMoment(moment);
    const found = known.get(day);
    if (found !== undefined) return found;
    const { year, month } = civilOfSerial(day);
    known.set(day, year * 12 + month);
    return year * 12 + month;
  };
}
