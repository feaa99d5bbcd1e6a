/** What Excel makes of text that is written or typed into a cell, with English (US) settings. */
import { CellError, TEXT_MAX, type CellValue } from './cell';
import { daySerial } from './dates';

/** What a cell becomes: empty, a value, or a formula; and the number format that Excel gives a cell of format General. */
export interface Entry {
  readonly value?: CellValue;
  /** With its "=". */
  readonly formula?: string;
  readonly numberFormat?: string;
}

/** What the reading of text depends on. */
export interface EntryContext {
  /** The number format that the cell has. */
  readonly numberFormat: string;
  readonly date1904: boolean;
  /** The year of a date that names none. */
  readonly year: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** No number, date or boolean is written in more characters than this. */
const SHAPED_MAX = 64;

/** Reads text as Excel does. Text longer than a cell holds is refused by the caller, see isTooLong. */
export function readEntry(text: string, context: EntryContext): Entry {
  if (text === '') return {};
  // A leading apostrophe is eaten and what follows is text [doc: Range.values; issue #6687], also in a text cell [unverified].
  if (text.startsWith("'")) return text.length === 1 ? {} : { value: text.slice(1) };
  // A cell of format Text keeps what is written [doc: format numbers as text].
  if (context.numberFormat === '@') return { value: text };
  if (text.length > SHAPED_MAX && !/^[=+-]/.test(text)) return { value: text };
  return shaped(text, context) ?? formulaEntry(text) ?? { value: text };
}

/** Whether a cell cannot hold the text [doc: Excel specifications and limits]. */
export function isTooLong(text: string): boolean {
  return text.length > TEXT_MAX;
}

/** Text that starts with = + - is a formula [doc: Range.values]; a lone sign is text [unverified]. */
function formulaEntry(text: string): Entry | undefined {
  if (!/^[=+-]./s.test(text)) return undefined;
  return { formula: text.startsWith('=') ? text : `=${text}` };
}

function shaped(text: string, context: EntryContext): Entry | undefined {
  if (text.length > SHAPED_MAX) return undefined;
  const bare = text.trim();
  if (/^(true|false)$/i.test(bare)) return { value: bare.toLowerCase() === 'true' };
  const error = CellError.named(bare.toUpperCase());
  if (error !== undefined) return { value: error };
  return readNumber(bare) ?? readMoment(bare, context);
}

/** Numbers with thousands commas, currency, percent, brackets for minus, exponent and fraction [unverified: the exact set]. */
function readNumber(bare: string): Entry | undefined {
  return readFraction(bare) ?? readDecimal(bare);
}

function readFraction(bare: string): Entry | undefined {
  const parts = /^([+-]?)(\d{1,9}) (\d{1,3})\/(\d{1,3})$/.exec(bare);
  if (parts === null) return undefined;
  const [, sign, whole, top, bottom] = parts;
  const value = Number(whole) + Number(top) / Number(bottom);
  if (!Number.isFinite(value)) return undefined;
  return { value: sign === '-' ? -value : value, numberFormat: '# ?/?' };
}

function readDecimal(bare: string): Entry | undefined {
  const signed = readSign(bare);
  const parts = signed && decimalParts(signed.digits);
  if (signed === undefined || parts === undefined) return undefined;
  const plain = keptDigits(`${parts.whole.replaceAll(',', '')}${parts.decimals}`);
  const size = Number(`${plain}${parts.exponent}`) / (parts.percent === '' ? 1 : 100);
  if (!Number.isFinite(size)) return undefined;
  const value = signed.negative && size !== 0 ? -size : size;
  const shape = [parts.percent, parts.exponent && 'E', signed.currency, parts.commas].find(Boolean);
  const formats = AUTOMATIC_FORMATS.get(shape ?? '');
  const numberFormat = formats?.[parts.decimals.length > 1 ? 1 : 0];
  return numberFormat === undefined ? { value } : { value, numberFormat };
}

interface DecimalParts {
  readonly whole: string;
  /** With the point. */
  readonly decimals: string;
  /** With its E. */
  readonly exponent: string;
  readonly percent: string;
  readonly commas: string;
}

function decimalParts(digits: string): DecimalParts | undefined {
  const parts =
    /^((?:\d{1,3}(?:,\d{3})+|\d+)?)((?:\.\d*)?)((?:e[+-]?\d+)?)\s*(%?)$/i.exec(digits) ?? [];
  const [, whole = '', decimals = '', exponent = '', percent = ''] = parts;
  if (!/\d/.test(whole + decimals)) return undefined;
  return { whole, decimals, exponent, percent, commas: whole.includes(',') ? ',' : '' };
}

/** One sign at most: before or after a currency sign, or brackets for minus. */
function readSign(
  bare: string,
): { negative: boolean; currency: string; digits: string } | undefined {
  const bracketed = /^\((.+)\)$/.exec(bare);
  const inner = bracketed?.[1] ?? bare;
  const start = /^([+-]?)\s*(\$?)\s*([+-]?)/.exec(inner);
  const [whole = '', before = '', currency = '', after = ''] = start ?? [];
  const marks = `${bracketed === null ? '' : '-'}${before}${after}`;
  if (marks.length > 1) return undefined;
  return { negative: marks === '-', currency, digits: inner.slice(whole.length) };
}

/** Excel keeps 15 digits and makes the rest zeros [doc: Excel specifications and limits, number precision]. */
function keptDigits(digits: string): string {
  let kept = 0;
  return digits.replace(/\d/g, (digit) => {
    if (kept === 0 && digit === '0') return digit;
    kept += 1;
    return kept > 15 ? '0' : digit;
  });
}

/** The format that Excel gives a number by its shape: without and with decimals [unverified]. */
const AUTOMATIC_FORMATS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['%', ['0%', '0.00%']],
  ['E', ['0.00E+00', '0.00E+00']],
  ['$', ['$#,##0_);[Red]($#,##0)', '$#,##0.00_);[Red]($#,##0.00)']],
  [',', ['#,##0', '#,##0.00']],
]);

/** Dates in month-day-year or ISO order, times, and both [doc: Range.values, locale-shaped strings]. */
function readMoment(bare: string, context: EntryContext): Entry | undefined {
  const whole = readDate(bare, context) ?? readTime(bare);
  if (whole !== undefined) return whole;
  const space = bare.search(/ \d{1,2}(?::| ?[ap]m?$)/i);
  if (space < 0) return undefined;
  const date = readDate(bare.slice(0, space).trim(), context);
  const time = readTime(bare.slice(space + 1).trim());
  if (typeof date?.value !== 'number' || typeof time?.value !== 'number') return undefined;
  return { value: date.value + time.value, numberFormat: 'm/d/yyyy h:mm' };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  // Excel's pivot year [doc: how Excel works with two-digit year numbers].
  return digits.length > 2 ? year : year + (year < 30 ? 2000 : 1900);
}

function dated(
  year: number,
  [month, day]: readonly [month: number, day: number],
  numberFormat: string,
  context: EntryContext,
): Entry | undefined {
  const value = daySerial({ year, month, day }, context.date1904);
  return value === undefined ? undefined : { value, numberFormat };
}

function readDate(bare: string, context: EntryContext): Entry | undefined {
  const digits = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(bare);
  if (digits) {
    const [, month, day, year] = digits;
    const at = [Number(month), Number(day)] as const;
    return year === undefined
      ? dated(context.year, at, 'd-mmm', context)
      : dated(fullYear(year), at, 'm/d/yyyy', context);
  }
  const monthYear = /^(\d{1,2})[/-](\d{4})$/.exec(bare);
  if (monthYear) return dated(Number(monthYear[2]), [Number(monthYear[1]), 1], 'mmm-yy', context);
  const iso = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(bare);
  if (iso) {
    return dated(Number(iso[1]), [Number(iso[2]), Number(iso[3])], 'm/d/yyyy', context);
  }
  return readNamedDate(bare, context);
}

function readNamedDate(bare: string, context: EntryContext): Entry | undefined {
  const monthOf = (name: string | undefined): number =>
    MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  const dayFirst = new RegExp(
    `^(\\d{1,2})[ -]?(${MONTH_NAMES})(?:[ -]?(\\d{4}|\\d{2}))?$`,
    'i',
  ).exec(bare);
  if (dayFirst) {
    const [, day, name, year] = dayFirst;
    const at = [monthOf(name), Number(day)] as const;
    return year === undefined
      ? dated(context.year, at, 'd-mmm', context)
      : dated(fullYear(year), at, 'd-mmm-yy', context);
  }
  const monthFirst = new RegExp(`^(${MONTH_NAMES})[ -]?(\\d{1,4})(?:, ?(\\d{4}))?$`, 'i').exec(
    bare,
  );
  if (!monthFirst) return undefined;
  const [, name, number = '', year] = monthFirst;
  const month = monthOf(name);
  if (year !== undefined) {
    return dated(Number(year), [month, Number(number)], 'd-mmm-yy', context);
  }
  if (number.length <= 2 && Number(number) >= 1 && Number(number) <= 31) {
    return dated(context.year, [month, Number(number)], 'd-mmm', context);
  }
  return dated(fullYear(number), [month, 1], 'mmm-yy', context);
}

function readTime(bare: string): Entry | undefined {
  const parts = /^(\d{1,4})(?::(\d{2})(?::(\d{2}(?:\.\d{1,3})?))?)? ?([ap]m?)?$/i.exec(bare);
  const [, hourText, minuteText, secondText, half] = parts ?? [];
  if (hourText === undefined || (minuteText === undefined && half === undefined)) return undefined;
  const hours = readHour(Number(hourText), half);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  if (hours === undefined || minute > 59 || second >= 60) return undefined;
  const value = (hours * 3600 + minute * 60 + second) / 86_400;
  if (hours > 23) return { value, numberFormat: '[h]:mm:ss' };
  const seconds = secondText === undefined ? '' : ':ss';
  return { value, numberFormat: `h:mm${seconds}${half === undefined ? '' : ' AM/PM'}` };
}

/** The hour of a clock with or without AM and PM; undefined for 13 PM. */
function readHour(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}
