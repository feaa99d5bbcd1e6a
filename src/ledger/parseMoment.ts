/** Cell → moment: what a cell of a date column means, in every way that exports write dates. */
import { DAYS_1904, momentOfSerial, serialOfCivil, startOfDay } from '../core/day';
import {
  AMOUNT_TEXT_MAX,
  isBlank,
  isErrorText,
  isNothingMark,
  plainBlanks,
  trimText,
} from './cellMarks';
import { readTime } from './readTime';

/**
 * Which part of `3/5/2024` is the day. `open`: the column is still being read.
 * `unknown`: no cell of the column shows it, or cells contradict each other. `year first`: a mapping says
 * that 24/03/05 is the fifth of March.
 */
export type DayOrder = 'open' | 'day first' | 'month first' | 'year first' | 'unknown';

export interface MomentStyle {
  /** The workbook counts days from 1904 (B3). */
  readonly date1904: boolean;
  readonly order: DayOrder;
  /** Whether 20240305 is a date: only where the whole column is written so (B9). */
  readonly compact: 'open' | 'yes' | 'no';
}

export interface Moment {
  readonly outcome: 'moment';
  /** Whole seconds since 1899-12-30, by the clock that the cell shows. */
  readonly moment: number;
  readonly asText: boolean;
  /** A time zone stands behind the time; the wall clock was kept (B13). */
  readonly zoneIgnored: boolean;
  /** The year has two digits: 29 is 2029, 30 is 1930 (B8). */
  readonly shortYear: boolean;
  /** The order of day and month that this cell shows without doubt; empty where it shows none. */
  readonly shows: '' | 'day first' | 'month first';
}

export type MomentFault = 'DATE_NOT_A_DATE' | 'DATE_AMBIGUOUS' | 'CELL_ERROR';

export type MomentCell =
  | Moment
  /** Only the rest of the column can tell what the cell means. */
  | { readonly outcome: 'open'; readonly why: 'order' | 'compact' }
  | { readonly outcome: 'blank' }
  | { readonly outcome: 'fault'; readonly code: MomentFault };

const blank: MomentCell = { outcome: 'blank' };
const openOrder: MomentCell = { outcome: 'open', why: 'order' };
const openCompact: MomentCell = { outcome: 'open', why: 'compact' };
const notADate: MomentCell = { outcome: 'fault', code: 'DATE_NOT_A_DATE' };
const ambiguous: MomentCell = { outcome: 'fault', code: 'DATE_AMBIGUOUS' };
const errorCell: MomentCell = { outcome: 'fault', code: 'CELL_ERROR' };

/** Reads any cell as a moment; a dash or N/A is blank; never throws (B1 to B13, INV-38). */
export function parseMoment(cell: unknown, style: MomentStyle): MomentCell {
  if (typeof cell === 'number') return momentOfNumber(cell, style);
  if (typeof cell === 'string') return momentOfText(cell, style);
  return isBlank(cell) ? blank : notADate;
}

/** The order of a column from how many of its cells show each; one cell against it leaves doubt. */
export function dayOrder(dayFirst: number, monthFirst: number): DayOrder {
  if (dayFirst > 0 && monthFirst === 0) return 'day first';
  return monthFirst > 0 && dayFirst === 0 ? 'month first' : 'unknown';
}

/** The moment of a serial number in the workbook's date system; `undefined` where it is no date. */
export function momentOfCell(serial: number, date1904: boolean): number | undefined {
  if (serial < 0) return undefined;
  return momentOfSerial(date1904 ? serial + DAYS_1904 : serial);
}

function momentOfNumber(serial: number, style: MomentStyle): MomentCell {
  const moment = momentOfCell(serial, style.date1904);
  if (moment !== undefined) return { ...plain, moment, asText: false };
  return compactMoment(String(serial), style, false);
}

const plain: Moment = {
  outcome: 'moment',
  moment: 0,
  asText: true,
  zoneIgnored: false,
  shortYear: false,
  shows: '',
};

function momentOfText(text: string, style: MomentStyle): MomentCell {
  const trimmed = trimText(text);
  if (trimmed === '' || isNothingMark(trimmed)) return blank;
  if (isErrorText(trimmed)) return errorCell;
  if (trimmed.length > AMOUNT_TEXT_MAX) return notADate;
  const bare = plainBlanks(trimmed.startsWith("'") ? trimmed.slice(1) : trimmed);
  if (bare.length === 8 && isCompactText(bare)) return compactMoment(bare, style, true);
  const written = readDay(withoutWeekday(bare));
  return written === undefined ? notADate : momentOfParts(written, style);
}

function isCompactText(text: string): boolean {
  return /^\d{8}$/.test(text);
}

function compactMoment(digits: string, style: MomentStyle, asText: boolean): MomentCell {
  if (!isCompactText(digits)) return notADate;
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const serial = serialOfCivil({ year, month, day: Number(digits.slice(6)) });
  if (serial === undefined || style.compact === 'no') return notADate;
  if (style.compact === 'open') return openCompact;
  return { ...plain, moment: startOfDay(serial), asText };
}

/** The parts of a date as written; `month` and `day` may have to change places. */
interface DayParts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
  /** Day and month are two plain numbers before the year. */
  readonly isNumeric: boolean;
  readonly time: string;
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const dayThenName = /^(\d{1,2})[-/. ]? ?([A-Za-z]{3,9})\.?,?[-/ ]? ?(\d{4}|\d{2})(?!\d)/;
const nameThenDay = /^([A-Za-z]{3,9})\.?[-/ ]?(\d{1,2})(?:, ?|[-/ ])(\d{4}|\d{2})(?!\d)/;

/** Finds year, month and day at the start of a text. */
function readDay(text: string): DayParts | undefined {
  const iso = yearFirst.exec(text);
  if (iso) return dayParts(text, iso, [1, 3, 4]);
  const slashed = yearLast.exec(text);
  if (slashed) return { ...dayParts(text, slashed, [4, 1, 3]), isNumeric: true };
  const dayNamed = dayThenName.exec(text);
  if (dayNamed) return dayParts(text, dayNamed, [3, 2, 1]);
  const named = nameThenDay.exec(text);
  return named ? dayParts(text, named, [3, 1, 2]) : undefined;
}

function dayParts(
  text: string,
  match: RegExpExecArray,
  [year, month, day]: readonly [number, number, number],
): DayParts {
  return {
    year: match[year] ?? '',
    month: monthNumber(match[month] ?? ''),
    day: Number(match[day]),
    isNumeric: false,
    time: text.slice(match[0].length),
  };
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 to 12 for `Mar`, `Sept`, `March` or a number; 0 where it is no month. */
function monthNumber(text: string): number {
  if (text.charCodeAt(0) < 0x3a) return Number(text);
  const name = text.toLowerCase();
  const isShort = name.length === 3 || name === 'sept';
  return monthNames.findIndex((month) => month === name || (isShort && month.startsWith(name))) + 1;
}

const weekdays = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]{0,2} /i;

function withoutWeekday(text: string): string {
  return text.replace(weekdays, '');
}

function momentOfParts(parts: DayParts, style: MomentStyle): MomentCell {
  const time = readTime(parts.time);
  if (time === undefined) return notADate;
  if (parts.isNumeric && style.order === 'year first') return yearFirstMoment(parts, time);
  const shows = parts.isNumeric ? orderShown(parts) : '';
  if (shows === 'unclear' && style.order === 'open') return openOrder;
  if (shows === 'unclear' && style.order === 'unknown') return ambiguous;
  const order = shows === 'unclear' ? style.order : shows;
  const shortYear = parts.year.length === 2;
  const year = Number(parts.year) + (shortYear ? century(Number(parts.year)) : 0);
  const { month, day } = parts;
  const civil = order === 'day first' ? { year, month: day, day: month } : { year, month, day };
  const serial = serialOfCivil(civil);
  if (serial === undefined) return notADate;
  return {
    ...plain,
    moment: startOfDay(serial) + time.seconds,
    zoneIgnored: time.zoneIgnored,
    shortYear,
    shows: shows === 'unclear' ? '' : shows,
  };
}

/** `24/03/05`: the first number is the year; one with a year of four digits at its end is none. */
function yearFirstMoment(
  { year, month, day }: DayParts,
  { seconds, zoneIgnored }: { readonly seconds: number; readonly zoneIgnored: boolean },
): MomentCell {
  if (year.length !== 2) return notADate;
  const civil = { year: month + century(month), month: day, day: Number(year) };
  const serial = serialOfCivil(civil);
  if (serial === undefined) return notADate;
  return { ...plain, moment: startOfDay(serial) + seconds, zoneIgnored, shortYear: true };
}

/** `month` holds the first number, `day` the second; a number above 12 can only be a day. */
function orderShown({ month, day }: DayParts): Moment['shows'] | 'unclear' {
  if (month > 12) return 'day first';
  if (day > 12) return 'month first';
  return month === day ? '' : 'unclear';
}

/** Excel's rule for two digits of a year (B8). */
function century(year: number): number {
  return year < 30 ? 2000 : 1900;
}
