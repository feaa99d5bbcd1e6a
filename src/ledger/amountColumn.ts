/** Columns of amounts: whole cents, and what there is to tell about how they were written. */
import type { CentsColumn } from '../core/brand';
import { CENTS_MAX } from '../core/cents';
import { growingBytes, growingFloats } from '../core/column';
import {
  foundText,
  mustBeFilled,
  type CellFault,
  type ColumnNote,
  type ColumnReader,
  type ReadContext,
} from './columnReader';
import {
  decimalMark,
  parseAmount,
  type Amount,
  type AmountCell,
  type DecimalMark,
} from './parseAmount';
import { amountNotes, type AmountRemarks } from './amountNotes';
import type { ReadField } from './sortRow';
import type { OptionalCents } from './tables';

/** The amounts of a field, from every table of its kind. */
export interface AmountStore {
  readonly length: number;
  push(cents: number): void;
  pushBlank(): void;
  /** Fills a row that was pushed blank. */
  fill(row: number, cents: number): void;
  centsAt(row: number): number;
  isGiven(row: number): boolean;
  finish(keep: Uint8Array): CentsColumn;
  finishOptional(keep: Uint8Array): OptionalCents;
}

/** Hundredths of a unit that a blank quantity stands for. */
export const ONE_UNIT = 100;

/** A store of amounts; a blank cell stands for `ofBlank`. */
export function amountStore(ofBlank = 0): AmountStore {
  const cents = growingFloats();
  const given = growingBytes();
  return {
    get length() {
      return cents.length;
    },
    push(amount) {
      cents.push(amount);
      given.push(1);
    },
    pushBlank() {
      cents.push(ofBlank);
      given.push(0);
    },
    fill(row, amount) {
      cents.set(row, amount);
      given.set(row, 1);
    },
    centsAt: (row) => cents.get(row),
    isGiven: (row) => given.get(row) === 1,
    finish: (keep) => cents.finish(keep),
    finishOptional: (keep) => ({ cents: cents.finish(keep), given: given.finish(keep) }),
  };
}

/** A cell that waits for the decimal mark of its column. */
interface WaitingCell {
  readonly row: number;
  readonly cell: unknown;
}

/** Float dust below which a number of dollars is whole cents (A8). */
const DUST = 1e-6;

/** `2 UN` is 2: the unit of a quantity says nothing of how many there are. */
function withoutUnit(cell: unknown): unknown {
  return typeof cell === 'string' && cell.length <= 32
    ? cell.replace(/(\d)\s*[a-z]+\.?\s*$/i, '$1')
    : cell;
}

function noRemarks({ how }: ReadField): AmountRemarks {
  const currency = how?.currency;
  return { asText: [], zeroMark: [], thousands: [], lost: [], currencies: new Map(), currency };
}

/** Reads a column of amounts; blank is 0 unless the field must be filled (A1 to A11). */
export function readAmounts(
  field: ReadField,
  store: AmountStore,
  { creditSign }: ReadContext,
): ColumnReader {
  const faults: CellFault[] = [];
  const waiting: WaitingCell[] = [];
  const remarks = noRemarks(field);
  const shown = { '.': 0, ',': 0 };
  const isRequired = mustBeFilled(field.spec);
  const isQuantity = field.spec.type === 'quantity';
  const sign = field.how?.negated === true ? -1 : 1;
  const fixedMark = field.how?.decimal;

  const fault = (row: number, cell: unknown, code: CellFault['code']): void => {
    faults.push({ row, code, found: foundText(cell, field) });
  };
  const remark = (row: number, amount: Amount): void => {
    if (amount.shows !== '') shown[amount.shows]++;
    if (amount.zeroMark) remarks.zeroMark.push(row);
    else if (amount.asText) remarks.asText.push(row);
    if (amount.thousands) remarks.thousands.push(row);
    if (amount.lostParts !== 0) remarks.lost.push({ row, parts: sign * amount.lostParts });
    if (amount.currency === '') return;
    const rows = remarks.currencies.get(amount.currency) ?? [];
    rows.push(row);
    remarks.currencies.set(amount.currency, rows);
  };
  const take = (row: number, cell: unknown, read: AmountCell): void => {
    if (read.outcome === 'amount' && contradicts(read, fixedMark)) {
      shown[read.shows]++;
      fault(row, cell, 'AMOUNT_AMBIGUOUS');
    } else if (read.outcome === 'amount') {
      store.fill(row, sign * read.cents || 0);
      remark(row, read);
    } else if (read.outcome === 'open') {
      waiting.push({ row, cell });
    } else if (read.outcome === 'fault') {
      fault(row, cell, read.code);
    } else if (isRequired) {
      fault(row, cell, 'CELL_BLANK');
    }
  };
  return {
    faults,
    read({ values, column }, rows) {
      for (const row of rows) {
        const cell = values[row]?.[column];
        if (typeof cell === 'number') {
          const scaled = cell * 100;
          const cents = Math.round(scaled);
          if (Math.abs(scaled - cents) < DUST && Math.abs(cents) <= CENTS_MAX) {
            store.push(sign * cents || 0);
            continue;
          }
        }
        store.pushBlank();
        const figure = isQuantity ? withoutUnit(cell) : cell;
        take(store.length - 1, figure, parseAmount(figure, { mark: 'open', creditSign }));
      }
    },
    close() {
      const mark = markOf(decimalMark(shown['.'], shown[',']), fixedMark);
      for (const { row, cell } of waiting) take(row, cell, parseAmount(cell, { mark, creditSign }));
    },
    notes: (isUsed): ColumnNote[] => amountNotes(remarks, store, isUsed),
  };
}

/** True for an amount that can only be read by another decimal mark than the one that the mapping says. */
function contradicts(
  amount: Amount,
  fixed: '.' | ',' | undefined,
): amount is Amount & { readonly shows: '.' | ',' } {
  return fixed !== undefined && amount.shows !== '' && amount.shows !== fixed;
}

/**
 * The mark of a column: the one that its mapping says, unless the other one prevails in it, as after a
 * change of the export; then an amount that either mark could explain is in doubt (A3).
 */
function markOf(shown: DecimalMark, fixed: '.' | ',' | undefined): DecimalMark {
  if (fixed === undefined) return shown;
  return (shown === '.' || shown === ',') && shown !== fixed ? 'torn' : fixed;
}
