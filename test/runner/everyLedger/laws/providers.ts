/** Sums of providers = practice, in every sheet that has providers, and between the sheets that have them. */
import type { ResultJson } from '../../spawnRunner';
import { hundredths, moneyHeads, type Sheets, sheetsOf, type Ticks, ticks } from './figures';
import { income, payroll } from './income';

/** Sentences of what does not hold between the sheets of a run; empty where all does. */
export function providersOff(
  result: ResultJson,
  options: Readonly<Record<string, string>>,
): readonly string[] {
  const sheets = sheetsOf(result);
  const found = ticks();
  for (const name of withTotals) totalsAreSums(sheets, name, found);
  for (const one of invoicing) summaryAndDetails(sheets, one, found);
  tags(sheets, found);
  for (const one of codeSheets) codes(sheets, one, found);
  sales(sheets, found);
  income(sheets, options, found);
  payroll(sheets, found);
  trail(sheets, found);
  commission(sheets, found);
  return found.off;
}

const withTotals = [
  'Practice Summary',
  'Provider Invoice Tag Summary',
  'Provider Details',
  'Gross Invoicing Summary',
  'Gross Invoicing Details',
  'CPT Billed Services',
  'CPT Billed by Provider',
  'CPT Collections (Gross)',
  'CPT Collections by Provider',
  'Cash Summary',
  'Provider Summary',
  'Category Summary',
  'Sales Reconciliation',
  'Production & Income - Daily',
  'Production & Income - Monthly',
  'Production & Income - Annual',
  'Production & Income - Provider',
  'Provider Payroll',
  'Daily Payments',
  'Control Totals',
  'Commission Summary',
  'Commission Detail',
];

/** Every total of money is the sum of its rows; balances have none. */
function totalsAreSums(sheets: Sheets, name: string, { same }: Ticks): void {
  const figures = sheets(name);
  if (figures === undefined) return;
  for (const head of moneyHeads(figures)) {
    same(`${name}: rows of ${head}`, figures.sum(head), figures.total(head));
  }
}

interface Invoicing {
  readonly summary: string;
  readonly details: string;
  /** Share, total, exempt, eligible. */
  readonly heads: readonly [string, string, string, string];
}

const invoicing: readonly Invoicing[] = [
  {
    summary: 'Practice Summary',
    details: 'Provider Details',
    heads: [
      '% of Total Practice Invoicing Collected',
      'Total Invoicing Collected',
      'Total Exempt Amount of Invoicing Collected',
      'Total Eligible Amount of Invoicing Collected',
    ],
  },
  {
    summary: 'Gross Invoicing Summary',
    details: 'Gross Invoicing Details',
    heads: [
      '% of Total Practice Invoiced',
      'Total Invoiced',
      'Total Exempt Amount Invoiced',
      'Total Eligible Amount Invoiced',
    ],
  },
];

/** Total = Exempt + Eligible, shares of the total, and the lines behind them (I-21, I-22). */
function summaryAndDetails(sheets: Sheets, of: Invoicing, { off, same, sameSums }: Ticks): void {
  const [summary, details] = [sheets(of.summary), sheets(of.details)];
  if (summary === undefined || details === undefined) return;
  const [share, total, exempt, eligible] = of.heads;
  const practice = summary.total(total);
  for (const row of [...summary.table.rows, summary.table.total ?? []]) {
    const [provider, ratio, whole, ...parts] = row;
    const [without = 0, within = 0] = parts.map(hundredths);
    const where = `${of.summary}, ${String(provider)}`;
    same(`${where}: exempt + eligible`, without + within, hundredths(whole));
    const expected = practice === 0 ? null : hundredths(whole) / practice;
    if (ratio !== expected) off.push(`${where}: ${share} is ${String(ratio)}`);
  }
  const amount = details.table.columns.at(-1) ?? '';
  sameSums(of.details, details.by(['Provider'], amount), summary.by(['Provider'], total));
  const flag = 'Eligible for Commissions';
  same(of.details, details.sum(amount, { [flag]: 'No' }), summary.total(exempt));
  same(of.details, details.sum(amount, { [flag]: 'Yes' }), summary.total(eligible));
}

/** The tag combinations of a provider are what of his is eligible (I-23). */
function tags(sheets: Sheets, { sameSums }: Ticks): void {
  const [summary, byTag] = [sheets('Practice Summary'), sheets('Provider Invoice Tag Summary')];
  if (summary === undefined || byTag === undefined) return;
  sameSums(
    'Provider Invoice Tag Summary',
    byTag.by(['Provider'], 'Total Commissions Amount Collected'),
    summary.by(['Provider'], 'Total Eligible Amount of Invoicing Collected'),
  );
}

const codeSheets = [
  ['CPT Billed Services', 'CPT Billed by Provider', ['Used', 'Total Value', 'Total Income']],
  ['CPT Collections (Gross)', 'CPT Collections by Provider', ['Used', 'Collected Amount']],
] as const;

/** The CPT sheet by provider, added up by code, is the sheet by code. */
function codes(
  sheets: Sheets,
  [practice, providers, heads]: (typeof codeSheets)[number],
  { same, sameSums }: Ticks,
): void {
  const [byCode, byProvider] = [sheets(practice), sheets(providers)];
  if (byCode === undefined || byProvider === undefined) return;
  for (const head of heads) {
    const ofProviders = byProvider.by(['CPT Code'], head);
    sameSums(`${providers}: ${head}`, ofProviders, byCode.by(['CPT Code'], head));
    same(`${providers}: total of ${head}`, byProvider.total(head), byCode.total(head));
    same(`${practice}: total of ${head}`, byCode.sum(head), byCode.total(head));
  }
}

/** The sales summaries are the same events in three groupings, and the days are the range (S-4, S-11). */
function sales(sheets: Sheets, found: Ticks): void {
  const { same } = found;
  const [cash, providers] = [sheets('Cash Summary'), sheets('Provider Summary')];
  const [categories, days] = [sheets('Category Summary'), sheets('Sales Reconciliation')];
  if (cash === undefined || providers === undefined) return;
  if (categories === undefined || days === undefined) return;
  const line = (name: string, place: number): number => {
    const row = categories.table.rows.at(place) ?? [];
    return row[0] === name ? hundredths(row[1]) : Number.NaN;
  };
  const [adjustments, tax] = [line('Account Adjustments', 0), line('Sales Tax', -1)];
  const services = categories.sum('Amount') - adjustments - tax;
  same('Category Summary: items', services, providers.total('Amount'));
  same('Category Summary: total', categories.total('Amount'), cash.total('Amount'));
  same('Sales Reconciliation: Cash', days.total('Cash'), cash.total('Amount'));
  same('Sales Reconciliation: Services', days.total('Services'), providers.total('Amount'));
  same('Sales Reconciliation: Sales Tax', days.total('Sales Tax'), tax);
  same('Sales Reconciliation: adjustments', days.total('Account Adjustments'), adjustments);
  balances(days.table.rows, found);
}

/** Cumulative = credits − receivable on every day, and goes on from the day before (S-10). */
function balances(
  days: ResultJson['sheets'][number]['tables'][number]['rows'],
  found: Ticks,
): void {
  const { same } = found;
  let before: number | undefined;
  for (const [date, ...amounts] of days) {
    const [cash = 0, services = 0, tax = 0, moved = 0, ...rest] = amounts.map(hundredths);
    const [cumulative = 0, credits = 0, receivable = 0] = rest;
    const day = String(date);
    same(`${day}: Account Adjustments`, moved, cash - services - tax);
    same(`${day}: Cumulative`, cumulative, credits - receivable);
    if (before !== undefined) same(`${day}: Cumulative goes on`, cumulative, before + moved);
    before = cumulative;
  }
}

/** The lines of Gross to Net among themselves and against the tabs (G-6 to G-9). */
function trail(sheets: Sheets, { same }: Ticks): void {
  const [lines, tabs] = [sheets('Gross to Net'), sheets('Control Totals')];
  if (lines === undefined || tabs === undefined) return;
  const line = (name: string): number => lines.sum('Amount', { Line: name });
  const [adjusted, net] = [line('Production Adjustments'), line('Net Production')];
  same('Net Production', line('Gross Production') + adjusted, net);
  const named = line('Discounts') + line('Write-offs') + line('Other Adjustments');
  same('Production Adjustments', named, adjusted);
  const collected = line('Gross Collection') + line('Collection Adjustments');
  same('Net Collection', collected, line('Net Collection'));
  same('Control Totals: Production', tabs.total('Production'), net);
  same('Control Totals: Collection', tabs.total('Collection'), collected);
}

/** Payable is made of its columns, and the commission of a provider of the lines of the detail. */
function commission(sheets: Sheets, { same, sameSums }: Ticks): void {
  const [summary, detail] = [sheets('Commission Summary'), sheets('Commission Detail')];
  if (summary === undefined || detail === undefined) return;
  for (const row of [...summary.table.rows, summary.table.total ?? []]) {
    const [earned = 0, adjusted = 0, carried = 0, payable = 0] = row.slice(3).map(hundredths);
    same(`Payable of ${String(row[0])}`, earned + adjusted + carried, payable);
  }
  const earned = summary.by(['Provider'], 'Commission');
  sameSums('Commission Detail', detail.by(['Provider'], 'Commission'), earned);
}
