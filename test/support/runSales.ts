/** Runs the sales report alone on a plain ledger and reads its sheets back as data. */
import { type Computed, computeReports } from '../../src/app/computeReports';
import { momentText } from '../../src/core/day';
import { atOnce } from '../../src/core/steps';
import { reportSpecs } from '../../src/reports/catalogue';
import type { Sheet, SheetTable, Value } from '../../src/reports/sheet';
import type { PlainLedger } from './plainLedger';
import { askedFor, ledgerOf, type RunOptions, testStamp } from './run';

/** Invoices may be left out: sales needs Charges and Payments. */
export type SalesPlain = Omit<PlainLedger, 'Invoices'> & Partial<Pick<PlainLedger, 'Invoices'>>;

export interface SalesDay {
  date: string;
  cash: number;
  services: number;
  tax: number;
  adjustments: number;
  cumulative: number;
  credits: number;
  receivable: number;
}

/** Amounts in cents, the rows of each sheet in their order. */
export interface SalesResult {
  methods: [string, number][];
  providers: [string, number][];
  categories: [string, number][];
  days: SalesDay[];
  /** Totals of the four sheets. */
  totals: { cash: number; providers: number; categories: number; days: number[] };
  /** Components of Account Adjustments: rows and cents by line. */
  parts: Record<string, [rows: number, cents: number]>;
  sheets: readonly Sheet[];
  checks: Computed['checks'];
}

export function runSales(plain: SalesPlain, options: RunOptions): SalesResult {
  const asked = askedFor(['sales'], options);
  const specs = reportSpecs.filter(({ name }) => name === 'sales');
  const ledger = ledgerOf(plain as PlainLedger);
  const { sheets, checks } = atOnce(
    computeReports(ledger, { asked, specs, stamp: testStamp }, () => undefined),
  );
  const table = (name: string): SheetTable => tableOf(sheets, name, 0);
  return {
    methods: pairs(table('Cash Summary')),
    providers: pairs(table('Provider Summary')),
    categories: pairs(table('Category Summary')),
    days: table('Sales Reconciliation').rows.map(dayOf),
    totals: {
      cash: Number(table('Cash Summary').total?.[1]),
      providers: Number(table('Provider Summary').total?.[1]),
      categories: Number(table('Category Summary').total?.[1]),
      days: (table('Sales Reconciliation').total ?? []).slice(1, 5).map(Number),
    },
    parts: Object.fromEntries(
      tableOf(sheets, 'Category Summary', 1).rows.map(([line, rows, cents]) => [
        String(line),
        [Number(rows), Number(cents)],
      ]),
    ),
    sheets,
    checks,
  };
}

/** A table of a sheet: 0 is the report, memo tables follow. */
export function tableOf(sheets: readonly Sheet[], name: string, place: number): SheetTable {
  const found = sheets.find((sheet) => sheet.name === name)?.tables[place];
  if (found === undefined) throw new Error(`no table ${String(place)} on ${name}`);
  return found;
}

function pairs({ rows }: SheetTable): [string, number][] {
  return rows.map(([name, cents]) => [String(name), Number(cents)]);
}

function dayOf(row: readonly Value[]): SalesDay {
  const [date, ...amounts] = row.map(Number) as [number, ...number[]];
  const [cash, services, tax, adjustments, cumulative, credits, receivable] = amounts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    date: momentText(date),
    cash,
    services,
    tax,
    adjustments,
    cumulative,
    credits,
    receivable,
  };
}
