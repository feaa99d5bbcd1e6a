/** Rows that the other sheets count and Provider Payroll cannot: their date that cannot be set back is blank (P30). */
import { NO_MOMENT } from '../../core/brand';
import { centsText } from '../../core/cents';
import type { Steps } from '../../core/steps';
import { adjustmentBuckets } from '../../engine/adjustmentPostings';
import { payrollDates } from '../../engine/payrollDates';
import { type Measure, placeOfMeasure, type PostedKind } from '../../engine/posting';
import type { Postings } from '../../engine/postings';
import type { Ledger } from '../../ledger/ledger';
import type { Problem } from '../../ledger/problem';
import { rowPlace } from '../../ledger/tables';
import { kindOf, POSTINGS_A_STEP } from './selection';

/** What payroll takes by its own date, as the other sheets have it by theirs. */
const byOwnDate: Readonly<Record<PostedKind, readonly Measure[]>> = {
  Charges: ['production', 'adjustment'],
  Adjustments: ['adjustment'],
  Payments: ['patientIncome', 'unearned', 'insuranceIncome'],
  'Claim Lines': ['insuranceIncome'],
};

/** A problem for each kind that has such rows in the period, with their money; `rows` are postings. */
export function* payrollBlanks(
  ledger: Ledger,
  { postings, rows }: { readonly postings: Postings; readonly rows: Int32Array },
): Steps<Problem[]> {
  const isBlank = blankDate(ledger);
  const placesOf = (kind: PostedKind): ReadonlySet<number> =>
    new Set(byOwnDate[kind].map(placeOfMeasure));
  const places = {
    Charges: placesOf('Charges'),
    Adjustments: placesOf('Adjustments'),
    Payments: placesOf('Payments'),
    'Claim Lines': placesOf('Claim Lines'),
  };
  const found = new Map<PostedKind, Map<number, number>>();
  for (let place = 0; place < rows.length; place++) {
    if (place % POSTINGS_A_STEP === POSTINGS_A_STEP - 1) yield;
    const posting = rows[place]!;
    const kind = kindOf(postings, posting);
    const row = postings.row[posting]!;
    if (!isBlank[kind](row) || !places[kind].has(postings.measure[posting]!)) continue;
    const ofKind = found.get(kind) ?? new Map<number, number>();
    found.set(kind, ofKind.set(row, (ofKind.get(row) ?? 0) + postings.cents[posting]!));
  }
  return [...found].map(([kind, cents]) => blankProblem(ledger, kind, cents));
}

function blankDate(ledger: Ledger): Readonly<Record<PostedKind, (row: number) => boolean>> {
  const { charges, payments, tables } = ledger;
  const { entered } = tables.Adjustments;
  const { received } = tables['Claim Lines'];
  const buckets = adjustmentBuckets(ledger);
  return {
    Charges: (row) => charges.completed[row] === NO_MOMENT,
    // Bad debt is left out of payroll on purpose.
    Adjustments: (row) => entered[row] === NO_MOMENT && !buckets.isBadDebt(row),
    Payments: (row) => payments.entered[row] === NO_MOMENT,
    'Claim Lines': (row) => received[row] === NO_MOMENT,
  };
}

function blankProblem(
  ledger: Ledger,
  kind: PostedKind,
  rows: ReadonlyMap<number, number>,
): Problem {
  const first = [...rows.keys()].reduce((least, row) => Math.min(least, row));
  const cents = [...rows.values()].reduce((sum, one) => sum + one, 0);
  const { field, header } = payrollDates[kind];
  return {
    code: 'PAYROLL_DATE_BLANK',
    severity: 'warned',
    ...rowPlace(ledger.tables, kind, { row: first, field }),
    found: `${rows.size} row(s) of ${centsText(cents)} in ${kind} without a ${header}, the first one here`,
    done: 'used by the other reports; Provider Payroll cannot count them, because it goes by that date alone',
    fix: `fill in '${header}' if you pay by this report`,
    count: rows.size,
    cents,
  };
}
