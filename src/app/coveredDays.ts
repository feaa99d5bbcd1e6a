/** Which days the rows of a ledger cover, and the period that is taken where none was chosen. */
import { NO_MOMENT } from '../core/brand';
import { dayOfMoment, dayText } from '../core/day';
import { type Period, wholeMonths } from '../core/period';
import type { ReadKind } from '../ledger/kinds';
import type { Ledger } from '../ledger/ledger';
import type { PresetName } from './pane';
import { presetDays } from './presets';

/** The dates of a kind's rows; `source` tells which table each row is of. */
export interface DatedRows {
  readonly kind: ReadKind;
  readonly moments: Float64Array;
  readonly source: Int32Array;
}

/** Every column of dates by which a report selects rows. */
export function datedRows({ tables }: Ledger): DatedRows[] {
  const of = (kind: ReadKind, moments: Float64Array): DatedRows => ({
    kind,
    moments,
    source: tables[kind].source,
  });
  return [
    of('Charges', tables.Charges.service),
    of('Invoices', tables.Invoices.closed),
    of('Payments', tables.Payments.date),
    of('Adjustments', tables.Adjustments.date),
    of('Claim Lines', tables['Claim Lines'].date),
    of('Claim Lines', tables['Claim Lines'].check),
    of('Audit Trail', tables['Audit Trail'].date),
  ];
}

/** First and last moment of some columns; undefined where no row has a date. */
export function spanOf(columns: readonly Float64Array[]): Period | undefined {
  let from = Infinity;
  let to = NO_MOMENT;
  for (const column of columns) {
    for (const moment of column) {
      if (moment === NO_MOMENT) continue;
      if (moment < from) from = moment;
      if (moment > to) to = moment;
    }
  }
  return to === NO_MOMENT ? undefined : { from, to };
}

/** First and last moment of the ledger. */
export function coveredSpan(ledger: Ledger): Period | undefined {
  return spanOf(datedRows(ledger).map(({ moments }) => moments));
}

/** The whole months that the rows cover; undefined where none has a date. */
export function coveredMonths(ledger: Ledger): Period | undefined {
  const span = coveredSpan(ledger);
  return span && wholeMonths(span.from, span.to);
}

/**
 * The period of a workbook that keeps none, for pane, ribbon and functions alike: last month, if the
 * ledger reaches into it; a ledger of another time is shown as a whole. `today` is a serial day.
 */
export function suggestedPreset(ledger: Ledger, today: number): PresetName {
  const span = coveredSpan(ledger);
  const days = presetDays('last-month', today);
  if (span === undefined || days === undefined) return 'last-month';
  const [first, last] = [dayText(dayOfMoment(span.from)), dayText(dayOfMoment(span.to))];
  return last >= days.from && first <= days.to ? 'last-month' : 'ledger';
}
