/** Production & Income between its sheets: items, days, months and providers are four ways to one total. */
import { added, type Figures, hundredths, moneyHeads, type Sheets, type Ticks } from './figures';

export const daily = 'Production & Income - Daily';
export const monthly = 'Production & Income - Monthly';
export const annual = 'Production & Income - Annual';
export const byProvider = 'Production & Income - Provider';

/** Heads of the write-offs: one, or two with write-off-date=claim. */
function writeOffHeads({ table }: Figures): string[] {
  return table.columns.filter((head) => head.startsWith('Writeoff'));
}

/** P20 to P22, K5 and U6. */
export function income(
  sheets: Sheets,
  options: Readonly<Record<string, string>>,
  found: Ticks,
): void {
  const { same, sameSums } = found;
  const [items, days] = [sheets(daily), sheets(monthly)];
  const [months, providers] = [sheets(annual), sheets(byProvider)];
  const payments = sheets('Daily Payments');
  if (items === undefined || days === undefined || months === undefined) return;
  if (providers === undefined || payments === undefined) return;
  for (const head of moneyHeads(providers)) {
    same(`${byProvider}: ${head} of the months`, providers.total(head), months.total(head));
  }
  // Sched and the discounts of scheduled work are of the sheet by day alone (P9, P20).
  const off = writeOffHeads(providers);
  for (const head of ['Production', ...off, 'Pt Income', 'Unearned Pt Income', 'Ins Income']) {
    same(`${monthly}: ${head}`, days.total(head), months.total(head));
  }
  for (const figures of [days, months, providers]) rowsAddUp(figures, found);
  itemsAddUp({ items, days, providers }, found);
  // Daily Payments has what is unearned, whatever the option says (U6).
  if (options['include-unearned'] === 'no') return;
  same('Daily Payments', payments.total('Amount'), providers.total('Total Income'));
  const received = providers.by(['Provider'], 'Total Income');
  sameSums('Daily Payments', payments.by(['Provider'], 'Amount'), received);
}

/** Tot Prod and Total Income of every row are made of its columns (P20 to P22). */
function rowsAddUp(figures: Figures, { same }: Ticks): void {
  const { columns, rows, total = [] } = figures.table;
  const done = ['Production', 'Sched', 'Adjustments', ...writeOffHeads(figures)];
  for (const row of [...rows, total]) {
    const of = (head: string): number => hundredths(row[columns.indexOf(head)]);
    const produced = done.reduce((sum, head) => sum + of(head), 0);
    same(`Tot Prod of ${String(row[0])}`, of('Tot Prod'), produced);
    const received = of('Pt Income') + of('Unearned Pt Income') + of('Ins Income');
    same(`Total Income of ${String(row[0])}`, of('Total Income'), received);
  }
}

/** The items of a provider are his row, and those of a day its row. */
function itemsAddUp(
  of: { readonly items: Figures; readonly days: Figures; readonly providers: Figures },
  { sameSums }: Ticks,
): void {
  const { items, days, providers } = of;
  const columns: readonly (readonly [item: string, heads: readonly string[]])[] = [
    ['Production', ['Production']],
    ['Adjust', ['Adjustments']],
    ...writeOffHeads(providers).map((head) => [head, [head]] as const),
    ['Pt Income', ['Pt Income', 'Unearned Pt Income']],
    ['Ins Income', ['Ins Income']],
  ];
  for (const [item, heads] of columns) {
    const expected = added(heads.map((head) => providers.by(['Provider'], head)));
    sameSums(`${daily}: ${item}`, items.by(['Provider'], item), expected);
    // The sheet by day has the discounts of scheduled work among its adjustments.
    if (item === 'Adjust') continue;
    const byDay = added(heads.map((head) => days.by(['Date'], head)));
    sameSums(`${daily}: ${item} of the day`, items.by(['Date'], item), byDay);
  }
}

/** Net Prod and Net Income of each row are made of its columns (P30). */
export function payroll(sheets: Sheets, { same }: Ticks): void {
  const figures = sheets('Provider Payroll');
  if (figures === undefined) return;
  for (const [date, provider, ...amounts] of [...figures.table.rows, figures.table.total ?? []]) {
    const [ucr = 0, estimate = 0, adjusted = 0, change = 0, net = 0, ...money] =
      amounts.map(hundredths);
    const who = `${String(date)} ${String(provider)}`;
    same(`Net Prod of ${who}`, ucr + estimate + adjusted + change, net);
    const [allocated = 0, , insurance = 0, , received = 0] = money;
    same(`Net Income of ${who}`, allocated + insurance, received);
  }
}
