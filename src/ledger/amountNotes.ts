/** What is told once about a column of amounts: texts, dashes, roundings, currencies. */
import { moneyText } from '../core/cents';
import type { ColumnNote } from './columnReader';
import { PARTS_PER_CENT } from './parseAmount';

/** Rows of a column in which an amount was written in a way worth telling. */
export interface AmountRemarks {
  readonly asText: number[];
  readonly zeroMark: number[];
  readonly thousands: number[];
  /** What rounding took away, in millionths of a cent. */
  readonly lost: { readonly row: number; readonly parts: number }[];
  /** Rows by the currency written in them. */
  readonly currencies: Map<string, number[]>;
  /** The currency that the column is said to be in, where a mapping says it. */
  readonly currency?: string | undefined;
}

interface Cents {
  centsAt(row: number): number;
}

/** The notes of a column, over the rows that are used. */
export function amountNotes(
  remarks: AmountRemarks,
  cents: Cents,
  isUsed: (row: number) => boolean,
): ColumnNote[] {
  return [
    ...asTextNote(remarks.asText.filter(isUsed), cents),
    ...roundedNote(
      remarks.lost.filter(({ row }) => isUsed(row)),
      cents,
    ),
    ...thousandsNote(remarks.thousands.filter(isUsed), cents),
    ...zeroMarkNote(remarks.zeroMark.filter(isUsed)),
    ...currenciesNote(remarks, isUsed),
  ];
}

/** The first row, whatever the order in which the cells were decided. */
export function firstOf(rows: readonly number[]): number {
  return rows.reduce((first, row) => Math.min(first, row), rows[0] ?? 0);
}

function asTextNote(rows: readonly number[], cents: Cents): ColumnNote[] {
  if (rows.length === 0) return [];
  const row = firstOf(rows);
  const leftOut = rows.reduce((sum, each) => sum + cents.centsAt(each), 0);
  const many = rows.length > 1;
  return [
    {
      code: 'AMOUNT_AS_TEXT',
      severity: 'warned',
      row,
      count: rows.length,
      found: `text that reads ${moneyText(cents.centsAt(row))}`,
      done: `counted as ${many ? 'amounts' : 'an amount'}; Excel's own SUM leaves ${many ? 'these cells' : 'this cell'} out, ${moneyText(leftOut)} in all`,
      fix: 'To make Excel add the column up too, select it and use Data, Text to Columns, Finish.',
    },
  ];
}

function roundedNote(lost: AmountRemarks['lost'], cents: Cents): ColumnNote[] {
  if (lost.length === 0) return [];
  const first = lost.reduce((a, b) => (b.row < a.row ? b : a));
  const parts = lost.reduce((sum, each) => sum + each.parts, 0);
  const rounded = cents.centsAt(first.row);
  return [
    {
      code: 'AMOUNT_ROUNDED',
      severity: 'warned',
      row: first.row,
      count: lost.length,
      found: partsText(rounded, first.parts),
      done: `rounded to ${moneyText(rounded)}; the roundings of this column come to ${signed(-parts)} in all`,
      fix: 'Round the amounts to whole cents where they come from.',
    },
  ];
}

function signed(parts: number): string {
  return `${parts < 0 ? '' : '+'}${partsText(0, parts)}`;
}

const PARTS_PER_DOLLAR = PARTS_PER_CENT * 100;

/** Dollars with as many decimals as cents and millionths of a cent need, `33.3333`. */
function partsText(cents: number, parts: number): string {
  const all = BigInt(cents) * BigInt(PARTS_PER_CENT) + BigInt(parts);
  const size = all < 0n ? -all : all;
  const dollars = size / BigInt(PARTS_PER_DOLLAR);
  const fraction = String(size % BigInt(PARTS_PER_DOLLAR)).padStart(8, '0');
  let end = fraction.length;
  while (end > 2 && fraction.charAt(end - 1) === '0') end--;
  return `${all < 0n ? '-' : ''}${String(dollars)}.${fraction.slice(0, end)}`;
}

function thousandsNote(rows: readonly number[], cents: Cents): ColumnNote[] {
  if (rows.length === 0) return [];
  const row = firstOf(rows);
  return [
    {
      code: 'AMOUNT_THOUSANDS',
      severity: 'noted',
      row,
      count: rows.length,
      found: `text with one comma and three digits behind it`,
      done: `the comma was read as a thousands mark: ${moneyText(cents.centsAt(row))}`,
      fix: 'If the comma is the decimal mark, write the amount with two decimals.',
    },
  ];
}

function zeroMarkNote(rows: readonly number[]): ColumnNote[] {
  if (rows.length === 0) return [];
  return [
    {
      code: 'AMOUNT_ZERO_MARK',
      severity: 'noted',
      row: firstOf(rows),
      count: rows.length,
      found: 'a dash or N/A',
      done: 'read as 0.00',
      fix: 'Nothing, if the amount is nil; otherwise type the amount.',
    },
  ];
}

/** Amounts of two currencies have no sum (A15). */
function currenciesNote(
  { currencies, currency: said }: AmountRemarks,
  isUsed: (row: number) => boolean,
): ColumnNote[] {
  const written = [...currencies]
    .map(([currency, rows]) => ({ currency, rows: rows.filter(isUsed) }))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => b.rows.length - a.rows.length || firstOf(a.rows) - firstOf(b.rows));
  const ofSaid = { currency: said ?? '', rows: [] };
  const used =
    said === undefined ? written : [ofSaid, ...written.filter(({ currency }) => currency !== said)];
  if (used.length < 2) return [];
  const others = used.slice(1).flatMap(({ rows }) => rows);
  return [
    {
      code: 'AMOUNT_CURRENCIES',
      severity: 'stopped',
      row: firstOf(others),
      count: others.length,
      found: `amounts in ${used.map(({ currency }) => currency).join(' and ')}`,
      done: 'amounts of different currencies were not added up',
      fix: 'Keep one currency in the ledger and convert the other amounts.',
    },
  ];
}
