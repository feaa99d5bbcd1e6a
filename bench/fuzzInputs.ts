/** What the fuzzer feeds: strings put together by a grammar, header rows, and .xlsx files with damage. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { kinds } from '../src/ledger/allKinds';
import { fullWorkbook } from '../test/host/support/fullWorkbook';

/** Numbers from a seed (Mulberry32): the same input for the same seed. */
export interface Luck {
  below(bound: number): number;
  of<Item>(items: readonly Item[]): Item;
  /** True once in so many times. */
  once(inTimes: number): boolean;
}

export function luckOf(seed: number): Luck {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return { below, of: (items) => items[below(items.length)]!, once: (times) => below(times) === 0 };
}

const anywhere = [
  ...['', ' ', '  ', '\u00a0', '\u202f', '\u2009', '\u200b', '\ufeff', '\t', '\n', '\u0000'],
  ...['__proto__', '#N/A', '#REF!', '####', 'N/A', '-', '\u2014', '\ud83e', '\u202e', '\u0301'],
];
const digits = [
  ...'0 1 2 3 4 5 6 7 8 9'.split(' '),
  '00',
  '000',
  '12',
  '99',
  '1234',
  '\u0661',
  '\uff11',
  '\u00bd',
];
const amountPieces = [
  ...['.', ',', "'", '\u2019', '.', ',', '(', ')', '<', '>', '-', '+', '\u2212', '\u2013', '%'],
  ...['$', 'US$', 'C$', '\u20ac', '\u00a3', 'USD', 'kr', 'CR', 'DR', 'cr', 'Cr.', 'e', 'E5', '0x'],
  ...['Infinity', 'NaN', 'TRUE', '.00', ',50', '1,234', '1.234', '1.234,56', '1,234.56'],
];
const months = 'Jan Feb March apr MAY Jun July Aug Sept oct Nov Dec'.split(' ');
const datePieces = [
  ...['-', '/', '.', ':', ',', 'T', 'Z', ' ', ' ', 'AM', 'pm', 'a.m.', '+05:30', '-0800', 'UTC'],
  ...['2024', '1904', '1900', '24', '30', '31', '29', '13', '2024-02-30', '3/5/2024', '20240305'],
  ...['Mon', 'Tuesday,', 'st', 'nd', 'th', ...months],
];

function textOf(luck: Luck, pieces: readonly string[]): string {
  const length = luck.once(50) ? luck.below(400) : 1 + luck.below(12);
  const parts = Array.from({ length }, () => {
    const from = luck.below(10);
    return luck.of(from < 5 ? digits : from < 9 ? pieces : anywhere);
  });
  // As long as a cell can be, of one piece over and over: what a reader must not walk through twice.
  if (luck.once(2000)) return parts.join('').repeat(32_767).slice(0, 32_767);
  return parts.join('');
}

function cellOf(luck: Luck, pieces: readonly string[]): unknown {
  if (!luck.once(12)) return textOf(luck, pieces);
  const numbers = [
    ...[0, -0, 1, -1, 0.1, 1e-9, 60, 61, 45_357.5, 2_958_465.99, 2_958_466, 20_240_305],
    ...[Number.MAX_SAFE_INTEGER, 1e15, 1e22, 1e300, -1e300, Number.NaN, Number.POSITIVE_INFINITY],
  ];
  const number = luck.of(numbers) * (luck.once(2) ? 1 : luck.below(1e6) / 997);
  return luck.of<unknown>([number, number, number, true, false, null, undefined, {}, []]);
}

export const amountCell = (luck: Luck): unknown => cellOf(luck, amountPieces);
export const dateCell = (luck: Luck): unknown => cellOf(luck, datePieces);

const headers = kinds.flatMap(({ columns }) =>
  Object.values(columns).flatMap(({ header, synonyms = [] }) => [header, ...synonyms]),
);

export function headerRow(luck: Luck): unknown[] {
  const length = luck.once(40) ? luck.below(300) : luck.below(24);
  return Array.from({ length }, () => {
    const word = luck.of(headers);
    const way = luck.below(12);
    if (way < 6) return word;
    if (way === 6) return word.toUpperCase();
    if (way === 7) return ` ${word}${luck.of(anywhere)}`;
    if (way === 8) return word.slice(luck.below(word.length)) + luck.of(amountPieces);
    if (way === 9) return `${luck.of(headers)} ${luck.of(['-', '/', '(', '\n', ''])} ${word}`;
    return way === 10 ? cellOf(luck, headers) : luck.of<unknown>([...anywhere, 7, null, true, {}]);
  });
}

const project = join(process.cwd());

/** Small files, so that many can be opened: those of the catalogue, a sample, one with every kind of part. */
function corpus(): Uint8Array[] {
  const catalogue = join(project, 'test/catalogue');
  const codes = readdirSync(catalogue, { withFileTypes: true }).filter((one) => one.isDirectory());
  const files = codes.map(({ name }) => join(catalogue, name, 'input.xlsx'));
  const sample = join(project, 'samples/aesthetic-month.xlsx');
  const read = [...files, sample].map((file) => new Uint8Array(readFileSync(file)));
  const whole = fullWorkbook();
  return [...read, ...Array.from({ length: read.length }, () => whole)];
}

let books: Uint8Array[] | undefined;
const unzipped = new Map<Uint8Array, Record<string, Uint8Array>>();

function partsOf(book: Uint8Array): Record<string, Uint8Array> {
  const known = unzipped.get(book) ?? unzipSync(book);
  unzipped.set(book, known);
  return known;
}

const strange = [
  ...['', '-1', '0', 'NaN', '1e999', '99999999999', '4294967297', 'A0', 'ZZZZ1', 'A1048577'],
  ...['XFD1048576', 'A1:XFD1048576', '#REF!', '__proto__', 'constructor', '../../x', '<', '&amp;'],
  ...['&#0;', '&#xD800;', '&x;', ']]>', '<!--', '<![CDATA[', '\u0000', 'x'.repeat(5000)],
];

/** A file of the corpus with one to four damages: in the zip, in the bytes of an entry or in its XML. */
export function damagedBook(luck: Luck): Uint8Array {
  books ??= corpus();
  const book = luck.of(books);
  if (luck.once(4)) return damagedBytes(luck, book, 1 + luck.below(4));
  const parts = { ...partsOf(book) };
  for (let times = 1 + luck.below(4); times > 0; times--) damagePart(luck, parts);
  return zipSync(parts, { level: luck.once(3) ? 6 : 0 });
}

function damagePart(luck: Luck, parts: Record<string, Uint8Array>): void {
  const names = Object.keys(parts);
  const name = luck.of(names);
  const bytes = parts[name]!;
  const way = luck.below(12);
  if (way === 0) Reflect.deleteProperty(parts, name);
  else if (way === 1) parts[luck.of(names)] = bytes;
  else if (way === 2)
    parts[`${luck.of(['xl/', '../', '', '/'])}${luck.of(strange).slice(0, 40)}`] = bytes;
  else if (way < 5) parts[name] = damagedBytes(luck, bytes, 1 + luck.below(6));
  else parts[name] = strToU8(damagedXml(luck, strFromU8(bytes)));
}

function damagedBytes(luck: Luck, bytes: Uint8Array, times: number): Uint8Array {
  let made = bytes.slice();
  for (let time = 0; time < times; time++) {
    const at = luck.below(made.length + 1);
    const way = luck.below(8);
    if (way === 0) made = made.slice(0, at);
    else if (way === 1)
      made = new Uint8Array([...made.slice(0, at), ...made.slice(at + luck.below(40))]);
    else if (at < made.length)
      made[at] = way < 5 ? luck.below(256) : made[at]! ^ (1 << luck.below(8));
  }
  return made;
}

function damagedXml(luck: Luck, text: string): string {
  const way = luck.below(6);
  if (way < 2) return replaced(luck, text, /="[^"]*"/g, (value) => `="${value}"`);
  if (way === 2) return replaced(luck, text, />[^<]+</g, (value) => `>${value}<`);
  const from = luck.below(text.length + 1);
  const piece = text.slice(from, from + luck.below(120));
  if (way === 3) return text.slice(0, from) + text.slice(from + piece.length);
  if (way === 4) {
    const at = luck.below(text.length + 1);
    return text.slice(0, at) + piece.repeat(1 + luck.below(3)) + text.slice(at);
  }
  return text.slice(0, from) + luck.of(strange) + text.slice(from);
}

function replaced(
  luck: Luck,
  text: string,
  what: RegExp,
  write: (value: string) => string,
): string {
  const found = [...text.matchAll(what)];
  if (found.length === 0) return text;
  const one = luck.of(found);
  const value = luck.once(3) ? String(luck.below(2 ** 31) - 5) : luck.of(strange);
  return text.slice(0, one.index) + write(value) + text.slice(one.index + one[0].length);
}
