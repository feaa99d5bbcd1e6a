/** What holds for production and income of any ledger: K4 to K7 and W8, with every status of a claim line. */
import * as fc from 'fast-check';
import { countingPayments } from '../support/incomeOracle';
import { holds } from '../support/law';
import { endOf, momentOf } from '../support/oracle';
import {
  centsOf,
  centsOfMoney,
  type PlainLedger,
  type PlainRow,
  textOf,
} from '../support/plainLedger';
import { incomeLedgers, incomeOptions, incomePeriods } from '../support/randomIncome';
import { runReportsOf, type ShownReports, type ShownTable } from '../support/reportTables';

type Tables = Partial<PlainLedger>;
type Options = Readonly<Record<string, string>>;
type Period = Readonly<Record<'from' | 'to', string>>;

const quarter: Period = { from: '2024-01-01', to: '2024-03-31' };

const known = new Map<string, ShownReports>();

/** The sheets of a ledger, those of the quarter made once: the laws of this file meet the same cases. */
function made(ledger: Tables, options: Options, period: Period = quarter): ShownReports {
  const key = period === quarter ? JSON.stringify([ledger, options]) : '';
  const shown =
    known.get(key) ?? runReportsOf(ledger, ['production-income'], { ...period, options });
  if (key !== '') known.set(key, shown);
  return shown;
}

function tableOf(shown: ShownReports, name: string): ShownTable {
  const table = shown.table(name) ?? shown.table(`Production & Income - ${name}`);
  if (table === undefined) throw new Error(`no sheet ${name}`);
  return table;
}

function isMoney(cell: unknown): cell is string {
  return typeof cell === 'string' && /^-?\d+\.\d\d$/.test(cell);
}

/** Cents of each money column of one row. */
function moneyOf({ columns }: ShownTable, row: ShownTable['total']): Record<string, number> {
  return Object.fromEntries(
    columns.flatMap((head, place) => {
      const cell = row[place];
      return isMoney(cell) ? [[head, centsOfMoney(cell)] as const] : [];
    }),
  );
}

/** Cents of each money column, over the rows whose first cell begins so. */
function sumOf(table: ShownTable, start = ''): Record<string, number> {
  const sums = moneyOf(table, table.total);
  for (const head of Object.keys(sums)) sums[head] = 0;
  for (const row of table.rows.filter(([cell]) => String(cell).startsWith(start))) {
    for (const [head, cents] of Object.entries(moneyOf(table, row))) sums[head]! += cents;
  }
  return sums;
}

const cases = fc.record({ ledger: incomeLedgers, options: incomeOptions });

/* ---- K4 ---- */

const isHidden = (row: PlainRow): boolean =>
  textOf(row, 'Unearned Type').toLowerCase().startsWith('hidden');

function isIn(row: PlainRow, header: string, { from, to }: Period): boolean {
  const text = textOf(row, header);
  return text !== '' && momentOf(text) >= momentOf(from) && momentOf(text) <= endOf(to);
}

/** Blank is not final; no such column is final on the Payment Date. */
function checkDate(rows: readonly PlainRow[]): string {
  return rows.some((row) => Object.hasOwn(row, 'Check Date')) ? 'Check Date' : 'Payment Date';
}

/** Money of patients on its Payment Date, of insurers on the date of their check; hidden money on none. */
function dateOf(row: PlainRow, ledger: Tables, isByLines: boolean): string {
  const type = textOf(row, 'Type');
  // Credit used or given back only moves.
  if (isHidden(row) || type === 'Credit Applied' || type === 'Unapplied') return '';
  if (textOf(row, 'Payer') !== 'Insurance' || type === 'Transfer') return 'Payment Date';
  if (isByLines) return '';
  const isUnearned = textOf(row, 'Unearned Type') !== '' || type.startsWith('Deposit');
  return isUnearned ? 'Payment Date' : checkDate(ledger.Payments ?? []);
}

/** Payments and final insurance money of the period, less what is hidden, from the rows as they stand. */
function received(ledger: Tables, period: Period): number {
  const all = ledger['Claim Lines'] ?? [];
  const isByLines = all.some((row) => textOf(row, 'Insurance Paid') !== '');
  const payments = countingPayments(ledger)
    .filter(({ row }) => isIn(row, dateOf(row, ledger, isByLines), period))
    .map(({ cents }) => cents);
  const done = /^(Received|Supplemental|CapClaim|CapComplete)$/;
  const lines = (isByLines ? all : [])
    .filter((row) => done.test(textOf(row, 'Status')) && isIn(row, checkDate(all), period))
    .map((row) => centsOf(row, 'Insurance Paid') ?? 0);
  const isMapped = (ledger['Type Map'] ?? []).length > 0;
  const back = (isMapped ? (ledger.Adjustments ?? []) : [])
    .filter((row) => textOf(row, 'Type') === 'Cheque given back' && isIn(row, 'Date', period))
    .map((row) => -centsOf(row, 'Amount')!);
  return [...payments, ...lines, ...back].reduce((sum, cents) => sum + cents, 0);
}

it('K4, U6 Total Income with unearned = payments + finalised checks − hidden splits, any range', () => {
  const ranged = fc.record({
    ledger: incomeLedgers,
    options: incomeOptions,
    period: incomePeriods,
  });
  holds(ranged, ({ ledger, options, period }) => {
    const shown = made(ledger, { ...options, 'include-unearned': 'yes' }, period);
    const expected = received(ledger, period);
    expect(sumOf(tableOf(shown, 'Provider'))['Total Income']).toBe(expected);
    expect(sumOf(tableOf(shown, 'Daily Payments'))['Amount']).toBe(expected);
    expect(Object.entries(shown.checks).filter(([, off]) => off !== 0)).toEqual([]);
  });
});

/* ---- K5 ---- */

it('K5 every sheet adds up to its total, and providers, months and days to the same practice', () => {
  holds(cases, ({ ledger, options }) => {
    const shown = made(ledger, options);
    for (const name of shown.sheets) {
      const table = tableOf(shown, name);
      expect(sumOf(table)).toEqual(moneyOf(table, table.total));
    }
    const practice = sumOf(tableOf(shown, 'Provider'));
    expect(sumOf(tableOf(shown, 'Annual'))).toEqual(practice);
    // Only Monthly has what is scheduled, and its discounts (P9, P20).
    const { Sched: sched = 0, ...byDay } = sumOf(tableOf(shown, 'Monthly'));
    const discounts = byDay['Adjustments']! - practice['Adjustments']!;
    const totProd = practice['Tot Prod']! + sched + discounts;
    expect(byDay).toEqual({
      ...practice,
      Adjustments: practice['Adjustments']! + discounts,
      'Tot Prod': totProd,
    });
    const items = sumOf(tableOf(shown, 'Daily'));
    expect(items['Adjust']).toBe(practice['Adjustments']);
    expect(items['Pt Income']).toBe(practice['Pt Income']! + practice['Unearned Pt Income']!);
    for (const head of Object.keys(items)) {
      if (head !== 'Adjust' && head !== 'Pt Income') expect(items[head]).toBe(practice[head]);
    }
  });
});

it('K5 a month and the rest of its quarter add up to it in every column of every sheet', () => {
  const months = [
    { from: '2024-01-01', to: '2024-01-31' },
    { from: '2024-02-01', to: '2024-03-31' },
  ];
  holds(cases, ({ ledger, options }) => {
    const whole = made(ledger, options);
    const parts = months.map((month) => made(ledger, options, month));
    for (const name of whole.sheets) {
      const ofWhole = sumOf(tableOf(whole, name));
      const ofParts = parts.map((part) => sumOf(tableOf(part, name)));
      const heads = Object.keys(ofWhole);
      const added = heads.map((head) => [head, total(ofParts.map((sums) => sums[head]!))]);
      expect([name, Object.fromEntries(added)]).toEqual([name, ofWhole]);
    }
  });
});

it('a provider filter hides rows and changes none that stays', () => {
  holds(cases, ({ ledger, options }) => {
    const whole = made(ledger, options);
    const names = tableOf(whole, 'Provider').rows.map(([name]) => String(name));
    const one = names[0] ?? 'No provider';
    const asked = { ...quarter, options, providers: [one] };
    const shown = runReportsOf(ledger, ['production-income'], asked);
    for (const name of whole.sheets) {
      const table = tableOf(whole, name);
      const place = table.columns.indexOf('Provider');
      const stays = place < 0 ? table.rows : table.rows.filter((row) => row[place] === one);
      expect(tableOf(shown, name).rows).toEqual(stays);
    }
  });
});

/* ---- K6 ---- */

/** Columns that a date column selects (table 1.1, W1 to W4, P30); what each moves is listed by sheet. */
const selects: readonly (readonly [
  kind: keyof PlainLedger,
  header: string,
  income: readonly string[],
  payroll: readonly string[],
])[] = [
  // The line order it gives decides between providers, never for the practice.
  ['Charges', 'Service Date', ['Production', 'Sched', 'Adjustments', 'Writeoff'], []],
  ['Charges', 'Completed Date', [], ['UCR Production', 'Est Write-off', 'Prod Adj']],
  ['Adjustments', 'Date', ['Adjustments', 'Pt Income'], []],
  ['Adjustments', 'Entered Date', [], ['Prod Adj', 'Pat Inc']],
  ['Claim Lines', 'Procedure Date', ['Production', 'Writeoff'], []],
  ['Claim Lines', 'Estimate Date', ['Writeoff Est'], []],
  ['Claim Lines', 'Payment Date', ['Writeoff', 'Writeoff Adj', 'Ins Income'], []],
  ['Claim Lines', 'Check Date', ['Writeoff', 'Writeoff Adj', 'Ins Income'], []],
  ['Claim Lines', 'Received Date', [], ['Change in Write-off', 'Ins Income', 'Ins Not Final']],
  ['Payments', 'Payment Date', ['Pt Income', 'Unearned Pt Income', 'Ins Income'], []],
  ['Payments', 'Entered Date', [], ['Pat Inc', 'Ins Income', 'Ins Not Final']],
  ['Payments', 'Check Date', ['Ins Income'], []],
  ['Invoices', 'Closed Date', [], []],
];

/** Write-offs by the day of the work move with it in that mode alone, by payment in that one. */
function isAllowed(
  head: string,
  header: string,
  allowed: readonly string[],
  mode: string,
): boolean {
  if (head === 'Writeoff') {
    const ofMode =
      mode === 'procedure' ? ['Service Date', 'Procedure Date'] : ['Payment Date', 'Check Date'];
    return allowed.includes(head) && ofMode.includes(header);
  }
  return allowed.includes(head);
}

/** January, February and March of the practice, without what adds other columns up. */
function byMonth(shown: ShownReports, sheet: string): Record<string, number>[] {
  return ['2024-01', '2024-02', '2024-03'].map((month) => {
    const table = shown.table(sheet) ?? shown.table(`Production & Income - ${sheet}`);
    const sums = table === undefined ? {} : sumOf(table, month);
    // The order of payments decides which of them was too much, not how much was.
    const alloc = (sums['Pat Inc Alloc'] ?? 0) + (sums['Pat Inc Unalloc'] ?? 0);
    const totals = /^(Tot|Net|Total|Pat Inc)/;
    const kept = Object.entries(sums).filter(([head]) => !totals.test(head));
    return Object.fromEntries([...kept, ['Pat Inc', alloc]]);
  });
}

function shifted(ledger: Tables, kind: keyof PlainLedger, header: string): Tables {
  const move = (row: PlainRow): PlainRow => {
    const text = textOf(row, header);
    return text.startsWith('2024-01-31')
      ? { ...row, [header]: `2024-02-01${text.slice(10)}` }
      : row;
  };
  return { ...ledger, [kind]: (ledger[kind] ?? []).map(move) };
}

it.each([['Charges and Adjustments'], ['Claim Lines'], ['Payments and Invoices']])(
  'K6 a date of %s a day later, over the end of the month, moves the figures it selects and no other',
  (kinds) => {
    const columns = selects.filter(([kind]) => kinds.split(' and ').includes(kind));
    const moves = fc.record({ one: cases, column: fc.constantFrom(...columns) });
    holds(moves, ({ one: { ledger, options }, column: [kind, header, income, payroll] }) => {
      if (!(ledger[kind] ?? []).some((row) => textOf(row, header).startsWith('2024-01-31'))) return;
      const before = made(ledger, options);
      const after = made(shifted(ledger, kind, header), options);
      const mode = options['write-off-date'];
      for (const [sheet, allowed] of [
        ['Monthly', income],
        ['Provider Payroll', payroll],
      ] as const) {
        const [was, is] = [byMonth(before, sheet), byMonth(after, sheet)];
        for (const head of Object.keys(was[0]!)) {
          const figures = was.map((sums) => sums[head]!);
          const moved = is.map((sums) => sums[head]!);
          expect([head, total(moved)]).toEqual([head, total(figures)]);
          if (!isAllowed(head, header, allowed, mode)) {
            expect([head, ...moved]).toEqual([head, ...figures]);
          }
        }
      }
    });
  },
);

function total(months: readonly number[]): number {
  return months.reduce((sum, cents) => sum + cents, 0);
}

/* ---- W8 ---- */

/** Every line received and every date filled; no bad debt and no capitation, which payroll alone leaves out. */
function settled(ledger: Tables): Tables {
  const filled = (row: PlainRow, headers: readonly string[]): PlainRow =>
    headers.reduce(
      (made, header) => ({ ...made, [header]: textOf(row, header) || '2024-02-01' }),
      row,
    );
  const isCapitation = (row: PlainRow): boolean => textOf(row, 'Status').startsWith('Cap');
  return {
    ...ledger,
    Charges: (ledger.Charges ?? []).map((row) => filled(row, ['Completed Date'])),
    Adjustments: (ledger.Adjustments ?? [])
      .filter((row) => !['Bad debt', 'Uncollectable'].includes(textOf(row, 'Type')))
      .map((row) => filled(row, ['Entered Date'])),
    Payments: (ledger.Payments ?? []).map((row) => filled(row, ['Entered Date'])),
    ...(ledger['Claim Lines'] && {
      'Claim Lines': ledger['Claim Lines']
        .filter((row) => !isCapitation(row))
        .map((row) => ({
          ...filled(row, ['Procedure Date', 'Payment Date', 'Received Date', 'Estimate Date']),
          Status: row['Status'] === 'Not Received' ? 'Received' : row['Status']!,
        })),
    }),
  };
}

it('K1, W8 once every claim line is received all four ways of write-offs give one total', () => {
  holds(cases, ({ ledger: open, options }) => {
    const ledger = settled(open);
    if ((ledger['Claim Lines'] ?? [{}]).length === 0) delete ledger['Claim Lines'];
    const totals = ['insurance-payment', 'procedure', 'claim'].map((mode) => {
      const shown = made(ledger, { ...options, 'write-off-date': mode });
      const payroll = shown.table('Provider Payroll');
      const net = payroll === undefined ? undefined : sumOf(payroll)['Net Prod'];
      return [sumOf(tableOf(shown, 'Provider'))['Tot Prod'], net];
    });
    const [first] = totals[0]!;
    for (const [production, payroll] of totals) {
      expect(production).toBe(first);
      if (payroll !== undefined) expect(payroll).toBe(first);
    }
  });
});

/* ---- K7 ---- */

function mixed(rows: readonly PlainRow[], keys: readonly number[]): PlainRow[] {
  return rows
    .map((row, place) => ({ row, key: keys[place % keys.length] ?? 0, place }))
    .sort((a, b) => a.key - b.key || b.place - a.place)
    .map(({ row }) => row);
}

/** Splits of one payment and day are told apart by their row alone: here each has an id of its own. */
function withOwnIds(ledger: Tables): Tables {
  const seen = new Set<string>();
  const Payments = (ledger.Payments ?? []).map((row, place): PlainRow => {
    const id = textOf(row, 'Payment ID');
    const own = seen.has(id) ? `${id}-${place}` : id;
    seen.add(id);
    return { ...row, 'Payment ID': own };
  });
  return { ...ledger, Payments };
}

it('K7 the order of the rows changes no sheet', () => {
  const keyed = fc.record({
    one: cases,
    keys: fc.array(fc.nat(), { minLength: 1, maxLength: 9, size: 'medium' }),
  });
  holds(keyed, ({ one: { ledger: plain, options }, keys }) => {
    const ledger = withOwnIds(plain);
    const other = Object.fromEntries(
      Object.entries(ledger).map(([kind, rows]) => [kind, mixed(rows, keys)]),
    ) as Tables;
    const [first, second] = [made(ledger, options), made(other, options)];
    expect(second.sheets).toEqual(first.sheets);
    for (const name of first.sheets) {
      expect(second.table(name)).toEqual(first.table(name));
      expect(second.memos.get(name)).toEqual(first.memos.get(name));
    }
  });
});
