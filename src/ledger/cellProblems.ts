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
  | 'RATE_AMBIGUOUS'
  | 'RATE_NOT_UNDERSTOOD'
  | 'ROW_NOT_MAPPED'
  | 'TOTAL_NOT_CONFIRMED'
  | 'TYPE_UNKNOWN'
  | 'VALUE_UNKNOWN'
>;

const HELD = 'the row was left out of all totals';

type WordFault = 'TYPE_UNKNOWN' | 'VALUE_UNKNOWN';

const fixes: Readonly<Record<Exclude<RowFaultCode, WordFault>, string>> = {
  AMOUNT_AMBIGUOUS:
    'Write the amount with two decimals, such as 1,234.00, or say under How tables are read how numbers are written.',
  AMOUNT_NOT_A_NUMBER: 'Type the amount as a number; for no amount type 0.',
  AMOUNT_TOO_LARGE: 'Check the amount; it is larger than can be added up to the cent.',
  CELL_BLANK: 'Fill in the cell, or delete the row if it holds nothing.',
  CELL_ERROR: 'Correct the formula in the cell, widen the column, or type the value.',
  DATE_AMBIGUOUS:
    'Day and month can be exchanged: say under How tables are read which comes first, or write the month as a word.',
  DATE_NOT_A_DATE: 'Type the date as a date, such as 2024-03-31.',
  FLAG_NOT_UNDERSTOOD: 'Type Yes or No.',
  ID_DIGITS_LOST:
    'Excel dropped the last digits: format the column as Text, then paste the ids again.',
  RATE_AMBIGUOUS:
    'Write the per cent sign, such as 30 % or 0.3 %, or format the cell as a percentage.',
  ROW_NOT_MAPPED:
    'Say in the mapping of the table what rows with this word are, or correct the word.',
  RATE_NOT_UNDERSTOOD: 'Type a rate from 0 % to 100 % with at most six decimals, such as 30 %.',
  TOTAL_NOT_CONFIRMED: 'If this is a total, delete the row; if not, fill in its id and its date.',
};

/** What to do about a fault; `choices` are the words that its column may hold. */
export function faultFix(code: RowFaultCode, choices: readonly string[]): string {
  if (code !== 'TYPE_UNKNOWN' && code !== 'VALUE_UNKNOWN') return fixes[code];
  const words = choices.filter((choice) => choice !== '').join(', ');
  return `Type one of these words: ${words}; or say under How tables are read what this one means.`;
}

/** The part of a fault's problem that does not depend on where it stands. */
export function faultProblem(
  code: RowFaultCode,
  found: string,
  choices: readonly string[],
): Pick<Problem, 'code' | 'severity' | 'found' | 'done' | 'fix' | 'count'> {
  return { code, severity: 'held', found, done: HELD, fix: faultFix(code, choices), count: 1 };
}
