/** Production & Income by day, by month and by provider (P20, P24, P25). */
import { at } from '../../core/assert';
import { civilOfSerial, dayOfMoment, serialOfCivil, startOfDay } from '../../core/day';
import type { Period } from '../../core/period';
import type { Steps } from '../../core/steps';
import type { Ledger } from '../../ledger/ledger';
import type { Postings } from '../../engine/postings';
import { isProviderShown, type ReportRequest } from '../request';
import { type SheetTable, text, type Value } from '../sheet';
import { moneyCells, sheetColumns, summaryColumns, type MoneyColumn } from './columns';
import { type MeasureSums, noSums, sumsByKey } from './selection';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The weekday of a serial day; day 1 was counted as a Sunday. */
function weekdayOf(serialDay: number): string {
  return at(weekdays, (((serialDay - 1) % 7) + 7) % 7);
}

/** The first day of the month that a day is in. */
function monthOf(serialDay: number): number {
  return serialOfCivil({ ...civilOfSerial(serialDay), day: 1 }) ?? serialDay;
}

function nextMonth(serialDay: number): number {
  return monthOf(monthOf(serialDay) + 31);
}

/** Every day of the period, also those on which nothing happened (P24). */
export function daysOf({ from, to }: Period): number[] {
  const days: number[] = [];
  for (let day = dayOfMoment(from); day <= dayOfMoment(to); day++) days.push(day);
  return days;
}

function monthsOf({ from, to }: Period): number[] {
  const months: number[] = [];
  for (let month = monthOf(dayOfMoment(from)); month <= dayOfMoment(to); month = nextMonth(month)) {
    months.push(month);
  }
  return months;
}

function added(all: Iterable<MeasureSums>): MeasureSums {
  const sums = noSums();
  for (const one of all) one.forEach((cents, measure) => (sums[measure] = sums[measure]! + cents));
  return sums;
}

export interface SummaryInput {
  readonly postings: Postings;
  readonly rows: Int32Array;
  readonly request: ReportRequest;
  readonly ledger: Ledger;
}

/** One row a day, with what is scheduled. */
export function* monthlyTable({ postings, rows, request }: SummaryInput): Steps<SheetTable> {
  const columns = summaryColumns(request.options, true);
  const byDay = yield* sumsByKey(postings, rows, (row) => dayOfMoment(postings.moment[row]!));
  return {
    title: 'By day',
    columns: [{ head: 'Date', type: 'day' }, text('Weekday'), ...sheetColumns(columns)],
    rows: daysOf(request.period).map((day): Value[] => [
      startOfDay(day),
      weekdayOf(day),
      ...moneyCells(columns, byDay.get(day) ?? noSums()),
    ]),
    total: ['Total', null, ...moneyCells(columns, added(byDay.values()))],
  };
}

/** One row a month. */
export function* annualTable({ postings, rows, request }: SummaryInput): Steps<SheetTable> {
  const columns = summaryColumns(request.options);
  const months = new Map<number, number>();
  const monthOfDay = (day: number): number => {
    const known = months.get(day) ?? monthOf(day);
    months.set(day, known);
    return known;
  };
  const byMonth = yield* sumsByKey(postings, rows, (row) =>
    monthOfDay(dayOfMoment(postings.moment[row]!)),
  );
  return {
    title: 'By month',
    columns: [{ head: 'Month', type: 'month' }, ...sheetColumns(columns)],
    rows: monthsOf(request.period).map((month): Value[] => [
      startOfDay(month),
      ...moneyCells(columns, byMonth.get(month) ?? noSums()),
    ]),
    total: ['Total', ...moneyCells(columns, added(byMonth.values()))],
  };
}

/** One row for each provider with a figure; `No provider` always, so that the practice ties (P25). */
export function* providerTable(input: SummaryInput): Steps<SheetTable> {
  const { postings, rows, request, ledger } = input;
  const { providers } = ledger;
  const columns = summaryColumns(request.options);
  const byProvider = yield* sumsByKey(postings, rows, (row) => postings.provider[row]!);
  const isShown = (place: number): boolean => isProviderShown(request, at(providers.names, place));
  const withData = (place: number): boolean =>
    place === providers.noProvider || hasFigure(columns, byProvider.get(place));
  const places = providers.names.map((_, place) => place).filter(withData);
  return {
    title: 'By provider',
    columns: [text('Provider'), ...sheetColumns(columns)],
    rows: places
      .filter(isShown)
      .map((place): Value[] => [
        at(providers.names, place),
        ...moneyCells(columns, byProvider.get(place) ?? noSums()),
      ]),
    total: ['Total', ...moneyCells(columns, added(byProvider.values()))],
  };
}

/** True where a provider has anything in these columns, be it figures that cancel. */
function hasFigure(columns: readonly MoneyColumn[], sums: MeasureSums | undefined): boolean {
  return sums !== undefined && moneyCells(columns, sums).some((cents) => cents !== 0);
}
