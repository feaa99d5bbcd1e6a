/** The sentences of what can be wrong with one row: what was done and what to do. */
import type { Problem, ProblemCode } from './problem';

/** Faults for which a row is held. */
export type RowFaultCode = Extract<
  ProblemCode,
  | 'AMOUNT_AMBIGUOUS'
  | 'AMOUNT_NOT_A_NUMBER'
  | 'AMOUNT_TOO_LARGE'
  | 'CELL_BLANK'
  | 'CELL_ERROR'
  | 'DATE_AMBIGUOUS'
  | 'DATE_NOT_A_DATE'
  | 'FLAG_NOT_UNDERSTOOD'
  | 'ID_DIGITS_LOST'
  | 'TOTAL_NOT_CONFIRMED'
  | 'TYPE_UNKNOWN'
  | 'VALUE_UNKNOWN'
>;

const HELD = 'the row was left out of all totals';

/** What to do about a fault; `choices` are the words that its column may hold. */
export function faultFix(code: RowFaultCode, choices: readonly string[]): string {
  const words = choices.filter((choice) => choice !== '').join(', ');
  switch (code) {
    case 'AMOUNT_AMBIGUOUS':
      return 'Write the amount with two decimals, such as 1,234.00, or type it as a number.';
    case 'AMOUNT_NOT_A_NUMBER':
      return 'Type the amount as a number; for no amount type 0.';
    case 'AMOUNT_TOO_LARGE':
      return 'Check the amount; it is larger than can be added up to the cent.';
    case 'CELL_BLANK':
      return 'Fill in the cell, or delete the row if it holds nothing.';
    case 'CELL_ERROR':
      return 'Correct the formula in the cell, widen the column, or type the value.';
    case 'DATE_AMBIGUOUS':
      return 'Day and month can be exchanged: type it as a date, or write the month as a word.';
    case 'DATE_NOT_A_DATE':
      return 'Type the date as a date, such as 2024-03-31.';
    case 'FLAG_NOT_UNDERSTOOD':
      return 'Type Yes or No.';
    case 'ID_DIGITS_LOST':
      return 'Excel dropped the last digits: format the column as Text, then paste the ids again.';
    case 'TOTAL_NOT_CONFIRMED':
      return 'If this is a total, delete the row; if not, fill in its id and its date.';
    case 'TYPE_UNKNOWN':
    case 'VALUE_UNKNOWN':
      return `Type one of these words: ${words}.`;
  }
}

/** The part of a fault's problem that does not depend on where it stands. */
export function faultProblem(
  code: RowFaultCode,
  found: string,
  choices: readonly string[],
): Pick<Problem, 'code' | 'severity' | 'found' | 'done' | 'fix' | 'count'> {
  return { code, severity: 'held', found, done: HELD, fix: faultFix(code, choices), count: 1 };
}
