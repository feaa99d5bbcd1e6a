/** Months add up to the whole span in every column that is a flow, row by row and in the totals (K5). */
import type { ResultJson } from '../../spawnRunner';
import {
  added,
  type Figures,
  hundredths,
  type Sheets,
  sheetsOf,
  type Ticks,
  ticks,
} from './figures';
import { annual, byProvider, daily, monthly } from './income';

const lineKeys = [
  'Invoice Line Item Date / Time',
  'Provider',
  'Product ID',
  'Invoice Number',
  'Invoice Tag',
  // Attributes of the line, not flows (I-A5).
  'Total Tax Amount',
  'Total Discount Amount',
  'Eligible for Commissions',
];

/** Columns that name a row of a sheet; every other column of figures is a flow. */
const keysOfSheet: Readonly<Record<string, readonly string[]>> = {
  'Practice Summary': ['Provider'],
  'Provider Invoice Tag Summary': ['Provider', 'Invoice Tag'],
  'Provider Details': lineKeys,
  'Gross Invoicing Summary': ['Provider'],
  'Gross Invoicing Details': lineKeys,
  'CPT Billed Services': ['CPT Code'],
  'CPT Billed by Provider': ['Provider', 'CPT Code'],
  'CPT Collections (Gross)': ['CPT Code'],
  'CPT Collections by Provider': ['Provider', 'CPT Code'],
  'Cash Summary': ['Method'],
  'Provider Summary': ['Provider'],
  'Category Summary': ['Category'],
  // A balance stands once for each day: that of the month is that of the span.
  'Sales Reconciliation': ['Date'],
  [daily]: ['Date', 'Name', 'Description', 'Provider'],
  [monthly]: ['Date', 'Weekday'],
  [annual]: ['Month'],
  [byProvider]: ['Provider'],
  'Provider Payroll': ['Date', 'Provider'],
  'Daily Payments': ['Date', 'Provider', 'Payer', 'Method', 'Type', 'Patient Name'],
  'Gross to Net': ['Line'],
  'Control Totals': ['Tab'],
};

/** Sentences of what does not add up; empty where all does. */
export function monthsOff(months: readonly ResultJson[], whole: ResultJson): readonly string[] {
  const found = ticks();
  const all = sheetsOf(whole);
  const parts = months.map(sheetsOf);
  for (const [name, keys] of Object.entries(keysOfSheet)) {
    const figures = all(name);
    if (figures === undefined) continue;
    const ofMonths = parts.flatMap((sheets) => sheets(name) ?? []);
    for (const head of figures.table.columns) {
      if (keys.includes(head) || !isFlow(name, head, figures)) continue;
      const what = `${name}: ${head} of the months`;
      const sums = added(ofMonths.map((one) => one.by(keys, head)));
      found.sameSums(what, sums, figures.by(keys, head));
      const totals = ofMonths.reduce((sum, one) => sum + one.total(head), 0);
      found.same(what, totals, figures.total(head));
    }
  }
  bridge(parts, all, found);
  return found.off;
}

/** Money or uses; not a share, and not units that money reached, each counted once in a range (Z-A2). */
function isFlow(sheet: string, head: string, { table }: Figures): boolean {
  if (head.startsWith('% ') || (head === 'Used' && sheet.startsWith('CPT Collections')))
    return false;
  const place = table.columns.indexOf(head);
  const cells = [...table.rows, table.total ?? []].map((row) => row[place] ?? null);
  return cells.every(
    (cell) => cell === null || typeof cell === 'number' || /^-?\d+\.\d\d$/.test(cell),
  );
}

/** The anchors add up, and every step but those from Income to Collections, which say when money came. */
function bridge(parts: readonly Sheets[], all: Sheets, { sameSums }: Ticks): void {
  const lines = (sheets: Sheets): Map<string, number> => {
    const rows = sheets('Reconciliation Bridge')?.table.rows ?? [];
    const place = (name: string): number => rows.findIndex(([line]) => line === name);
    const [from, to] = [place('Income'), place('Collections')];
    const flows = rows.filter((_, row) => row <= from || row >= to);
    return new Map(flows.map(([line, amount]) => [String(line), hundredths(amount)]));
  };
  sameSums('the bridge of the months', added(parts.map(lines)), lines(all));
}
