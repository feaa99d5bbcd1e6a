/** The text that a cell shows, for the number formats that ledgers and reports use. */
import { CellError, type CellValue } from './cell';
import { civil } from './dates';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What a cell shows [doc: number format codes]. Fractions and conditions in brackets are not known: such a number shows as General does. */
export function displayText(
  value: CellValue | undefined,
  format: string,
  date1904: boolean,
): string {
  if (value === undefined) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const sections = format.split(';');
  const negative = value < 0 && sections.length > 1;
  const zero = value === 0 && sections.length > 2;
  const section = (zero ? sections[2] : negative ? sections[1] : sections[0]) ?? '';
  const bare = section.replace(/\[[^\]]*\]|_.|\*./g, '');
  if (bare === '' && sections.length > 1) return '';
  if (/^general$/i.test(bare) || bare === '@' || bare === '') return generalText(value);
  const plain = bare.replace(/"[^"]*"|\\./g, '');
  if (/[ymdhs]/i.test(plain)) return value < 0 ? '########' : momentText(value, bare, date1904);
  return numberText(negative ? -value : value, bare) ?? generalText(value);
}

/** A number as format General shows it: 11 characters at most [doc: General format]. */
export function generalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, 'e')
      .replace('e', 'E')
      .replace(/E([+-])(\d)$/, 'E$10$2');
  }
  const whole = Math.trunc(size).toString().length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

function numberText(value: number, format: string): string | undefined {
  const body = /[0#?](?:[0#?,.]*[0#?])?,*/.exec(format)?.[0];
  if (body === undefined) return unquoted(format);
  const [start, end] = format.split(body);
  if (/E[+-]/.test(format) || /\//.test(format)) return undefined;
  const scaled = value * (format.includes('%') ? 100 : 1);
  const [whole = '', decimals = ''] = body.replace(/,+$/, '').split('.');
  const places = decimals.length;
  const [digits = '', fraction = ''] = Math.abs(scaled).toFixed(Math.min(places, 20)).split('.');
  const least = (whole.match(/0/g) ?? []).length;
  const padded = (least === 0 && digits === '0' ? '' : digits).padStart(least, '0');
  const grouped = whole.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  const optional = (decimals.match(/[#?]+$/)?.[0] ?? '').length;
  const kept = fraction.replace(new RegExp(`0{0,${optional}}$`), '');
  const shown = places > 0 ? `${grouped}.${kept}` : grouped;
  const sign = scaled < 0 && Number(scaled.toFixed(places)) !== 0 ? '-' : '';
  return `${sign}${unquoted(start ?? '')}${shown}${unquoted(end ?? '')}`;
}

function unquoted(text: string): string {
  return text.replace(
    /"([^"]*)"|\\(.)/g,
    (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '',
  );
}

function momentText(serial: number, format: string, date1904: boolean): string {
  const at = civil(serial, date1904);
  const half = /AM\/PM|A\/P/i.test(format);
  const hour = at.getUTCHours();
  const two = (number: number): string => String(number).padStart(2, '0');
  let afterHour = false;
  return format.replace(
    /"[^"]*"|\\.|yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|AM\/PM|A\/P/gi,
    (token, place: number) => {
      const kind = token.toLowerCase();
      const minutes = afterHour || /^[^a-z]*s/i.test(format.slice(place + token.length));
      if (kind.startsWith('h')) afterHour = true;
      else if (/^[smyd]/.test(kind)) afterHour = false;
      switch (kind) {
        case 'yyyy':
          return String(at.getUTCFullYear());
        case 'yy':
          return two(at.getUTCFullYear() % 100);
        case 'mmmm':
          return at.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' });
        case 'mmm':
          return MONTHS[at.getUTCMonth()] ?? '';
        case 'mm':
          return two(minutes ? at.getUTCMinutes() : at.getUTCMonth() + 1);
        case 'm':
          return String(minutes ? at.getUTCMinutes() : at.getUTCMonth() + 1);
        case 'dddd':
          return at.toLocaleString('en-US', { weekday: 'long', timeZone: 'UTC' });
        case 'ddd':
          return at.toLocaleString('en-US', { weekday: 'short', timeZone: 'UTC' });
        case 'dd':
          return two(at.getUTCDate());
        case 'd':
          return String(at.getUTCDate());
        case 'hh':
          return two(half ? hour % 12 || 12 : hour);
        case 'h':
          return String(half ? hour % 12 || 12 : hour);
        case 'ss':
          return two(at.getUTCSeconds());
        case 's':
          return String(at.getUTCSeconds());
        case 'am/pm':
          return hour < 12 ? 'AM' : 'PM';
        case 'a/p':
          return hour < 12 ? 'A' : 'P';
        default:
          return unquoted(token);
      }
    },
  );
}
