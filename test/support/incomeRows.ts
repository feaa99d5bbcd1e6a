/** Rows of small ledgers for production and income, and the figures of a row of a sheet in words. */
import type { PlainLedger, PlainRow } from './plainLedger';
import { runReportsOf, type ShownReports } from './reportTables';

export type Tables = Partial<PlainLedger>;
export type Span = readonly [from: string, to: string];
export type Options = Readonly<Record<string, string>>;

export function run(plain: Tables, [from, to]: Span, options: Options = {}): ShownReports {
  return runReportsOf(plain, ['production-income'], { from, to, options });
}

/** One row of a Production & Income sheet by its first cell, as `head value` for each figure that is not 0.00. */
export function figures(shown: ShownReports, sheet: string, first: string): string {
  const table = shown.table(`Production & Income - ${sheet}`);
  if (table === undefined) return 'no sheet';
  const row = first === 'Total' ? table.total : table.rows.find(([cell]) => cell === first);
  if (row === undefined) return 'no row';
  return table.columns
    .flatMap((head, column) => {
      const value = row[column];
      return column > 0 && typeof value === 'string' && /^-?\d/.test(value) && value !== '0.00'
        ? [`${head} ${value}`]
        : [];
    })
    .join(', ');
}

/** `charge('1', '2024-07-03 A 1000')`: done and completed on a day, by a provider, for an amount. */
export function charge(id: string, words: string, more: PlainRow = {}): PlainRow {
  const [day = '', provider = '', amount = ''] = words.split(' ');
  return {
    'Charge ID': id,
    'Service Date': day,
    'Completed Date': day,
    Provider: provider,
    Amount: amount,
    ...more,
  };
}

/** `payment('p', '2024-07-03 400')` or `'2024-08-05 -180 Returned Check'`: on a day, an amount, a type. */
export function payment(id: string, words: string, more: PlainRow = {}): PlainRow {
  const [day = '', amount = '', ...type] = words.split(' ');
  return {
    'Payment ID': id,
    'Payment Date': day,
    'Entered Date': day,
    Amount: amount,
    Type: type.join(' ') || 'Payment',
    ...more,
  };
}

/** `adjustment('a', '2024-07-20 -20 Courtesy')`. */
export function adjustment(id: string, words: string, more: PlainRow = {}): PlainRow {
  const [day = '', amount = '', ...type] = words.split(' ');
  return {
    'Adjustment ID': id,
    Date: day,
    'Entered Date': day,
    Amount: amount,
    Type: type.join(' '),
    ...more,
  };
}

/** A received claim line: `claimLine('L', '1 2024-03-20 -80')` is paid so much by a check of that day. */
export function claimLine(id: string, words: string, more: PlainRow = {}): PlainRow {
  const [chargeId = '', day = '', paid = ''] = words.split(' ');
  return {
    'Claim Line ID': id,
    'Charge ID': chargeId,
    Status: 'Received',
    'Insurance Paid': paid,
    'Payment Date': day,
    'Check Date': day,
    'Received Date': day,
    ...more,
  };
}

/** What one day says: each provider's row of Production & Income, then of Provider Payroll. */
export function told(plain: Tables, day: string, options: Options = {}): string[] {
  const shown = run(plain, [day, day], options);
  const byProvider = shown.table('Production & Income - Provider')?.rows ?? [];
  const income = byProvider
    .map(([name]) => [String(name), figures(shown, 'Provider', String(name))] as const)
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `${name}: ${words}`);
  const { columns = [], rows = [] } = shown.table('Provider Payroll') ?? {};
  const payroll = rows.map((row) => {
    const parts = columns.slice(2).map((head, place) => `${head} ${String(row[place + 2])}`);
    const words = parts.filter((part) => !part.endsWith(' 0.00'));
    return `payroll of ${String(row[1])}: ${words.join(', ')}`;
  });
  return [...income, ...payroll];
}
