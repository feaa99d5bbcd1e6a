/** Whether a cell of an export says anything: amounts of 0 and dashes fill columns without a movement. */
import { foldWord, isBlank, isNothingMark } from '../cellMarks';
import { parseAmount } from '../parseAmount';
import { numberText, parseFlag } from '../parseCell';

/** Longest text of which a word is made. */
const WORD_MAX = 256;

/** True for an amount other than 0, and for anything that is not understood: it must not be lost. */
export function isMoneyThere(cell: unknown): boolean {
  if (typeof cell === 'number') return cell !== 0;
  if (isBlank(cell)) return false;
  const read = parseAmount(cell, { mark: 'open', creditSign: 1 });
  return read.outcome !== 'amount' || read.cents !== 0 || read.lostParts !== 0;
}

/** True for a cell with something in it other than a dash. */
export function isFilled(cell: unknown): boolean {
  return !isBlank(cell) && !(typeof cell === 'string' && isNothingMark(cell));
}

/** True for a flag that is set, an amount other than 0, any other text. */
export function isSet(cell: unknown): boolean {
  if (!isFilled(cell) || !isMoneyThere(cell)) return false;
  const flag = parseFlag(cell);
  return flag.outcome !== 'code' || flag.value === 1;
}

/** The form in which the text of a cell is compared; '' for a blank one. */
export function cellWord(cell: unknown): string {
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return String(cell);
  return typeof cell === 'string' ? foldWord(cell.slice(0, WORD_MAX)) : '';
}
