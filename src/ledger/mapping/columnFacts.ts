/** What stands under the headers of a row, for a person who says what each column means. */
import { isBlank, isErrorText, trimText } from '../cellMarks';
import { parseAmount } from '../parseAmount';
import { numberText } from '../parseCell';
import { dayOrder, parseMoment } from '../parseMoment';
import { byCodeUnit, cutText } from '../../core/order';
import { headerNames } from './fingerprint';
import { refAt } from './mappingOfMatch';
import type { ColumnRules, HeaderRef } from './tableMapping';

/** What the filled cells of a column are like; `texts` where they are several things or none of these. */
export type Looks = 'amounts' | 'dates' | 'numbers' | 'ids' | 'texts' | 'blank';

/** A text of a column and in how many rows it stands; '' counts the blank cells. */
export interface WordCount {
  readonly text: string;
  readonly count: number;
}

export interface ColumnFacts {
  readonly ref: HeaderRef;
  readonly header: string;
  /** Place in the header row, from 0. */
  readonly index: number;
  /** The first different texts, as they are shown. */
  readonly samples: readonly string[];
  readonly looks: Looks;
  /** Its texts by number of rows, most first; none where there are too many to be a list of words. */
  readonly words: readonly WordCount[];
  /** How its texts are written, where they show it without a doubt. */
  readonly style: Pick<ColumnRules, 'decimal' | 'dates'>;
}

/** Rows under a header: their values, and how Excel shows the first of them. */
export interface RowsUnder {
  readonly values: readonly (readonly unknown[])[];
  readonly shown: readonly (readonly string[])[];
}

const SAMPLES = 3;
const SAMPLE_MAX = 40;
const WORDS_MAX = 40;

/** The facts of every column that has a header. */
export function columnFacts(cells: readonly unknown[], under: RowsUnder): ColumnFacts[] {
  return headerNames(cells).map(({ header, index }) => {
    const values = under.values.map((row) => row[index]);
    const shown = under.shown.map((row) => row[index] ?? '');
    return {
      ref: refAt(cells, index) ?? header,
      header,
      index,
      samples: samplesOf(shown),
      looks: looksOf(values, shown),
      words: wordsOf(values),
      style: styleOf(values),
    };
  });
}

function samplesOf(shown: readonly string[]): string[] {
  const texts = shown.map((text) => cutText(trimText(text), SAMPLE_MAX));
  return [...new Set(texts.filter((text) => text !== ''))].slice(0, SAMPLES);
}

/** A number that is shown as a date is one; Excel keeps both in the same way. */
function looksOf(values: readonly unknown[], shown: readonly string[]): Looks {
  const filled = values.flatMap((value, row) =>
    isBlank(value) || isErrorText(String(value)) ? [] : [{ value, text: shown[row] }],
  );
  if (filled.length === 0) return 'blank';
  const looked = filled.filter(({ text }) => text !== undefined);
  const isAll = (test: (one: { value: unknown; text: string | undefined }) => boolean): boolean =>
    looked.length > 0 && looked.every(test);
  if (isAll(({ value, text }) => isDate(typeof value === 'number' ? text : value))) return 'dates';
  const isNumber = isAll(({ value }) => isAmount(value));
  const isUnique = new Set(filled.map(({ value }) => String(value))).size === filled.length;
  const hasCents = filled.some(({ value, text }) => /[.,]\d{2}\D*$/.test(text ?? String(value)));
  if (isNumber && hasCents) return 'amounts';
  if (isUnique && filled.length > 2) return 'ids';
  return isNumber ? 'numbers' : 'texts';
}

function isDate(text: unknown): boolean {
  if (typeof text !== 'string' || !/\d\D+\d|\d{4}/.test(text)) return false;
  const read = parseMoment(text, { date1904: false, order: 'open', compact: 'no' });
  return read.outcome === 'moment' || read.outcome === 'open';
}

function isAmount(value: unknown): boolean {
  if (typeof value === 'number') return true;
  const read = parseAmount(value, { mark: 'open', creditSign: 1 });
  return read.outcome === 'amount' || read.outcome === 'open';
}

function wordsOf(values: readonly unknown[]): WordCount[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    const text = isBlank(value) ? '' : trimText(textOf(value));
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (counts.size > WORDS_MAX) return [];
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || byCodeUnit(a.text, b.text));
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : '';
}

/** The order of day and month and the decimal mark that the texts show, none where they contradict each other. */
function styleOf(values: readonly unknown[]): ColumnFacts['style'] {
  const shown = { '.': 0, ',': 0, 'day first': 0, 'month first': 0, '': 0 };
  for (const value of values.filter((one) => typeof one === 'string')) {
    const amount = parseAmount(value, { mark: 'open', creditSign: 1 });
    if (amount.outcome === 'amount') shown[amount.shows] += 1;
    const moment = parseMoment(value, { date1904: false, order: 'open', compact: 'no' });
    if (moment.outcome === 'moment') shown[moment.shows] += 1;
  }
  const order = dayOrder(shown['day first'], shown['month first']);
  const isPoint = shown['.'] > 0 && shown[','] === 0;
  const isComma = shown[','] > 0 && shown['.'] === 0;
  return {
    ...(isPoint ? { decimal: '.' } : isComma ? { decimal: ',' } : {}),
    ...(order === 'day first' ? { dates: 'dmy' } : order === 'month first' ? { dates: 'mdy' } : {}),
  };
}
