/** Provider Payroll: by dates that cannot be set back (P30 to P33). */
import { at } from '../../core/assert';
import { dayOfMoment, startOfDay } from '../../core/day';
import type { Steps } from '../../core/steps';
import { placeOfMeasure } from '../../engine/posting';
import { isProviderShown } from '../request';
import { type SheetTable, text, type Value } from '../sheet';
import { moneyCells, type MoneyColumn, sheetColumns } from './columns';
import { noSums, sumsByKey } from './selection';
import type { SummaryInput } from './summaries';

const production: MoneyColumn[] = [
  { head: 'UCR Production', of: ['ucr'] },
  { head: 'Est Write-off', of: ['payrollEstimate'] },
  { head: 'Prod Adj', of: ['payrollAdjustment'] },
  { head: 'Change in Write-off', of: ['payrollChange'] },
];
/** Unallocated and not final are shown and not counted. */
export const payrollColumns: readonly MoneyColumn[] = [
  ...production,
  { head: 'Net Prod', of: production.flatMap(({ of }) => of) },
  { head: 'Pat Inc Alloc', of: ['allocatedIncome'] },
  { head: 'Pat Inc Unalloc', of: ['unallocatedIncome'] },
  { head: 'Ins Income', of: ['payrollInsurance'] },
  { head: 'Ins Not Final', of: ['notFinal'] },
  { head: 'Net Income', of: ['allocatedIncome', 'payrollInsurance'] },
];

const payrollPlaces = payrollColumns.flatMap(({ of }) => of.map(placeOfMeasure));

/** Rows between two pauses. */
const ROWS_A_STEP = 2_000;

/** One row for each day and provider with a figure. */
export function* payrollTable({
  postings,
  rows,
  request,
  ledger,
}: SummaryInput): Steps<SheetTable> {
  const { providers } = ledger;
  const { length } = providers.names;
  const byKey = yield* sumsByKey(
    postings,
    rows,
    (row) => dayOfMoment(postings.moment[row]!) * length + postings.provider[row]!,
  );
  yield;
  const keys = Float64Array.from(byKey.keys()).sort();
  const rowsShown: Value[][] = [];
  const all = noSums();
  for (const [place, key] of keys.entries()) {
    if (place % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const sums = byKey.get(key) ?? noSums();
    if (payrollPlaces.every((measure) => sums[measure]! === 0)) continue;
    sums.forEach((cents, measure) => (all[measure] = all[measure]! + cents));
    const name = at(providers.names, key % length);
    if (!isProviderShown(request, name)) continue;
    const day = startOfDay(Math.floor(key / length));
    rowsShown.push([day, name, ...moneyCells(payrollColumns, sums)]);
  }
  return {
    title: 'By day and provider',
    columns: [{ head: 'Date', type: 'day' }, text('Provider'), ...sheetColumns(payrollColumns)],
    rows: rowsShown,
    total: ['Total', null, ...moneyCells(payrollColumns, all)],
  };
}
