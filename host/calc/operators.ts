/** The operators of a formula, with Excel's reading of text and blanks. */
import { CellError, type CellValue } from '../model/cell';
import type { Scalar } from './book';

/** A value as a number: blank is 0, TRUE is 1, text is read if it is a plain number, else #VALUE!. */
export function asNumber(value: Scalar): number | CellError {
  if (value === undefined) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof CellError) return value;
  const text = value.trim();
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : CellError.of('#VALUE!');
}

/** A value as text: blank is '', TRUE is "TRUE". */
export function asText(value: Scalar): string | CellError {
  if (value === undefined) return '';
  if (value instanceof CellError || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(Number(value.toPrecision(15)));
}

/** A value as a condition: 0 and blank are false, text is #VALUE! unless it says TRUE or FALSE. */
export function asCondition(value: Scalar): boolean | CellError {
  if (typeof value !== 'string') {
    const number = asNumber(value);
    return number instanceof CellError ? number : number !== 0;
  }
  if (/^true$/i.test(value)) return true;
  return /^false$/i.test(value) ? false : CellError.of('#VALUE!');
}

/** A number that a cell can show, or #NUM!. */
export function finite(value: number): number | CellError {
  return Number.isFinite(value) ? value : CellError.of('#NUM!');
}

const arithmetic: Readonly<Record<string, (one: number, two: number) => number | CellError>> = {
  '+': (one, two) => finite(one + two),
  '-': (one, two) => finite(one - two),
  '*': (one, two) => finite(one * two),
  '/': (one, two) => (two === 0 ? CellError.of('#DIV/0!') : finite(one / two)),
  '^': (one, two) => finite(one ** two),
};

/** Numbers stand before text, text before booleans; text compares without case [doc: calculation operators]. */
function compare(one: Scalar, two: Scalar): number {
  const blankAs = (other: Scalar): CellValue =>
    typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
  const left = one ?? blankAs(two);
  const right = two ?? blankAs(one);
  const rank = (value: CellValue): number =>
    typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'string' && typeof right === 'string') {
    const [first, second] = [left.toLowerCase(), right.toLowerCase()];
    return first === second ? 0 : first < second ? -1 : 1;
  }
  return Number(left) - Number(right);
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

/** The value of `one operator two`; #NAME? for an operator that is not supported. */
export function binary(operator: string, one: Scalar, two: Scalar): CellValue {
  if (one instanceof CellError) return one;
  if (two instanceof CellError) return two;
  if (operator === '&') {
    const [left, right] = [asText(one), asText(two)];
    return left instanceof CellError ? left : right instanceof CellError ? right : left + right;
  }
  const comparison = comparisons[operator];
  if (comparison !== undefined) return comparison(compare(one, two));
  const operation = arithmetic[operator];
  if (operation === undefined) return CellError.of('#NAME?');
  const [left, right] = [asNumber(one), asNumber(two)];
  if (left instanceof CellError) return left;
  return right instanceof CellError ? right : operation(left, right);
}

/** The value of a sign or a percent mark applied to a value; #NAME? for any other. */
export function unary(operator: string, value: Scalar): CellValue {
  if (operator === '+' || operator === '@') return value ?? 0;
  const number = asNumber(value);
  if (number instanceof CellError) return number;
  if (operator === '-') return number === 0 ? 0 : -number;
  return operator === '%' ? number / 100 : CellError.of('#NAME?');
}
