/** Cell → text, Yes or No, or one of a list: what a cell means where it is neither money nor date. */
import { foldWord, isBlank, isErrorText, trimText } from './cellMarks';
import type { ColumnSpec } from './columnSpec';
import { parseMoment } from './parseMoment';

export type CellFault =
  'CELL_ERROR' | 'FLAG_NOT_UNDERSTOOD' | 'ID_DIGITS_LOST' | 'TYPE_UNKNOWN' | 'VALUE_UNKNOWN';

export type TextCell =
  | { readonly outcome: 'text'; readonly text: string }
  | { readonly outcome: 'blank' }
  | { readonly outcome: 'fault'; readonly code: CellFault };

/** A small whole number: 1 or 0 for Yes or No, or the place in `choices`. */
export type CodeCell =
  | { readonly outcome: 'code'; readonly value: number }
  | { readonly outcome: 'blank' }
  | { readonly outcome: 'fault'; readonly code: CellFault };

const blank = { outcome: 'blank' } as const;
const errorCell = { outcome: 'fault', code: 'CELL_ERROR' } as const;
const digitsLost = { outcome: 'fault', code: 'ID_DIGITS_LOST' } as const;
const notUnderstood = { outcome: 'fault', code: 'FLAG_NOT_UNDERSTOOD' } as const;
const yes: CodeCell = { outcome: 'code', value: 1 };
const no: CodeCell = { outcome: 'code', value: 0 };

/** Excel keeps 15 digits of a number; longer ids have lost their last ones (C3). */
const ID_NUMBER_MAX = 1e15;

/** Longest text in which a word or an id in exponent form is looked for. */
const WORD_MAX = 64;

/**
 * Reads any cell as text, trimmed and in Unicode form C; a number becomes its plain digits.
 * In a column of ids, a number of 16 digits or more is a fault; never throws (C3 to C5, INV-38).
 */
export function parseText(cell: unknown, holdsIds: boolean): TextCell {
  if (typeof cell === 'string') return textOfString(cell, holdsIds);
  if (typeof cell === 'number') return textOfNumber(cell, holdsIds);
  if (typeof cell === 'boolean') return { outcome: 'text', text: cell ? 'TRUE' : 'FALSE' };
  return isBlank(cell) ? blank : errorCell;
}

function textOfString(cell: string, holdsIds: boolean): TextCell {
  const text = trimText(cell);
  if (text === '') return blank;
  if (isErrorText(text)) return errorCell;
  if (holdsIds && isExponentText(text)) return digitsLost;
  return { outcome: 'text', text: text.normalize('NFC') };
}

/** `1.23E+11`: an id that Excel showed in short form when it was copied (C4). */
function isExponentText(text: string): boolean {
  return text.length <= WORD_MAX && /^\d(?:[.,]\d+)?E\+\d+$/i.test(text);
}

function textOfNumber(cell: number, holdsIds: boolean): TextCell {
  if (!Number.isFinite(cell)) return errorCell;
  if (holdsIds && Math.abs(cell) >= ID_NUMBER_MAX) return digitsLost;
  return { outcome: 'text', text: numberText(cell) };
}

/** The digits of a number without an exponent: 5001, 0.0000001, 1000000000000000000000. */
export function numberText(number: number): string {
  const text = String(number);
  if (!text.includes('e')) return text;
  if (Number.isInteger(number)) return BigInt(number).toString();
  const [mantissa = '', exponent] = String(Math.abs(number)).split('e-');
  const zeros = '0'.repeat(Number(exponent) - 1);
  return `${number < 0 ? '-' : ''}0.${zeros}${mantissa.replace('.', '')}`;
}

const yesWords: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'x']);
const noWords: ReadonlySet<string> = new Set(['no', 'n', 'false', '0']);
const voidWords: ReadonlySet<string> = new Set(['void', 'voided']);

/** Reads any cell as Yes (1) or No (0); `blank` where nothing stands there; never throws. */
export function parseFlag(cell: unknown): CodeCell {
  if (isBlank(cell)) return blank;
  const word = wordOf(cell);
  if (word === undefined) return notUnderstood;
  if (isErrorText(word)) return errorCell;
  const folded = foldWord(word);
  if (yesWords.has(folded)) return yes;
  return noWords.has(folded) ? no : notUnderstood;
}

/** Reads any cell as voided (1): Yes, `void` or a date; No and blank are 0; never throws (E16). */
export function parseVoided(cell: unknown, date1904: boolean): CodeCell {
  const flag = parseFlag(cell);
  if (flag.outcome === 'blank') return no;
  if (flag.outcome === 'code' || flag.code === 'CELL_ERROR') return flag;
  if (typeof cell === 'string' && voidWords.has(foldWord(cell.slice(0, WORD_MAX)))) return yes;
  const date = parseMoment(cell, { date1904, order: 'open', compact: 'open' });
  if (date.outcome === 'blank') return no;
  return date.outcome === 'fault' ? notUnderstood : yes;
}

/** The folded words of a choice column and the place in `choices` that each stands for. */
export type ChoiceWords = ReadonlyMap<string, number>;

export function choiceWords(spec: ColumnSpec): ChoiceWords {
  const choices = spec.choices ?? [];
  const words = new Map<string, number>();
  for (const [written, choice] of Object.entries(spec.valueSynonyms ?? {})) {
    words.set(foldWord(written), choices.indexOf(choice));
  }
  choices.forEach((choice, place) => words.set(foldWord(choice), place));
  return words;
}

/** Reads any cell as a place in `choices`; an unknown word is a fault, never guessed. */
export function parseChoice(cell: unknown, words: ChoiceWords, isType: boolean): CodeCell {
  if (isBlank(cell)) return blank;
  const word = wordOf(cell);
  if (word !== undefined && isErrorText(word)) return errorCell;
  const value = word === undefined ? undefined : words.get(foldWord(word));
  if (value !== undefined) return { outcome: 'code', value };
  return { outcome: 'fault', code: isType ? 'TYPE_UNKNOWN' : 'VALUE_UNKNOWN' };
}

/** The text of a cell that may be a word; `undefined` where it is too long or nothing to read. */
function wordOf(cell: unknown): string | undefined {
  if (typeof cell === 'boolean') return String(cell);
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell !== 'string') return undefined;
  const text = trimText(cell);
  return text.length <= WORD_MAX ? text : undefined;
}
