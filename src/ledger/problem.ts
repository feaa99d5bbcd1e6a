/** What is wrong with the user's data, as values: where, what was found, what was done, what to do. */
import { byCodeUnit, cutText } from '../core/order';

/** stopped: nothing is written. held: the row is in no total. warned: used. noted: counted. */
export type Severity = 'stopped' | 'held' | 'warned' | 'noted';

/** Every problem this version can find; docs/ledger-format.md tells what to do about each. */
export type ProblemCode =
  | 'ADJUSTMENT_AT_BOTH_LEVELS'
  | 'ALLOWED_DIFFERS'
  | 'AMOUNT_NOT_A_NUMBER'
  | 'AMOUNT_AMBIGUOUS'
  | 'AMOUNT_TOO_LARGE'
  | 'AMOUNT_ROUNDED'
  | 'AMOUNT_AS_TEXT'
  | 'AMOUNT_CURRENCIES'
  | 'AMOUNT_THOUSANDS'
  | 'AMOUNT_ZERO_MARK'
  | 'AMOUNT_WITH_TAX'
  | 'CALCULATION_PENDING'
  | 'CELL_BLANK'
  | 'CELL_ERROR'
  | 'CELLS_FILLED_DOWN'
  | 'CELLS_NOT_READ'
  | 'CHARGE_INVOICE_UNKNOWN'
  | 'CHARGE_OVERADJUSTED'
  | 'CLAIM_LINE_NOT_COUNTED'
  | 'CODE_IS_DATE'
  | 'CODE_ZEROS_LOST'
  | 'DATE_AMBIGUOUS'
  | 'DATE_AS_TEXT'
  | 'DATE_FAR'
  | 'DATES_APART'
  | 'DATE_NOT_A_DATE'
  | 'DATE_SHORT_YEAR'
  | 'DATE_SWAPPED'
  | 'DATE_ZONE_IGNORED'
  | 'DATE_SYSTEM'
  | 'DISCOUNT_SIGN'
  | 'EXPORT_CUT_OFF'
  | 'FLAG_NOT_UNDERSTOOD'
  | 'HEADER_REPEATED'
  | 'HEADER_TWICE'
  | 'ID_DIGITS_LOST'
  | 'ID_TWICE'
  | 'INSURANCE_DIFFERS'
  | 'INVOICE_STATUS_CONTRADICTS'
  | 'INSURANCE_OVERPAID'
  | 'INVOICE_TWICE'
  | 'LEDGER_IN_CIRCLE'
  | 'MAPPING_COLUMN_GONE'
  | 'MAPPING_COLUMN_NEW'
  | 'MAPPINGS_NOT_READ'
  | 'NEGATIVE_PRODUCTION'
  | 'PAGE_LINE'
  | 'MONEY_NOT_READ'
  | 'PAYMENT_CHARGE_AMBIGUOUS'
  | 'PAYMENT_CHARGE_UNKNOWN'
  | 'PAYMENT_INVOICE_UNKNOWN'
  | 'PAYMENT_EQUAL'
  | 'PAYMENT_SPLIT_INFERRED'
  | 'PAYMENT_TWICE'
  | 'PAYMENT_WITHOUT_INVOICE'
  | 'PAYROLL_COLUMN_MISSING'
  | 'PAYROLL_DATE_BLANK'
  | 'PLAN_GAP'
  | 'PLAN_NOT_COMPUTED'
  | 'PLAN_OVERLAP'
  | 'PLAN_PROVIDER_UNKNOWN'
  | 'PLAN_REFUSED'
  | 'PLAN_TWO_BASES'
  | 'PLAN_WORD_UNKNOWN'
  | 'PRECISION_AS_DISPLAYED'
  | 'PROVIDER_ALIAS_TWICE'
  | 'PROVIDER_BLANK'
  | 'PROVIDER_LOOK_ALIKE'
  | 'RATE_AMBIGUOUS'
  | 'RATE_NOT_UNDERSTOOD'
  | 'REFUND_ABOVE_PAID'
  | 'ROW_NOT_MAPPED'
  | 'ROWS_HIDDEN'
  | 'ROWS_LEFT_OUT'
  | 'ROWS_PASTED_TWICE'
  | 'SCHEDULED_PAST'
  | 'SHARE_OF_NEGATIVE_TOTAL'
  | 'SHEET_EDITED'
  | 'SHEET_NAME_TAKEN'
  | 'SIGN_UNCLEAR'
  | 'SPILL_BLOCKED'
  | 'TABLE_COLUMN_MISSING'
  | 'TABLE_EMPTY'
  | 'TAX_DIFFERS'
  | 'TOTAL_NOT_CONFIRMED'
  | 'TOTAL_ROW'
  | 'TOTALS_ROW_OF_TABLE'
  | 'TRAIL_AMOUNT_SIGN'
  | 'TRAIL_RESCHEDULE_UNEQUAL'
  | 'TRAIL_TYPE_ASSUMED'
  | 'TRAIL_TYPE_BOTH'
  | 'TRAIL_TYPE_UNKNOWN'
  | 'TRAIL_WITHOUT_VOIDED'
  | 'TRANSFER_HALF'
  | 'TRANSFER_NOT_ZERO'
  | 'TYPE_ABSOLUTE'
  | 'TYPE_SIGN'
  | 'TYPE_UNKNOWN'
  | 'VALUE_UNKNOWN'
  | 'VOID_NAMES_NOTHING'
  | 'VOID_UNKNOWN_PAYMENT'
  | 'VOIDED_INVOICE_PAID'
  | 'WRITE_OFF_INVOICE';

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly sheet: string;
  /** `D118`; empty where the problem belongs to no cell. */
  readonly cell: string;
  /** Header of the column; empty where there is none. */
  readonly column: string;
  /** What stands there, shown only where it cannot be a patient's name. */
  readonly found: string;
  readonly done: string;
  readonly fix: string;
  /** How many cells the problem stands for where it is told once per column. */
  readonly count: number;
  /** The money in question, in cents, where it is one sum. */
  readonly cents?: number;
}

/** The sentence of a problem, in the fixed form. */
export function problemText(problem: Problem): string {
  const { code, sheet, cell, column, found, done, fix } = problem;
  const row = /\d+$/.exec(cell)?.[0];
  const named = column === '' ? '' : `column '${column}'`;
  const inside = [row === undefined ? '' : `row ${row}`, named].filter((part) => part !== '');
  const place = sheet === '' ? 'Workbook' : `Sheet '${sheet}'${cell === '' ? '' : ` ${cell}`}`;
  const where = inside.length === 0 ? place : `${place} (${inside.join(', ')})`;
  return `${code} | ${where} | found: ${found} | done: ${done} | fix: ${fix}`;
}

/** `ID_DIGITS_LOST` reads `ID digits lost`. */
export function titleOfCode(code: string): string {
  const words = code
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\bid\b/, 'ID');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The gravest first. */
export const severities: readonly Severity[] = ['stopped', 'held', 'warned', 'noted'];

export function byGravity(a: Problem, b: Problem): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

/** Orders problems by severity, then place, so that row order and read order change nothing. */
export function byPlace(a: Problem, b: Problem): number {
  return (
    byGravity(a, b) ||
    byCodeUnit(a.sheet, b.sheet) ||
    rowOf(a.cell) - rowOf(b.cell) ||
    byCodeUnit(a.cell, b.cell) ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.found, b.found)
  );
}

function rowOf(cell: string): number {
  return Number(/\d+$/.exec(cell)?.[0] ?? 0);
}

/** How many problems of one code are told one by one. */
const TOLD_MAX = 200;

/** The first 200 problems of each code and severity, and one that counts the rest; `problems` are in order of row. */
export function tellFirst(problems: readonly Problem[]): Problem[] {
  const told = new Map<string, number>();
  const rest = new Map<string, Problem>();
  const result: Problem[] = [];
  for (const problem of problems) {
    // Apart by severity: no number of warnings hides that a row stops the run.
    const kind = `${problem.code} ${problem.severity}`;
    const before = told.get(kind) ?? 0;
    told.set(kind, before + 1);
    if (before < TOLD_MAX) {
      result.push(problem);
      continue;
    }
    const known = rest.get(kind);
    const count = (known?.count ?? 0) + problem.count;
    const sum = problem.cents === undefined ? {} : { cents: (known?.cents ?? 0) + problem.cents };
    const found = `${count} more of the same kind`;
    rest.set(kind, { ...(known ?? problem), found, count, ...sum });
  }
  return [...result, ...rest.values()];
}

/** Longest account of what was found; a cell can hold 32,767 characters. */
const FOUND_MAX = 200;

/** Problems in order of place, each on one line: a cell may hold line breaks and control codes. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(byPlace).map((problem) => {
    const line = problem.found.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
    const found = line.length > FOUND_MAX ? `${cutText(line, FOUND_MAX - 1)}…` : line;
    return { ...problem, found };
  });
}
