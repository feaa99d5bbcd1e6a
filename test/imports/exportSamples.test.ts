/** Sample exports, opened as they are: nothing asks, and rows, sums and income are those of a plain adding up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExcelHost, openWorkbook } from '../../host/index';
import { startOffice } from '../../host/node';
import type { SampleCell } from '../../samples/sampleTable';
import { exportBytes, exportNames, exportSheets } from '../../samples/exports';
import type { ReadKind } from '../../src/ledger/kinds';
import { valueJson } from '../../src/reports/resultJson';
import { doneOf, runOn } from '../support/hostRun';
import { moneyOfCents } from '../support/plainLedger';
import { readImportOf } from './readImports';

const folder = join(__dirname, '../../samples/exports');
const quiet = { watch: () => undefined, pause: () => undefined };

type Row = Readonly<Record<string, SampleCell>>;
/** A column of money, its sign in the ledger, and the rows in which it counts. */
type Money = readonly [column: string, sign: 1 | -1, counts?: (row: Row) => boolean];

interface Story {
  readonly tables: Partial<Record<ReadKind, readonly Money[]>>;
  /** The column of the provider, for income; none where the export has no charges of its own. */
  readonly provider?: string;
}

const isCode = (codes: readonly string[]) => (row: Row) => codes.includes(String(row['Code']));
const isCopay = (row: Row): boolean => row['Procedure Code(s)'] === 'COPAY';
const hasClaim = (row: Row): boolean => row['Patient AC#'] !== 'Grand Total';
const isKind = (kind: string) => (row: Row) => row['Service or Payment'] === kind;

const stories: Readonly<Record<string, Story>> = {
  'kareo.xlsx': {
    provider: 'RenderingProviderName',
    tables: {
      Charges: [['TotalCharges', 1]],
      Payments: [
        ['PrimaryInsuranceInsurancePayment', 1],
        ['SecondaryInsuranceInsurancePayment', 1],
        ['PatientPaymentAmount', 1],
      ],
      'Claim Adjustments': [['PrimaryInsuranceInsuranceContractAdjustment', 1]],
    },
  },
  'drchrono.xlsx': {
    provider: 'doctor',
    tables: {
      Charges: [['billed', 1]],
      Payments: [
        ['ins1_paid', 1],
        ['ins2_paid', 1],
        ['pt_paid', 1],
      ],
      Adjustments: [['adjustment', -1]],
    },
  },
  'nuin.xlsx': {
    provider: 'Rendering Provider',
    tables: {
      Charges: [['Billed Charge', 1, hasClaim]],
      Payments: [
        ['Pri Ins Payment', 1, hasClaim],
        ['Sec Ins Payment', 1, hasClaim],
        ['Patient Payments', 1, hasClaim],
      ],
      'Claim Adjustments': [['Contractual Adjustments', 1, hasClaim]],
    },
  },
  'openemr.xlsx': {
    provider: 'Practitioner',
    tables: {
      Charges: [['Amt Billed', 1, (row) => !isCopay(row)]],
      Payments: [
        ['Amt Billed', -1, isCopay],
        ['Paid Amt', 1],
      ],
      Adjustments: [['Adjustment Amt', -1]],
    },
  },
  'charttalk.xlsx': {
    provider: 'Provider',
    tables: {
      Charges: [['Charge', 1, isKind('Service')]],
      Payments: [['Amount Paid', 1, isKind('Payment')]],
      'Claim Adjustments': [['Provider Reductions', 1]],
    },
  },
  'theranest.xlsx': {
    provider: 'Staff Member',
    tables: {
      Charges: [['Charges', 1]],
      Payments: [
        ['Client Payment', 1],
        ['Insurance Payments', 1],
        ['Client Refunds', -1],
      ],
      'Claim Adjustments': [['Insurance Write-Off Amount', 1]],
    },
  },
  'dentrix.xlsx': {
    provider: 'Prov',
    tables: {
      Charges: [['Amount', 1, isCode(['D0120', 'D1110', 'D2391'])]],
      Payments: [['Amount', -1, isCode(['Pay', 'Ins'])]],
      Adjustments: [['Amount', 1, isCode(['Adj'])]],
    },
  },
  'shepherd.xlsx': {
    tables: {
      Charges: [['Original Price', 1]],
      Invoices: [['Sales Tax', 1, (row) => row['Invoice Status'] !== undefined]],
      Payments: [['Amount Paid', 1]],
    },
  },
  'instinct.xlsx': {
    tables: {
      Payments: [
        ['Paid Amount', 1],
        ['Voided Paid Amount', 1],
        ['Refunded Amount', -1],
      ],
    },
  },
  'topsortho.xlsx': {
    tables: {
      'Audit Trail': [
        ['Production', 1],
        ['Payments', 1],
        ['[-] Adjustments', 1],
      ],
    },
  },
};

/** `($1,234.50)` and -1234.5 are the same; a dash is nothing. */
function centsOf(cell: SampleCell | undefined): number {
  const text = String(cell ?? '').replace(/[$,\s]/g, '');
  const [, inBrackets] = /^\((.*)\)$/.exec(text) ?? [];
  if (inBrackets !== undefined) return -centsOf(inBrackets);
  return text === '' || text === '-' ? 0 : Math.round(Number(text) * 100);
}

const rowsOf = (name: string): Row[] =>
  exportSheets(name).flatMap(({ table }) =>
    table.rows.map((row) =>
      Object.fromEntries(table.headers.map((header, at) => [header, row[at] ?? ''])),
    ),
  );

/** The money of a kind by a column of the export, and how many cells of it there are. */
function addedUp(name: string, kind: ReadKind, by: (row: Row) => string): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const row of rowsOf(name)) {
    for (const [column, sign, counts] of stories[name]?.tables[kind] ?? []) {
      const cents = sign * centsOf(row[column]);
      const isRow = kind === 'Invoices' ? row[column] !== '' : cents !== 0;
      if (!(column in row) || counts?.(row) === false || !isRow) continue;
      const before = sums.get(by(row)) ?? [];
      sums.set(by(row), [...before, cents]);
    }
  }
  return sums;
}

const summed = (all: readonly number[]): number => all.reduce((sum, cents) => sum + cents, 0);
const opened = (name: string): ReturnType<typeof openWorkbook> =>
  openWorkbook(readFileSync(join(folder, name)));

it('every export of the folder is one that npm run sample writes, and has its story', () => {
  expect(exportNames).toEqual(Object.keys(stories));
  expect(exportNames.length).toBeGreaterThanOrEqual(8);
});

describe.each(Object.keys(stories))('%s', (name) => {
  const amount = (kind: ReadKind): string => (kind === 'Invoices' ? 'Tax' : 'Amount');
  const kinds = Object.keys(stories[name]!.tables) as ReadKind[];

  it('is what npm run sample writes, byte for byte', () => {
    expect(Buffer.compare(readFileSync(join(folder, name)), exportBytes(name))).toBe(0);
  });

  it('is read without a question: rows and sums of each kind are those that were added up', async () => {
    const read = await readImportOf(opened(name));
    for (const kind of kinds) {
      const cells = [...addedUp(name, kind, () => 'all').values()].flat();
      const amounts = read.rows(kind, amount(kind)).map(centsOf);
      expect([kind, amounts.length, summed(amounts)]).toEqual([kind, cells.length, summed(cells)]);
    }
    const of = read.equations.map((equation) => equation.slice(0, equation.indexOf(" '")));
    expect([...new Set(of)].sort()).toEqual([...kinds].sort());
    expect(
      read.problems.filter(({ severity }) => severity === 'stopped' || severity === 'held'),
    ).toEqual([]);
  });

  it('kept as it was opened, it is read as before', async () => {
    const before = await readImportOf(opened(name));
    const workbook = opened(name);
    await startOffice(new ExcelHost(workbook, { name }));
    const { look, open, keep } = await import('../../src/app/mapping/work');
    const { tables } = await look(quiet);
    expect(tables.map(({ confidence }) => confidence)).toEqual(
      exportSheets(name).map(() => 'sure'),
    );
    for (const { place } of tables) {
      const draft = await open(place);
      expect(await keep(draft!)).toMatchObject({ isDone: true });
    }
    expect((await look(quiet)).tables.map(({ confidence }) => confidence)).toEqual(
      tables.map(() => 'kept'),
    );
    const after = await readImportOf(workbook);
    const all =
      'Charge ID, Payment ID, Adjustment ID, Invoice Number, Claim Number, Service Date, Closed Date, Date, ' +
      'Payment Date, Type, Tab, Amount, Tax, Discount, Provider, Payer, Group, Code, Status, Voided';
    for (const kind of kinds) expect(after.rows(kind, all)).toEqual(before.rows(kind, all));
    expect([...after.equations].sort()).toEqual([...before.equations].sort());
  });
});

/** Cells of a report by the name in their first column; money as text. */
async function figuresOf(
  name: string,
  report: string,
  of: { readonly sheet: string; readonly column: string },
): Promise<Record<string, unknown>> {
  const { outcome } = await runOn(opened(name), { reports: [report], write: false });
  const table = doneOf(outcome).sheets.find((one) => one.name === of.sheet)?.tables[0];
  if (table === undefined) throw new Error(`no sheet ${of.sheet}`);
  const at = table.columns.findIndex(({ head }) => head === of.column);
  return Object.fromEntries(
    table.rows.map((row) => [
      String(valueJson(row[0] ?? null, table.columns[0]?.type)).trim(),
      valueJson(row[at] ?? null, table.columns[at]?.type),
    ]),
  );
}

const withIncome = Object.keys(stories).filter((name) => stories[name]?.provider !== undefined);

it.each(withIncome)(
  '%s: the income of each provider is the money on the provider’s rows',
  async (name) => {
    const column = stories[name]!.provider!;
    const sums = addedUp(name, 'Payments', (row) => String(row[column]).trim());
    const byHand = [...sums].map(([who, cents]) => [who, moneyOfCents(summed(cents))]);
    const of = { sheet: 'Production & Income - Provider', column: 'Total Income' };
    expect(await figuresOf(name, 'production-income', of)).toEqual({
      ...Object.fromEntries(byHand),
      'No provider': '0.00',
    });
  },
);

it('shepherd.xlsx: collected is what was sold on the invoices that were checked out', async () => {
  const rows = rowsOf('shepherd.xlsx');
  const closed = rows.filter((row) => row['Invoice Status'] === 'Checked Out');
  const numbers = new Set(closed.map((row) => row['Invoice #']));
  const byHand: Record<string, number> = {};
  for (const row of rows.filter((one) => one['Production User'] !== undefined)) {
    if (!numbers.has(row['Invoice #'] ?? '')) continue;
    const who = String(row['Production User']);
    const cents = centsOf(row['Original Price']) - centsOf(row['Discount Amount']);
    byHand[who] = (byHand[who] ?? 0) + cents;
  }
  const of = { sheet: 'Practice Summary', column: 'Total Invoicing Collected' };
  expect(await figuresOf('shepherd.xlsx', 'collected-invoicing', of)).toEqual(
    Object.fromEntries(Object.entries(byHand).map(([who, cents]) => [who, moneyOfCents(cents)])),
  );
});

it('topsortho.xlsx: gross production is the column Production', async () => {
  const cents = rowsOf('topsortho.xlsx').map((row) => centsOf(row['Production']));
  const of = { sheet: 'Gross to Net', column: 'Amount' };
  expect(await figuresOf('topsortho.xlsx', 'gross-to-net', of)).toMatchObject({
    'Gross Production': moneyOfCents(summed(cents)),
  });
});
