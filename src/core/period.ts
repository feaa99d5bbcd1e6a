/** A period: its first and last moment, both included (I-6). */
import {
  civilOfSerial,
  dayOfMoment,
  daysInMonth,
  endOfDay,
  momentText,
  SECONDS_PER_DAY,
  serialOfCivil,
  startOfDay,
} from './day';

export interface Period {
  /** First moment, in whole seconds since 1899-12-30. */
  readonly from: number;
  /** Last moment. */
  readonly to: number;
}

export function contains(period: Period, moment: number): boolean {
  return moment >= period.from && moment <= period.to;
}

const isoMoment = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?$/;

/** First moment meant by `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`; `undefined` where it is neither. */
export function startOfText(text: string): number | undefined {
  return momentOfIso(text)?.first;
}

/** Last moment meant: a date without a time runs to the end of its day (I-6). */
export function endOfText(text: string): number | undefined {
  return momentOfIso(text)?.last;
}

function momentOfIso(text: string): { first: number; last: number } | undefined {
  const match = isoMoment.exec(text);
  if (!match) return undefined;
  const part = (n: number): number => Number(match[n] ?? 0);
  const serial = serialOfCivil({ year: part(1), month: part(2), day: part(3) });
  if (serial === undefined || part(4) > 23 || part(5) > 59) return undefined;
  if (match[4] === undefined) return { first: startOfDay(serial), last: endOfDay(serial) };
  const moment = startOfDay(serial) + part(4) * 3600 + part(5) * 60;
  return { first: moment, last: moment };
}

/** The whole months that the moments `first` to `last` touch. */
export function wholeMonths(first: number, last: number): Period {
  const from = civilOfSerial(dayOfMoment(first));
  const to = civilOfSerial(dayOfMoment(last));
  const firstDay = serialOfCivil({ ...from, day: 1 }) ?? dayOfMoment(first);
  const lastDay =
    serialOfCivil({ ...to, day: daysInMonth(to.year, to.month) }) ?? dayOfMoment(last);
  return { from: startOfDay(firstDay), to: endOfDay(lastDay) };
}

/** The calendar months of a period, each with its part of it. */
export function monthsOf({ from, to }: Period): Period[] {
  const months: Period[] = [];
  for (let month = wholeMonths(from, from); month.from <= to; month = monthAfter(month)) {
    months.push({ from: Math.max(month.from, from), to: Math.min(month.to, to) });
  }
  return months;
}

function monthAfter({ to }: Period): Period {
  return wholeMonths(to + 1, to + 1);
}

/** `2024-03-01 to 2024-03-31`. */
export function periodText(period: Period): string {
  return `${periodFromText(period)} to ${periodToText(period)}`;
}

/** `YYYY-MM-DD`, with the time where it does not start its day. */
export function periodFromText(period: Period): string {
  return momentText(period.from);
}

/** `YYYY-MM-DD`, with the time where it does not end its day. */
export function periodToText(period: Period): string {
  const isDayEnd = period.to % SECONDS_PER_DAY === SECONDS_PER_DAY - 1;
  if (isDayEnd) return momentText(period.to - SECONDS_PER_DAY + 1);
  const isDayStart = period.to % SECONDS_PER_DAY === 0;
  return isDayStart ? `${momentText(period.to)}T00:00` : momentText(period.to);
}
