/** Cell → cents: what a cell of an amount column means, in every way that exports write money. */
import { CENTS_MAX } from '../core/cents';
import { centsOfNumber } from '../core/rate';
import {
  AMOUNT_TEXT_MAX,
  isBlank,
  isErrorText,
  isNothingMark,
  isSpaceCode,
  plainBlanks,
  trimText,
} from './cellMarks';
import { readDecorations } from './readDecorations';

/**
 * What is known of a column's decimal mark. `open`: the column is still being read.
 * `none`: no cell shows it. `torn`: as many cells show one as the other.
 */
export type DecimalMark = 'open' | '.' | ',' | 'none' | 'torn';

export interface AmountStyle {
  readonly mark: DecimalMark;
  /** Sign of an amount with CR behind it: -1 where the table lists charges, 1 where payments. */
  readonly creditSign: 1 | -1;
}

/** Millionths of a cent: the unit in which what is rounded away is added up exactly. */
export const PARTS_PER_CENT = 1e6;

export interface Amount {
  readonly outcome: 'amount';
  readonly cents: number;
  /** What rounding took away, in millionths of a cent; 0 for float dust (A7, A8). */
  readonly lostParts: number;
  readonly asText: boolean;
  /** A dash or N/A was read as 0. */
  readonly zeroMark: boolean;
  /** A lone comma was read as a thousands mark. */
  readonly thousands: boolean;
  /** `$`, `C$`, `€` …; empty where none is written. */
  readonly currency: string;
  /** The decimal mark that this cell shows without doubt; empty where it shows none. */
  readonly shows: '' | '.' | ',';
}

export type AmountFault =
  'AMOUNT_NOT_A_NUMBER' | 'AMOUNT_AMBIGUOUS' | 'AMOUNT_TOO_LARGE' | 'CELL_ERROR';

export type AmountCell =
  | Amount
  /** Only the rest of the column can tell which mark is the decimal one. */
  | { readonly outcome: 'open' }
  | { readonly outcome: 'blank' }
  | { readonly outcome: 'fault'; readonly code: AmountFault };

const blank: AmountCell = { outcome: 'blank' };
const open: AmountCell = { outcome: 'open' };
const notANumber: AmountCell = { outcome: 'fault', code: 'AMOUNT_NOT_A_NUMBER' };
const ambiguous: AmountCell = { outcome: 'fault', code: 'AMOUNT_AMBIGUOUS' };
const tooLarge: AmountCell = { outcome: 'fault', code: 'AMOUNT_TOO_LARGE' };
const errorCell: AmountCell = { outcome: 'fault', code: 'CELL_ERROR' };

/** Reads any cell as whole cents, rounded half away from zero; never throws (A1 to A11, INV-38). */
export function parseAmount(cell: unknown, style: AmountStyle): AmountCell {
  if (typeof cell === 'number') return amountOfNumber(cell);
  if (typeof cell === 'string') return amountOfText(cell, style);
  return isBlank(cell) ? blank : notANumber;
}

/** The mark of a column from how many of its cells show a point and how many a comma. */
export function decimalMark(points: number, commas: number): DecimalMark {
  if (points === commas) return points === 0 ? 'none' : 'torn';
  return points > commas ? '.' : ',';
}

function amountOfNumber(dollars: number): AmountCell {
  const read = centsOfNumber(dollars);
  if (read === undefined) return Number.isNaN(dollars) ? notANumber : tooLarge;
  const lost = read.rounded ? (dollars * 100 - read.cents) * PARTS_PER_CENT : 0;
  return { ...plain, cents: read.cents, lostParts: Math.round(lost) || 0 };
}

const plain: Amount = {
  outcome: 'amount',
  cents: 0,
  lostParts: 0,
  asText: false,
  zeroMark: false,
  thousands: false,
  currency: '',
  shows: '',
};

function amountOfText(text: string, style: AmountStyle): AmountCell {
  const trimmed = trimText(text);
  if (trimmed === '') return blank;
  if (isErrorText(trimmed)) return errorCell;
  if (isNothingMark(trimmed)) return { ...plain, asText: true, zeroMark: true };
  if (trimmed.length > AMOUNT_TEXT_MAX) return notANumber;
  const written = readDecorations(plainBlanks(trimmed));
  if (written === undefined) return notANumber;
  const digits = splitDigits(written.digits, style.mark);
  if (typeof digits === 'string') return digits === 'open' ? open : faults[digits];
  const sign = written.side === '' ? written.sign : sideSign(written.side, style.creditSign);
  return centsOfDigits(digits, sign, written.currency);
}

const faults = { ambiguous, malformed: notANumber } as const;

function sideSign(side: 'CR' | 'DR', creditSign: 1 | -1): number {
  return side === 'CR' ? creditSign : -creditSign;
}

interface Digits {
  readonly whole: string;
  readonly fraction: string;
  readonly shows: '' | '.' | ',';
  readonly thousands: boolean;
}
type DigitsOrWhy = Digits | 'open' | 'ambiguous' | 'malformed';

/** Cuts digits with marks, such as `1.234,56`, at the decimal mark. */
function splitDigits(digits: string, mark: DecimalMark): DigitsOrWhy {
  const points = countOf(digits, '.');
  const commas = countOf(digits, ',');
  if (points + commas === 0) return cut(digits, '', '');
  if (points > 0 && commas > 0) {
    const last = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
    return cut(digits, last, last);
  }
  const only = points > 0 ? '.' : ',';
  if (points + commas > 1) return cut(digits, '', only === '.' ? ',' : '.');
  return splitAtOnlyMark(digits, only, mark);
}

/** One mark, once: `12.50` and `1 234,56` speak for themselves, `1.234` and `1,23` do not (A3). */
function splitAtOnlyMark(digits: string, only: '.' | ',', mark: DecimalMark): DigitsOrWhy {
  const place = digits.indexOf(only);
  const mayGroup =
    place > 0 && place <= 3 && digits.length - place === 4 && !digits.startsWith('0');
  const hasOtherGroups = hasGroupBlank(digits);
  if (hasOtherGroups || (only === '.' && !mayGroup)) return cut(digits, only, only);
  if (mark === 'open') return 'open';
  if (mark === only) return cut(digits, only, '');
  if (!mayGroup || mark === 'torn') return 'ambiguous';
  if (mark !== 'none') return cut(digits, '', '');
  if (only === '.') return 'ambiguous';
  const grouped = cut(digits, '', '');
  return typeof grouped === 'string' ? grouped : { ...grouped, thousands: true };
}

function cut(digits: string, decimal: '' | '.' | ',', shows: '' | '.' | ','): DigitsOrWhy {
  const place = decimal === '' ? digits.length : digits.indexOf(decimal);
  const whole = withoutGroups(digits.slice(0, place));
  const fraction = digits.slice(place + 1);
  if (whole === undefined || !isDigits(fraction)) return 'malformed';
  return { whole, fraction, shows, thousands: false };
}

/** The digits of `1,234,567`; `undefined` where a group has not three digits or marks are mixed. */
function withoutGroups(text: string): string | undefined {
  let digits = '';
  let group = -1;
  let separator = -1;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code >= 0x30 && code <= 0x39) {
      digits += text.charAt(place);
      if (group >= 0) group++;
      continue;
    }
    const startsFirst = group < 0 && place >= 1 && place <= 3;
    const startsNext = group === 3 && code === separator;
    if (!startsFirst && !startsNext) return undefined;
    separator = code;
    group = 0;
  }
  return group < 0 || group === 3 ? digits : undefined;
}

/** Digits before the decimal mark beyond which no amount is exact. */
const WHOLE_DIGITS_MAX = 14;

function centsOfDigits(digits: Digits, sign: number, currency: string): AmountCell {
  const whole = withoutLeadingZeros(digits.whole);
  if (whole.length > WHOLE_DIGITS_MAX) return tooLarge;
  const hundredths = digits.fraction.slice(0, 2).padEnd(2, '0');
  const rest = digits.fraction.slice(2);
  const roundsUp = rest >= '5' ? 1 : 0;
  const cents = Number(whole) * 100 + Number(hundredths) + roundsUp;
  if (cents > CENTS_MAX) return tooLarge;
  const lost = rest === '' ? 0 : Math.round((Number(`0.${rest}`) - roundsUp) * PARTS_PER_CENT);
  return {
    ...plain,
    cents: sign * cents || 0,
    lostParts: sign * lost || 0,
    asText: true,
    thousands: digits.thousands,
    currency,
    shows: digits.shows,
  };
}

function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (start < digits.length && digits.charCodeAt(start) === 0x30) start++;
  return digits.slice(start);
}

function countOf(text: string, mark: string): number {
  let count = 0;
  for (let place = 0; place < text.length; place++) if (text.charAt(place) === mark) count++;
  return count;
}

function hasGroupBlank(digits: string): boolean {
  for (let place = 0; place < digits.length; place++) {
    const code = digits.charCodeAt(place);
    if (isSpaceCode(code) || code === 0x27 || code === 0x2019) return true;
  }
  return false;
}

function isDigits(text: string): boolean {
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
