/** A ledger as plain rows: what the oracle, the scenarios and the random ledgers are written in. */
import type { ReadKind } from '../../src/ledger/kinds';

export type Cell = string | number | boolean | null;

/**
 * One row by its canonical headers. Dates are `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm` text, money is a
 * number of dollars or a decimal text such as `-12.50`; a header left out reads as a blank cell.
 */
export type PlainRow = Readonly<Record<string, Cell>>;

export interface PlainLedger extends Partial<Record<ReadKind, PlainRow[]>> {
  Charges: PlainRow[];
  Invoices: PlainRow[];
  Payments: PlainRow[];
}

/** The trimmed text of a cell; a blank or absent cell is ''. */
export function textOf(row: PlainRow, header: string): string {
  const cell = row[header] ?? null;
  return cell === null ? '' : String(cell).trim();
}

/** The cents of a money cell; `undefined` where it is blank. */
export function centsOf(row: PlainRow, header: string): number | undefined {
  const money = textOf(row, header);
  return money === '' ? undefined : centsOfMoney(money);
}

/** `-12.5` is -1250. Refuses anything but dollars with at most two decimals. */
export function centsOfMoney(money: string): number {
  const parts = /^([+-]?)(\d+)(?:\.(\d{1,2}))?$/.exec(money);
  if (parts === null) throw new Error(`not an amount of money: ${money}`);
  const cents = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  return parts[1] === '-' ? 0 - cents : cents;
}

/** -1250 is `-12.50`. */
export function moneyOfCents(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
