/** Provider Payroll: by dates that cannot be set back (P30 to P33). */
import { at } from '../../core/assert';
import { dayOfMoment, startOfDay } from '../../core/day';
import type { Ledger } from '../../ledger/ledger';
import { isProviderShown } from '../request';
import { type SheetTable, text, type Value } from '../sheet';
import { moneyCells, type MoneyColumn, sheetColumns } from './columns';
import { noSums, sumOf, sumsByKey } from './selection';
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

const payrollMeasures = payrollColumns.flatMap(({ of }) => of);

/** One row for each day and provider with a figure. */
export function payrollTable({ postings, rows, request, ledger }: SummaryInput): SheetTable {
  const { providers } = ledger;
  const { length } = providers.names;
  const byKey = sumsByKey(
    postings,
    rows,
    (row) => dayOfMoment(postings.moment[row]!) * length + postings.provider[row]!,
  );
  const listed = [...byKey]
    .sort(([a], [b]) => a - b)
    .map(([key, sums]) => ({ day: Math.floor(key / length), provider: key % length, sums }))
    .filter(({ sums }) => payrollMeasures.some((measure) => sumOf(sums, [measure]) !== 0));
  const all = noSums();
  for (const { sums } of listed)
    sums.forEach((cents, measure) => (all[measure] = all[measure]! + cents));
  const isShown = (provider: number): boolean =>
    isProviderShown(request, at(providers.names, provider));
  return {
    title: 'By day and provider',
    columns: [{ head: 'Date', type: 'day' }, text('Provider'), ...sheetColumns(payrollColumns)],
    rows: listed
      .filter(({ provider }) => isShown(provider))
      .map(({ day, provider, sums }): Value[] => [
        startOfDay(day),
        at(providers.names, provider),
        ...moneyCells(payrollColumns, sums),
      ]),
    total: ['Total', null, ...moneyCells(payrollColumns, all)],
  };
}

/** The date columns that payroll needs, by kind. */
const dates = [
  { kind: 'Charges', field: 'completed', header: 'Completed Date' },
  { kind: 'Adjustments', field: 'entered', header: 'Entered Date' },
  { kind: 'Payments', field: 'entered', header: 'Entered Date' },
  { kind: 'Claim Lines', field: 'received', header: 'Received Date' },
] as const;

export interface MissingDate {
  readonly sheet: string;
  readonly kind: string;
  readonly header: string;
}

/**
 * Tables without the date that selects their rows: with one of them payroll would be a guess. `isTold`
 * is false where no table has its date: that export was never meant for payroll.
 */
export function missingDates({ sources }: Ledger): {
  readonly missing: readonly MissingDate[];
  readonly isTold: boolean;
} {
  const wanted = dates.flatMap(({ kind, field, header }) =>
    sources
      .filter((source) => source.kind === kind)
      .map(({ sheet, fields }) => ({ sheet, kind, header, isThere: fields.has(field) })),
  );
  return {
    missing: wanted.filter(({ isThere }) => !isThere),
    isTold: wanted.some(({ isThere }) => isThere),
  };
}
