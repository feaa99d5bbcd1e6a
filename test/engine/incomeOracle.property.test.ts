/** Production and income on random ledgers against a second implementation, sheet by sheet. */
import * as fc from 'fast-check';
import { incomeOracle, payrollOracle, type Posted, receivedOracle } from '../support/incomeOracle';
import { holds } from '../support/law';
import { endOf, momentOf } from '../support/oracle';
import { centsOfMoney, moneyOfCents } from '../support/plainLedger';
import { incomeLedgers, incomeOptions, incomePeriods } from '../support/randomIncome';
import { runReportsOf, type ShownReports, type ShownTable } from '../support/reportTables';

const cases = fc.record({
  ledger: incomeLedgers,
  period: incomePeriods,
  options: incomeOptions,
});
type Case = typeof cases extends fc.Arbitrary<infer One> ? One : never;

const known = new Map<string, ShownReports>();

/** The sheets of a case, made once: the laws of this file meet the same cases. */
function made(one: Case): ShownReports {
  const key = JSON.stringify(one);
  const sheets =
    known.get(key) ??
    runReportsOf(one.ledger, ['production-income'], { ...one.period, options: one.options });
  known.set(key, sheets);
  return sheets;
}

function inside<Row extends Posted>(rows: readonly Row[], { from, to }: Case['period']): Row[] {
  return rows.filter(({ moment }) => moment >= momentOf(from) && moment <= endOf(to));
}

/** Key and column → money, without what is 0.00. */
type Figures = Record<string, string>;

function added(entries: readonly (readonly [string, number])[]): Figures {
  const sums = new Map<string, number>();
  for (const [key, cents] of entries) sums.set(key, (sums.get(key) ?? 0) + cents);
  const kept = [...sums].filter(([, cents]) => cents !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept.map(([key, cents]) => [key, moneyOfCents(cents)]));
}

/** The money of a sheet: the cells of the key columns, then `column`, hold its figure. */
function onSheet(table: ShownTable | undefined, keys: readonly string[]): Figures {
  if (table === undefined) return { 'no sheet': '' };
  const places = keys.map((key) => table.columns.indexOf(key));
  const first = Math.max(...places) + 1;
  return added(
    table.rows.flatMap((row) =>
      table.columns.slice(first).flatMap((head, place) => {
        const cell = row[first + place];
        if (typeof cell !== 'string' || !/^-?\d+\.\d\d$/.test(cell)) return [];
        const key = places.map((at) => String(row[at] ?? '')).join(' ');
        return [[`${key} ${head}`, centsOfMoney(cell)] as const];
      }),
    ),
  );
}

const sums: Readonly<Record<string, readonly string[]>> = {
  'Tot Prod': ['Production', 'Sched', 'Adjustments', 'Writeoff', 'Writeoff Est', 'Writeoff Adj'],
  'Total Income': ['Pt Income', 'Unearned Pt Income', 'Ins Income'],
};
const payrollSums: Readonly<Record<string, readonly string[]>> = {
  'Net Prod': ['UCR Production', 'Est Write-off', 'Prod Adj', 'Change in Write-off'],
  'Net Income': ['Pat Inc Alloc', 'Ins Income'],
};

function expected(
  rows: readonly Posted[],
  key: (row: Posted) => string,
  totals: Readonly<Record<string, readonly string[]>>,
): Figures {
  const entries = rows.flatMap((row) => {
    const totalled = Object.keys(totals).filter((total) => totals[total]!.includes(row.column));
    return [row.column, ...totalled].map((column) => [`${key(row)} ${column}`, row.cents] as const);
  });
  return added(entries);
}

const dayOf = ({ moment }: Posted): string => moment.slice(0, 10);
const monthOf = ({ moment }: Posted): string => moment.slice(0, 7);

function withoutSched(rows: readonly Posted[]): Posted[] {
  return rows.filter(({ column }) => !column.startsWith('Sched'));
}

function named(rows: readonly Posted[], names: Readonly<Record<string, string>>): Posted[] {
  return rows.map((row) => ({ ...row, column: names[row.column] ?? row.column }));
}

it('P1 to P12, P20 to P24 Monthly by day is that of the second implementation', () => {
  holds(cases, (one) => {
    const rows = inside(incomeOracle(one.ledger, one.options), one.period);
    const monthly = named(rows, { 'Sched Discounts': 'Adjustments' });
    const shown = made(one).table('Production & Income - Monthly');
    expect(onSheet(shown, ['Date'])).toEqual(expected(monthly, dayOf, sums));
  });
});

it('P20 to P25 Annual by month and Provider by provider are those of the second implementation', () => {
  holds(cases, (one) => {
    const rows = withoutSched(inside(incomeOracle(one.ledger, one.options), one.period));
    const shown = made(one);
    const annual = shown.table('Production & Income - Annual');
    expect(onSheet(annual, ['Month'])).toEqual(expected(rows, monthOf, sums));
    const byProvider = shown.table('Production & Income - Provider');
    expect(onSheet(byProvider, ['Provider'])).toEqual(
      expected(rows, ({ provider }) => provider, sums),
    );
  });
});

it('Daily by day and provider is that of the second implementation', () => {
  holds(cases, (one) => {
    const rows = withoutSched(inside(incomeOracle(one.ledger, one.options), one.period));
    const daily = named(rows, { Adjustments: 'Adjust', 'Unearned Pt Income': 'Pt Income' });
    const shown = made(one).table('Production & Income - Daily');
    expect(onSheet(shown, ['Date', 'Provider'])).toEqual(
      expected(daily, (row) => `${dayOf(row)} ${row.provider}`, {}),
    );
  });
});

it('P30 Provider Payroll by day and provider is that of the second implementation', () => {
  holds(cases, (one) => {
    const shown = made(one).table('Provider Payroll');
    if (shown === undefined) return;
    const rows = inside(payrollOracle(one.ledger, one.options), one.period);
    expect(onSheet(shown, ['Date', 'Provider'])).toEqual(
      expected(rows, (row) => `${dayOf(row)} ${row.provider}`, payrollSums),
    );
  });
});

it('U6 Daily Payments by day, provider, method and type are those of the second implementation', () => {
  holds(cases, (one) => {
    const rows = inside(receivedOracle(one.ledger, one.options), one.period);
    const shown = made(one).table('Daily Payments');
    const keys = ['Date', 'Provider', 'Payer', 'Method', 'Type'];
    expect(onSheet(shown, keys)).toEqual(
      added(
        rows.map((row) => {
          const words = [dayOf(row), row.provider, row.payer, row.method, row.type];
          return [`${words.join(' ')} Amount`, row.cents] as const;
        }),
      ),
    );
  });
});
