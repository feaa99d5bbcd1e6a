/** What a cell says whatever its column: blank, an Excel error, a mark that stands for nothing. */

/** Longest text in which an amount, a date or a mark is looked for. */
export const AMOUNT_TEXT_MAX = 64;

const errorTexts: ReadonlySet<string> = new Set([
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#FIELD!',
  '#BLOCKED!',
  '#UNKNOWN!',
  '#CONNECT!',
  '#EXTERNAL!',
  '#PYTHON!',
  '#GETTING_DATA',
]);

/** Dashes and words with which accountants write that there is nothing. */
const nothingMarks: ReadonlySet<string> = new Set(['-', '--', '\u2013', '\u2014', '\u2212', 'N/A']);

/** True for blanks of every width, zero-width characters, direction marks and control characters. */
export function isSpaceCode(code: number): boolean {
  if (code < 0x80) return code <= 0x20 || code === 0x7f;
  if (code < 0x1680) return code <= 0xa0;
  return isWideSpaceCode(code);
}

function isWideSpaceCode(code: number): boolean {
  if (code >= 0x2000 && code <= 0x200f) return true;
  if (code === 0x2028 || code === 0x2029 || code === 0x202f) return true;
  return (
    code === 0x1680 || code === 0x205f || code === 0x2060 || code === 0x3000 || code === 0xfeff
  );
}

/** The text without the blanks, zero-width characters and byte order marks at its ends (C5). */
export function trimText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpaceCode(text.charCodeAt(start))) start++;
  while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** The trimmed text with every blank inside it as one plain blank a character. */
export function plainBlanks(text: string): string {
  const trimmed = trimText(text);
  for (let place = 0; place < trimmed.length; place++) {
    if (isOddSpace(trimmed.charCodeAt(place))) return withPlainBlanks(trimmed);
  }
  return trimmed;
}

function isOddSpace(code: number): boolean {
  return code !== 0x20 && isSpaceCode(code);
}

function withPlainBlanks(text: string): string {
  let plain = '';
  for (let place = 0; place < text.length; place++) {
    plain += isOddSpace(text.charCodeAt(place)) ? ' ' : text.charAt(place);
  }
  return plain;
}

/** Lower case, no blanks, one kind of dash: the form in which words of a choice or flag are compared. */
export function foldWord(text: string): string {
  let folded = '';
  for (let place = 0; place < text.length; place++) {
    if (!isSpaceCode(text.charCodeAt(place))) folded += text.charAt(place);
  }
  return folded.toLowerCase().replace(/\p{Pd}/gu, '-');
}

/** True for a cell with nothing in it, or only blanks. */
export function isBlank(cell: unknown): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell !== 'string') return false;
  return trimText(cell) === '';
}

/** True for the text that Excel gives for an error or for a column too narrow to show (A5, B4). */
export function isErrorText(text: string): boolean {
  const hash = text.indexOf('#');
  if (hash < 0 || hash > AMOUNT_TEXT_MAX) return false;
  const trimmed = trimText(text);
  return trimmed.startsWith('#####') || errorTexts.has(trimmed);
}

/** True for `-`, a long dash, `N/A` and `$ -`: 0 in an amount, blank in a date. */
export function isNothingMark(text: string): boolean {
  const trimmed = trimText(text);
  if (trimmed.length > 8) return false;
  const withCurrency = '$€£'.includes(trimmed.charAt(0));
  return nothingMarks.has((withCurrency ? trimText(trimmed.slice(1)) : trimmed).toUpperCase());
}

/** True where a digit 0 to 9 stands in the text. */
export function hasDigit(text: string): boolean {
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code >= 0x30 && code <= 0x39) return true;
  }
  return false;
}
