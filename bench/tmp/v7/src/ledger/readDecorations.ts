/** The signs, brackets and currencies around the digits of an amount written as text. */

export interface Decorated {
  /** From the first digit to the last, with the marks between them. */
  readonly digits: string;
  readonly sign: 1 | -1;
  /** A credit or debit suffix, whose sign depends on the table; `sign` is 1 where there is one. */
  readonly side: '' | 'CR' | 'DR';
  readonly currency: string;
}

/** What each piece beside the digits means; longer pieces stand before those they begin with. */
const pieces: readonly (readonly [string, keyof Found, string])[] = [
  ['US$', 'currency', '$'],
  ['USD', 'currency', '$'],
  ['CA$', 'currency', 'C$'],
  ['CAD', 'currency', 'C$'],
  ['C$', 'currency', 'C$'],
  ['AU$', 'currency', 'A$'],
  ['AUD', 'currency', 'A$'],
  ['A$', 'currency', 'A$'],
  ['NZ$', 'currency', 'NZ$'],
  ['NZD', 'currency', 'NZ$'],
  ['EUR', 'currency', '€'],
  ['GBP', 'currency', '£'],
  ['$', 'currency', '$'],
  ['€', 'currency', '€'],
  ['£', 'currency', '£'],
  ['CR', 'side', 'CR'],
  ['DR', 'side', 'DR'],
  ['-', 'sign', '-'],
  ['\u2212', 'sign', '-'],
  ['\u2013', 'sign', '-'],
  ['+', 'sign', '+'],
  ['(', 'opens', ')'],
  ['<', 'opens', '>'],
  [')', 'closes', ')'],
  ['>', 'closes', '>'],
  ['.', 'point', '.'],
];

/** The pieces on one side of the digits, empty where there is none. */
interface Found {
  sign: string;
  side: string;
  currency: string;
  opens: string;
  closes: string;
  point: string;
}

/** Takes an amount such as `$(1,234.50)` apart; `undefined` where something else stands there. */
export function readDecorations(text: string): Decorated | undefined {
  const bare = text.startsWith("'") ? text.slice(1) : text;
  const first = firstOfDigits(bare);
  const end = endOfDigits(bare);
  if (first >= end) return undefined;
  const before = piecesOf(bare.slice(0, first));
  const after = piecesOf(bare.slice(end));
  if (before === undefined || after === undefined || !fit(before, after)) return undefined;
  const isNegative = before.sign === '-' || after.sign === '-' || before.opens !== '';
  return {
    digits: bare.slice(first, end),
    sign: isNegative ? -1 : 1,
    side: after.side === 'CR' || after.side === 'DR' ? after.side : '',
    currency: before.currency === '' ? after.currency : before.currency,
  };
}

/** Brackets match, only one thing says the sign, and `5.-` (five francs) is not minus five. */
function fit(before: Found, after: Found): boolean {
  if (before.side + before.closes + before.point !== '') return false;
  if (before.opens !== after.closes || after.opens !== '' || after.sign === '+') return false;
  if (before.currency !== '' && after.currency !== '') return false;
  if (after.point !== '' && after.sign !== '') return false;
  const signs = [before.sign, after.sign, after.side, before.opens];
  return signs.filter((mark) => mark !== '').length <= 1;
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Place of the first digit, or of the decimal mark right before it. */
function firstOfDigits(text: string): number {
  let place = 0;
  while (place < text.length && !isDigitCode(text.charCodeAt(place))) place++;
  if (place === 0 || place === text.length) return place;
  const before = text.charAt(place - 1);
  return before === '.' || before === ',' ? place - 1 : place;
}

function endOfDigits(text: string): number {
  let place = text.length;
  while (place > 0 && !isDigitCode(text.charCodeAt(place - 1))) place--;
  return place;
}

/** Reads every piece of `text`; `undefined` where one is unknown or stands there twice. */
function piecesOf(text: string): Found | undefined {
  const found: Found = { sign: '', side: '', currency: '', opens: '', closes: '', point: '' };
  let rest = text.toUpperCase();
  while (rest !== '') {
    if (rest.startsWith(' ')) {
      rest = rest.slice(1);
      continue;
    }
    const piece = pieces.find(([written]) => rest.startsWith(written));
    if (piece === undefined) return undefined;
    const [written, part, meaning] = piece;
    if (found[part] !== '') return undefined;
    found[part] = meaning;
    rest = rest.slice(written.length);
  }
  return found;
}
