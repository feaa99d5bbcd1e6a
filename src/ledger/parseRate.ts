/** Cell → rate: what a cell of a column of per cents means, in every way that people write one (A12). */
import { isBlank, isErrorText, isNothingMark, plainBlanks } from './cellMarks';
import { numberText } from './parseCell';

/** Millionths of one per cent: a rate is a whole number of them, so that it is exact. */
export const PARTS_PER_PERCENT = 1e6;

/** 100 %. */
export const WHOLE_RATE = 100 * PARTS_PER_PERCENT;

export type RateFault = 'CELL_ERROR' | 'RATE_AMBIGUOUS' | 'RATE_NOT_UNDERSTOOD';

export type RateCell =
  | { readonly outcome: 'rate'; readonly parts: number }
  | { readonly outcome: 'blank' }
  | { readonly outcome: 'fault'; readonly code: RateFault };

const ambiguous: RateCell = { outcome: 'fault', code: 'RATE_AMBIGUOUS' };
const notUnderstood: RateCell = { outcome: 'fault', code: 'RATE_NOT_UNDERSTOOD' };
const errorCell: RateCell = { outcome: 'fault', code: 'CELL_ERROR' };

/** Longest text that can be a rate. */
const RATE_TEXT_MAX = 32;

const ratePattern =
  /^(?<whole>\d{0,9})(?:[.,](?<fraction>\d{0,18}))? ?(?<mark>%|percent|per cent|pct)?$/i;

/** Digits of a number that its binary form does not blur: 0.1 + 0.2 is 0.3. */
const EXACT_DIGITS = 12;

/**
 * Reads any cell as a rate from 0 to 100 %; never throws. `30` and `30 %` are 30 %. Above 0 and up to 1 a
 * number without a per cent sign is either, `0.30` is 30 % or 0.3 %: it is told and never guessed.
 */
export function parseRate(cell: unknown): RateCell {
  if (isBlank(cell)) return { outcome: 'blank' };
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return errorCell;
    return rateOfText(numberText(Number(cell.toPrecision(EXACT_DIGITS))));
  }
  return typeof cell === 'string' ? rateOfText(cell) : notUnderstood;
}

function rateOfText(cell: string): RateCell {
  const text = plainBlanks(cell);
  if (isErrorText(text)) return errorCell;
  if (isNothingMark(text)) return { outcome: 'blank' };
  const groups = text.length > RATE_TEXT_MAX ? undefined : ratePattern.exec(text)?.groups;
  if (groups === undefined) return notUnderstood;
  const [whole = '', fraction = ''] = [groups['whole'], groups['fraction']];
  if (whole + fraction === '') return notUnderstood;
  const [exact, rest] = [fraction.slice(0, 6), fraction.slice(6)];
  const parts = Number(whole) * PARTS_PER_PERCENT + Number(exact.padEnd(6, '0'));
  if (parts > WHOLE_RATE || Number(rest) !== 0) return notUnderstood;
  const mayBeFraction = groups['mark'] === undefined && parts > 0 && parts <= PARTS_PER_PERCENT;
  return mayBeFraction ? ambiguous : { outcome: 'rate', parts };
}

/** `30`, `33.3333`: a rate as people write it, without its sign. */
export function rateText(parts: number): string {
  const whole = Math.floor(parts / PARTS_PER_PERCENT);
  const fraction = String(parts % PARTS_PER_PERCENT).padStart(6, '0');
  let end = fraction.length;
  while (end > 0 && fraction.charAt(end - 1) === '0') end--;
  return end === 0 ? String(whole) : `${whole}.${fraction.slice(0, end)}`;
}
