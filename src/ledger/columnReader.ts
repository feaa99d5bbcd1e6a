/** What every reader of a column does: takes its cells block by block and tells what was wrong. */
import { cutText } from '../core/order';
import { isErrorText, trimText } from './cellMarks';
import type { ColumnSpec } from './columnSpec';
import { numberText } from './parseCell';
import type { RowFaultCode } from './cellProblems';
import type { Problem } from './problem';
import type { BlockColumn, ReadField } from './sortRow';

/** A cell for which its row is held. `row` is the row of the column, not of the sheet. */
export interface CellFault {
  readonly row: number;
  readonly code: RowFaultCode;
  readonly found: string;
}

/** Something told once for a whole column, at the first row it happened in. */
export interface ColumnNote extends Pick<
  Problem,
  'code' | 'severity' | 'found' | 'done' | 'fix' | 'count'
> {
  readonly row: number;
}

/** Reads one column of one table into the column of its kind. */
export interface ColumnReader {
  /** Pushes one element for each of `rows`, which are places in the block. */
  read(cells: BlockColumn, rows: Int32Array): void;
  /** Decides the cells that only the whole column explains. */
  close(): void;
  /** Complete after `close`; at most one a row. */
  readonly faults: readonly CellFault[];
  /** What there is to tell of the rows that are used, after `close`. */
  notes(isUsed: (row: number) => boolean): ColumnNote[];
}

/** What a reader knows of its table and workbook. */
/** A credit is money received in Payments; elsewhere it lowers what is billed, as positive Claim Adjustments do. */
export function creditSignOf(kind: string): 1 | -1 {
  return kind === 'Payments' || kind === 'Claim Adjustments' ? 1 : -1;
}

export interface ReadContext {
  readonly date1904: boolean;
  /** Sign of an amount with CR behind it. */
  readonly creditSign: 1 | -1;
}

const idFields: ReadonlySet<string> = new Set([
  'id',
  'number',
  'invoiceNumber',
  'accountId',
  'patientId',
  'chargeId',
  'refundOf',
  'claimNumber',
  'adjustmentId',
  'guarantorId',
]);

const codeFields: ReadonlySet<string> = new Set([
  'code',
  'invoiceTag',
  'discountClass',
  'taxClass',
  'accountType',
  'method',
  'modifiers',
  'category',
  'reason',
  'unearnedType',
  'tab',
  'pattern',
  'appliesTo',
  'retention',
  'basePay',
  'bonus',
  'cap',
]);

/** True where a number stands for an id, so that lost digits would name another row (C3). */
export function holdsIds({ field, spec }: Pick<ReadField, 'field' | 'spec'>): boolean {
  return spec.type === 'text' && idFields.has(field);
}

const FOUND_MAX = 64;

/**
 * What stands in a cell, for a message: the text itself in columns of amounts, dates, ids, codes and
 * types; only its length where it may be a person's name or a note.
 */
export function foundText(
  cell: unknown,
  { field, spec }: Pick<ReadField, 'field' | 'spec'>,
): string {
  if (typeof cell === 'number') return shortened(numberText(cell));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'string') return cell === null || cell === undefined ? 'nothing' : 'no text';
  const text = trimText(cell);
  if (text === '') return 'nothing';
  const isShown = spec.type !== 'text' || idFields.has(field) || codeFields.has(field);
  if (isShown || isPlainError(text)) return `"${shortened(text)}"`;
  return `text, ${text.length} characters`;
}

function isPlainError(text: string): boolean {
  return isErrorText(text) && !text.startsWith('#####');
}

function shortened(text: string): string {
  return text.length <= FOUND_MAX ? text : `${cutText(text, FOUND_MAX)}…`;
}

/** True where a blank cell is a fault: the field is bold and nothing says otherwise. */
export function mustBeFilled(spec: ColumnSpec): boolean {
  return spec.bold === true && spec.cellMayBeBlank !== true;
}
