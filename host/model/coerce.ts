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
  const fraction = /^([+-]?)(\d{1,9}) (\d{1,3})\/(\d{1,3})$/.exec(bare);
  if (fraction) {
    const [, sign, whole, top, bottom] = fraction;
    const value = Number(whole) + Number(top) / Number(bottom);
    if (!Number.isFinite(value)) return undefined;
    return { value: sign === '-' ? -value : value, numberFormat: '# ?/?' };
  }
  const bracketed = /^\((.*)\)$/.exec(bare);
  const inner = bracketed?.[1] ?? bare;
  const parts =
    /^([+-]?)\s*(\$?)\s*([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)?)((?:\.\d*)?)((?:e[+-]?\d+)?)\s*(%?)$/i.exec(
      inner,
    );
  if (!parts) return undefined;
  const [, sign, currency, inside, whole = '', decimals = '', exponent = '', percent] = parts;
  if (!/\d/.test(whole + decimals) || (bracketed && (sign || inside)) || (sign && inside)) {
    return undefined;
  }
  const size = Number(`${whole.replaceAll(',', '') || '0'}${decimals}${exponent}`);
  if (!Number.isFinite(size)) return undefined;
  const negative = sign === '-' || inside === '-' || bracketed !== null;
  const scaled = percent ? size / 100 : size;
  const format = numberFormatOf({
    currency: currency !== '',
    percent: percent !== '',
    commas: whole.includes(','),
    exponent: exponent !== '',
    decimals: decimals.length > 1,
  });
  const value = negative && scaled !== 0 ? -scaled : scaled;
  return format === undefined ? { value } : { value, numberFormat: format };
}

function numberFormatOf(shape: {
  currency: boolean;
  percent: boolean;
  commas: boolean;
  exponent: boolean;
  decimals: boolean;
}): string | undefined {
  if (shape.exponent) return '0.00E+00';
  if (shape.percent) return shape.decimals ? '0.00%' : '0%';
  if (shape.currency) {
    return shape.decimals ? '$#,##0.00_);[Red]($#,##0.00)' : '$#,##0_);[Red]($#,##0)';
  }
  if (shape.commas) return shape.decimals ? '#,##0.00' : '#,##0';
  return undefined;
}

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
  const parts = /^(\d{1,4})(?::(\d{2})(?::(\d{2})(\.\d{1,3})?)?)? ?(am|pm|a|p)?$/i.exec(bare);
  if (!parts) return undefined;
  const [, hourText, minuteText, secondText, fraction, half] = parts;
  if (minuteText === undefined && half === undefined) return undefined;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0) + Number(fraction ?? 0);
  if (minute > 59 || second >= 60 || (half !== undefined && (hour < 1 || hour > 12))) {
    return undefined;
  }
  const afternoon = half !== undefined && /^p/i.test(half);
  const hours = half === undefined ? hour : (hour % 12) + (afternoon ? 12 : 0);
  const value = (hours * 3600 + minute * 60 + second) / 86_400;
  if (half === undefined && hour > 23) return { value, numberFormat: '[h]:mm:ss' };
  const seconds = secondText === undefined ? '' : ':ss';
  return { value, numberFormat: `h:mm${seconds}${half === undefined ? '' : ' AM/PM'}` };
}
