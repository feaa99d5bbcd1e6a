/** Ledgers of one family in a few words, what allocation proposes for them, and the same ledgers accepted. */
import { allocateLedger } from '../../src/engine/allocateLedger';
import { allocateAccounts } from '../../src/engine/allocation/allocateAccounts';
import { allocationChoices } from '../../src/engine/allocation/choices';
import {
  proposedPairs,
  splitRows,
  transferRows,
  type TransferRow,
} from '../../src/engine/allocation/transferRows';
import { chooseOptions } from '../../src/engine/options';
import type { Value } from '../../src/reports/sheet';
import { atOnce } from '../../src/core/steps';
import { momentText } from '../../src/core/day';
import { endOfText } from '../../src/core/period';
import { moneyOfCents, type PlainLedger, type PlainRow } from './plainLedger';
import { runReportsOf, type ShownReports } from './reportTables';
import { ledgerOf } from './run';

export type Book = Partial<PlainLedger>;
type Rest = Readonly<Record<string, string | number>>;

const whose = { 'Patient ID': 'pat1', 'Guarantor ID': 'gua' };

type RowOf = readonly [id: string, day: number, provider: string, amount: number, rest?: Rest];

/** A completed procedure of March 2024. */
export function proc(...of: RowOf): PlainRow {
  const [id, day, provider, amount, rest = {}] = of;
  return {
    ...whose,
    'Charge ID': id,
    'Service Date': march(day),
    Provider: provider,
    Amount: amount,
    ...rest,
  };
}

export function paid(id: string, day: number, amount: number, rest: Rest = {}): PlainRow {
  const Type = amount < 0 ? 'Refund' : 'Payment';
  return { ...whose, 'Payment ID': id, 'Payment Date': march(day), Type, Amount: amount, ...rest };
}

export function adjust(...row: RowOf): PlainRow {
  const [id, day, provider, amount, rest = {}] = row;
  const of = { 'Adjustment ID': id, Date: march(day), Type: 'Adjustment', Provider: provider };
  return { ...whose, ...of, Amount: amount, ...rest };
}

function march(day: number): string {
  return `2024-03-${String(day).padStart(2, '0')}`;
}

export interface Proposed {
  /** `p1: 60.00 c1 A`: payment, amount, charge, adjustment or type, provider. */
  readonly splits: readonly string[];
  /** `-500.00 c1 B`, one a split, in the order of the sheet. */
  readonly transfers: readonly string[];
  readonly shown: ShownReports;
}

/** What the report proposes at the end of March 2024. */
export function propose(book: Book, options: Record<string, string> = {}): Proposed {
  const shown = runReportsOf(book, ['allocation'], { ...march24, options });
  const splits = shown.table('Suggested Splits')!;
  const transfers = shown.table('Income Transfers')!;
  return {
    shown,
    splits: splits.rows.map((row) => `${String(row[0])}: ${where(splits.columns, row)}`),
    transfers: transfers.rows.map((row) => where(transfers.columns, row)),
  };
}

const march24 = { from: '2024-03-01', to: '2024-03-31' };

function where(columns: readonly string[], row: readonly Value[]): string {
  const cell = (head: string): string => {
    const value = row[columns.indexOf(head)];
    return String(value ?? '');
  };
  const at = cell('Charge ID') || cell('Adjustment ID') || cell('Unearned Type') || 'unallocated';
  return `${cell('Amount')} ${at} ${cell('Provider')}`;
}

/** The ledger with every proposal written into Payments, each split a row of Type Transfer. */
export function accepted(book: Book, options: Record<string, string> = {}): Book {
  const chosen = chooseOptions(Object.entries(options));
  if ('refusal' in chosen) throw new Error(chosen.refusal);
  const ledger = ledgerOf(book as PlainLedger);
  const allocated = atOnce(allocateLedger(ledger, 'chronological'));
  const asOf = endOfText(march24.to) ?? 0;
  const made = atOnce(allocateAccounts(allocated, asOf, allocationChoices(chosen.options)));
  const rows = [...transferRows(made, proposedPairs(made)), ...splitRows(made, made.splits)];
  return { ...book, Payments: [...(book.Payments ?? []), ...rows.map(asPayment)] };
}

function asPayment(row: TransferRow): PlainRow {
  return {
    'Payment ID': row.id,
    'Payment Date': momentText(row.moment),
    Type: 'Transfer',
    Amount: moneyOfCents(row.cents),
    Payer: row.payer,
    'Charge ID': row.chargeId,
    'Invoice Number': row.invoiceNumber,
    'Adjustment ID': row.adjustmentId,
    'Claim Number': row.claimNumber,
    'Unearned Type': row.unearnedType,
    Provider: row.provider,
    'Patient ID': row.patientId,
    'Guarantor ID': row.guarantorId,
    'Account ID': row.accountId,
    Location: row.location,
    'Refund Of': row.refundOf,
  };
}
