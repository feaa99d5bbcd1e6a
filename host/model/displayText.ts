/** The text that a cell shows, for the number formats that ledgers and reports use. */
import { CellError, type CellValue } from './cell';
import { civil } from './dates';

/**
 * What a cell shows [doc: number format codes]. Fractions, exponents and conditions in brackets are not known: such a number
 * shows as format General does.
 */
export function displayText(
  value: CellValue | undefined,
  format: string,
  date1904: boolean,
): string {
  if (value === undefined) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : numberShown(value, format, date1904);
}

function numberShown(value: number, format: string, date1904: boolean): string {
  const sections = format.split(';');
  const at = value < 0 ? 1 : value === 0 ? 2 : 0;
  const own = sections[at];
  const section = (own ?? sections[0] ?? '').replace(/\[[^\]]*\]|_.|\*./g, '');
  if (section === '' && sections.length > 1) return '';
  if (/^(?:|@|general)$/i.test(section)) return generalText(value);
  const codes = section.replace(/"[^"]*"|\\./g, '');
  if (/[ymdhs]/i.test(codes)) return value < 0 ? '########' : momentText(value, section, date1904);
  // A section of its own for negative numbers says itself how the minus looks.
  return numberText(at === 1 && own !== undefined ? -value : value, section) ?? generalText(value);
}

/** A number as format General shows it: 11 characters at most [doc: General format]. */
function generalText(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e11) return String(value);
  if (size < 1e11 && size >= 1e-9) {
    const whole = Math.trunc(size).toString().length;
    return String(Number(value.toFixed(Math.max(0, 10 - whole))));
  }
  const [digits = '', power = ''] = value.toExponential(5).split('e');
  const sign = power.startsWith('-') ? '-' : '+';
  return `${String(Number(digits))}E${sign}${power.slice(1).padStart(2, '0')}`;
}

function numberText(value: number, format: string): string | undefined {
  const body = /[0#?](?:[0#?,.]*[0#?])?/.exec(format)?.[0];
  if (body === undefined) return unquoted(format);
  if (/E[+-]|\//.test(format)) return undefined;
  const [start = '', end = ''] = format.split(body);
  const scaled = value * (format.includes('%') ? 100 : 1);
  const [whole = '', decimals = ''] = body.split('.');
  const fixed = Math.abs(scaled).toFixed(Math.min(decimals.length, 20));
  const sign = scaled < 0 && Number(fixed) !== 0 ? '-' : '';
  return `${sign}${unquoted(start)}${digitsShown(fixed, whole, decimals)}${unquoted(end)}`;
}

function digitsShown(fixed: string, whole: string, decimals: string): string {
  const [digits = '', fraction = ''] = fixed.split('.');
  const least = whole.replace(/[^0]/g, '').length;
  const padded = (least === 0 && digits === '0' ? '' : digits).padStart(least, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  if (decimals === '') return grouped;
  const optional = /[#?]*$/.exec(decimals)?.[0].length ?? 0;
  return `${grouped}.${fraction.replace(new RegExp(`0{0,${optional}}$`), '')}`;
}

function unquoted(text: string): string {
  return text.replace(
    /"([^"]*)"|\\(.)/g,
    (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '',
  );
}

/** The parts of a moment by their codes; m is a minute after an hour or before a second [doc: date and time formats]. */
function momentText(serial: number, format: string, date1904: boolean): string {
  const at = civil(serial, date1904);
  const half = /AM\/PM|A\/P/i.test(format);
  let afterHour = false;
  return format.replace(
    /"[^"]*"|\\.|y+|m+|d+|h+|s+|AM\/PM|A\/P/gi,
    (token: string, place: number) => {
      const code = token.toLowerCase();
      const beforeSecond = /^[^a-z]*s/i.test(format.slice(place + token.length));
      const isMinute = code.startsWith('m') && code.length < 3 && (afterHour || beforeSecond);
      if (/^[ymdhs]/.test(code)) afterHour = code.startsWith('h');
      const part = PARTS.get(isMinute ? `minute ${code}` : code);
      return part === undefined ? unquoted(token) : part(at, half);
    },
  );
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function named(at: Date, options: Intl.DateTimeFormatOptions): string {
  return at.toLocaleString('en-US', { ...options, timeZone: 'UTC' });
}

function hour(at: Date, half: boolean): number {
  const full = at.getUTCHours();
  if (!half) return full;
  return full % 12 === 0 ? 12 : full % 12;
}

const PARTS: ReadonlyMap<string, (at: Date, half: boolean) => string> = new Map<
  string,
  (at: Date, half: boolean) => string
>([
  ['yyyy', (at) => String(at.getUTCFullYear())],
  ['yy', (at) => two(at.getUTCFullYear() % 100)],
  ['mmmm', (at) => named(at, { month: 'long' })],
  ['mmm', (at) => named(at, { month: 'short' })],
  ['mm', (at) => two(at.getUTCMonth() + 1)],
  ['m', (at) => String(at.getUTCMonth() + 1)],
  ['minute mm', (at) => two(at.getUTCMinutes())],
  ['minute m', (at) => String(at.getUTCMinutes())],
  ['dddd', (at) => named(at, { weekday: 'long' })],
  ['ddd', (at) => named(at, { weekday: 'short' })],
  ['dd', (at) => two(at.getUTCDate())],
  ['d', (at) => String(at.getUTCDate())],
  ['hh', (at, half) => two(hour(at, half))],
  ['h', (at, half) => String(hour(at, half))],
  ['ss', (at) => two(at.getUTCSeconds())],
  ['s', (at) => String(at.getUTCSeconds())],
  ['am/pm', (at) => (at.getUTCHours() < 12 ? 'AM' : 'PM')],
  ['a/p', (at) => (at.getUTCHours() < 12 ? 'A' : 'P')],
]);
