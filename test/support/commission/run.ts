/** Runs the commission report on a plain ledger and reads its sheets back as text. */
import type { PlainLedger, PlainRow } from '../plainLedger';
import { runReportsOf, type ShownReports } from '../reportTables';

export interface CommissionRun {
  readonly shown: ShownReports;
  /** `Adams net-income 30.15 4.52 0.00 0.00 4.52`: a row of the summary, and its total. */
  readonly summary: readonly string[];
  /** Payable by provider, over all bases. */
  readonly payable: Readonly<Record<string, string>>;
}

/** A month as `2024-03`, or two days. */
export type Days = string | readonly [from: string, to: string];

export function daysOf(days: Days): { from: string; to: string } {
  if (typeof days !== 'string') return { from: days[0], to: days[1] };
  const [year = 0, month = 0] = days.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${days}-01`, to: `${days}-${String(last)}` };
}

export function runCommission(
  plain: Partial<PlainLedger>,
  days: Days,
  options: Readonly<Record<string, string>> = {},
): CommissionRun {
  const shown = runReportsOf(plain, ['commission'], { ...daysOf(days), options });
  const table = shown.table('Commission Summary')!;
  const payable: Record<string, string> = {};
  for (const row of table.rows) {
    const provider = String(row[0]);
    const sum = Number(payable[provider] ?? 0) + Number(row[6]);
    payable[provider] = sum.toFixed(2);
  }
  return { shown, payable, summary: [...table.rows, table.total].map((row) => row.join(' ')) };
}

/** Rows of Commission Detail as text, without those columns that are not asked for. */
export function detailOf({ shown }: CommissionRun, columns: readonly string[]): string[] {
  const table = shown.table('Commission Detail')!;
  const places = columns.map((column) => table.columns.indexOf(column));
  return table.rows.map((row) => places.map((place) => String(row[place])).join(' | '));
}

/** Rows of a memo table by the header of its second column. */
export function memoOf({ shown }: CommissionRun, sheet: string, head: string): string[] {
  const table = shown.memos.get(sheet)?.find(({ columns }) => columns.includes(head));
  return (table?.rows ?? []).map((row) => row.join(' | '));
}

/** Work of one provider: `2024-03-01 1000`. */
export function work(id: string, words: string, more: PlainRow = {}): PlainRow {
  const [day = '', amount = '', provider = 'A'] = words.split(' ');
  return {
    'Charge ID': id,
    'Service Date': day,
    'Completed Date': day,
    Provider: provider,
    Amount: amount,
    ...more,
  };
}

/** Money on a charge: `2024-03-01 1000`, and its Type. */
export function paid(id: string, words: string, charge: string, more: PlainRow = {}): PlainRow {
  const [day = '', amount = '', ...type] = words.split(' ');
  return {
    'Payment ID': id,
    'Payment Date': day,
    'Entered Date': day,
    Type: type.join(' ') || 'Payment',
    Amount: amount,
    'Charge ID': charge,
    ...more,
  };
}

/** A plan of A on its net income at 30 %, but for what is given. */
export function plan(row: PlainRow = {}): PlainRow {
  return { Provider: 'A', Basis: 'net-income', Rate: 30, ...row };
}
