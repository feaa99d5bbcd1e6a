/** The lines of a closed period as cells, and the way back from the cells to the lines. */
import { DAYS_1904, momentOfSerial } from '../../core/day';
import { type PaidFor, paidFor, type PaidLine } from '../../ledger/closedPeriod';
import { bases } from '../../ledger/planKinds';
import { cents, type SheetColumn, type SheetTable, text, type Value } from '../sheet';

const lineColumns: readonly SheetColumn[] = [
  text('Provider'),
  text('Basis'),
  { head: 'Date', type: 'moment' },
  text('Changes'),
  text('Table'),
  text('Row ID'),
  text('Charge ID'),
  text('Paid For'),
  cents('Base'),
  cents('Amount'),
  text('Row Digest'),
  text('Charge Digest'),
  text('Rule'),
];

/** Every line that was paid. */
export function linesTable(lines: readonly PaidLine[]): SheetTable {
  return {
    title: 'Every line that was paid',
    columns: lineColumns,
    rows: lines.map((line): Value[] => [
      line.provider,
      line.basis,
      line.moment,
      line.about,
      line.table,
      line.id,
      line.charge,
      line.paidFor,
      line.base,
      line.cents,
      line.rowDigest,
      line.chargeDigest,
      line.why,
    ]),
  };
}

/** Reads the cells of the sheet of a close block by block; `finish` gives the lines, or undefined. */
export interface CloseReader {
  add(rows: readonly (readonly unknown[])[]): void;
  finish(): readonly PaidLine[] | undefined;
}

/** Finds the lines below their head; a cell that is no value of its column makes all of it unreadable. */
export function closeReader({ date1904 }: { readonly date1904: boolean }): CloseReader {
  const lines: PaidLine[] = [];
  let isBelow = false;
  let isBad = false;
  return {
    add(rows) {
      for (const row of rows) {
        if (isBelow) {
          const line = lineOf(row, date1904);
          if (line === undefined) isBad = true;
          else lines.push(line);
        } else isBelow = lineColumns.every(({ head }, column) => row[column] === head);
      }
    },
    finish: () => (isBelow && !isBad ? lines : undefined),
  };
}

function lineOf(row: readonly unknown[], date1904: boolean): PaidLine | undefined {
  const word = (column: number): string => {
    const cell = row[column];
    return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
  };
  const number = (column: number): number => Number(row[column] === '' ? NaN : row[column]);
  const moment = momentOfSerial(number(2) + (date1904 ? DAYS_1904 : 0));
  const basis = bases.find((one) => one === row[1]);
  const what: PaidFor | undefined = paidFor.find((one) => one === row[7]);
  const [base, amount] = [number(8), number(9)].map((money) => Math.round(money * 100) || 0);
  if (basis === undefined || what === undefined || moment === undefined) return undefined;
  if (!Number.isFinite(number(8)) || !Number.isFinite(number(9))) return undefined;
  return {
    provider: word(0),
    basis,
    moment,
    about: word(3),
    table: word(4),
    id: word(5),
    charge: word(6),
    paidFor: what,
    base: base ?? 0,
    cents: amount ?? 0,
    rowDigest: word(10),
    chargeDigest: word(11),
    why: word(12),
  };
}
