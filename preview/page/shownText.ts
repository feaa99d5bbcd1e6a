/** What a cell shows: the host's text, the colour that its number format names, and # where a number has no room. */
import {
  CellError,
  displayText,
  type CellStyle,
  type CellValue,
  type HostWorkbook,
} from '../../host/index';
import { textWidth } from './measure';

/** The colours that a number format can name [doc: number format codes]. */
const NAMED_COLORS: ReadonlyMap<string, string> = new Map([
  ['black', '#000000'],
  ['blue', '#0000FF'],
  ['cyan', '#00FFFF'],
  ['green', '#00FF00'],
  ['magenta', '#FF00FF'],
  ['red', '#FF0000'],
  ['white', '#FFFFFF'],
  ['yellow', '#FFFF00'],
]);

/** The text of a value in a number format. */
export function shownText(
  workbook: HostWorkbook,
  value: CellValue | undefined,
  format: string,
): string {
  return displayText(value, format, workbook.date1904);
}

/** The colour that the format gives to a number, such as that of `[Red]-0.00`. */
export function formatColor(value: CellValue | undefined, format: string): string | undefined {
  if (typeof value !== 'number' || !format.includes('[')) return undefined;
  const sections = format.split(';');
  const section = sections[value < 0 ? 1 : value === 0 ? 2 : 0] ?? sections[0] ?? '';
  const name = /\[(black|blue|cyan|green|magenta|red|white|yellow)\]/i.exec(section)?.[1];
  return name === undefined ? undefined : NAMED_COLORS.get(name.toLowerCase());
}

/** A number that is too wide: fewer decimals in format General, else a row of # [doc: General format]. */
export function fittedNumber(text: string, value: number, style: CellStyle, room: number): string {
  if (textWidth(text, style.font) <= room) return text;
  if (/^general$/i.test(style.numberFormat) && text.includes('.')) {
    const whole = text.replace(/\..*$/, '').length;
    for (let digits = text.length - whole - 2; digits >= 0; digits -= 1) {
      const shorter = String(Number(value.toFixed(digits)));
      if (textWidth(shorter, style.font) <= room) return shorter;
    }
  }
  return '#'.repeat(Math.max(1, Math.floor(room / Math.max(textWidth('#', style.font), 1))));
}

/** Where a value stands that nobody aligned: text left, numbers right, the rest in the middle. */
export function ownSide(value: CellValue | undefined): 'left' | 'right' | 'center' {
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || value instanceof CellError ? 'center' : 'left';
}

/** What is edited: the formula, or the value as one would type it. */
export function entryText(
  workbook: HostWorkbook,
  value: CellValue | undefined,
  format: string,
): string {
  if (typeof value !== 'number') return shownText(workbook, value, 'General');
  // A date or a time is typed as one, a percentage with its sign; other numbers with every digit.
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  if (/[ymdhs]/i.test(codes) && !/general/i.test(codes)) return momentEntry(workbook, value);
  if (codes.includes('%')) return `${String(Number((value * 100).toPrecision(15)))}%`;
  return String(value);
}

function momentEntry(workbook: HostWorkbook, value: number): string {
  const day = shownText(workbook, Math.floor(value), 'm/d/yyyy');
  const time = shownText(workbook, value, 'h:mm:ss AM/PM');
  if (value < 1) return time;
  return Number.isInteger(value) ? day : `${day} ${time}`;
}
