/** Each report alone and all together; and what is refused, in a plain sentence, where a table or column is missing. */
import type { HostWorkbook } from '../../host/index';
import { reportSpecs } from '../../src/reports/catalogue';
import { resultJson } from '../../src/reports/resultJson';
import { doneOf, type Grid, runOn, workbookOf } from '../support/hostRun';
import { contract } from './contract';
import type { ResultJson } from './spawnRunner';

type Sheets = Readonly<Record<string, Grid>>;

/** A workbook with every kind of table and every date that a report goes by. */
const everyTable: Sheets = {
  Charges: [
    [
      'Charge ID',
      'Service Date',
      'Completed Date',
      'Provider',
      'Amount',
      'Code',
      'Invoice Number',
      'Claim Number',
    ],
    ['L1', 45355, 45355, 'Adams', 65, 'EXAM', 5001, ''],
    ['L2', 45356, 45356, 'Baker', 80, '97110', 5001, 'C1'],
  ],
  Invoices: [
    ['Invoice Number', 'Closed Date'],
    [5001, 45356],
  ],
  Payments: [
    [
      'Payment ID',
      'Payment Date',
      'Entered Date',
      'Type',
      'Amount',
      'Payer',
      'Invoice Number',
      'Provider',
    ],
    ['T1', 45357, 45357, 'Payment', 100, 'Patient', 5001, ''],
    ['T2', 45358, 45358, 'Deposit', 20, 'Patient', '', 'Adams'],
  ],
  Adjustments: [
    ['Adjustment ID', 'Date', 'Entered Date', 'Type', 'Amount', 'Charge ID', 'Provider'],
    ['A1', 45359, 45359, 'Courtesy discount', -5, 'L1', 'Adams'],
  ],
  'Claim Adjustments': [
    ['Claim Number', 'Charge ID', 'Group', 'Reason', 'Amount'],
    ['C1', 'L2', 'CO', '45', 10],
  ],
  'Claim Lines': [
    [
      'Claim Line ID',
      'Charge ID',
      'Claim Number',
      'Status',
      'Write-off Estimate',
      'Estimate Date',
      'Write-off',
      'Insurance Paid',
      'Payment Date',
      'Check Date',
      'Received Date',
    ],
    ['K1', 'L2', 'C1', 'Received', 8, 45356, 10, 30, 45360, 45360, 45360],
  ],
  'Audit Trail': [
    ['Tab', 'Date', 'Type', 'Amount'],
    ['Production', 45355, 'Treatment', 500],
    ['Payments', 45356, 'Check', 300],
  ],
  Providers: [
    ['Provider', 'Last Name'],
    ['Adams', 'Adams'],
  ],
  'Type Map': [
    ['Tab', 'Pattern', 'Bucket'],
    ['Adjustments', 'Ins write off', 'write-off'],
  ],
  'Commission Plans': [
    ['Provider', 'Basis', 'Rate'],
    ['*', 'collected-invoicing', 10],
  ],
};

const payrollColumns = [
  'Date',
  'Provider',
  'UCR Production',
  'Est Write-off',
  'Prod Adj',
  'Change in Write-off',
  'Net Prod',
  'Pat Inc Alloc',
  'Pat Inc Unalloc',
  'Ins Income',
  'Ins Not Final',
  'Net Income',
];

const statement = ['Line', 'Rows', 'Base', 'Amount'];

/** Sheets of each report with their columns: the contract, and what only a workbook with every table has. */
function sheetsOf(report: string): (readonly [string, readonly string[]])[] {
  const sheets = [...(contract[report] ?? trailContract[report] ?? [])];
  if (report === 'commission') {
    sheets.push(['Statement - Adams', statement], ['Statement - Baker', statement]);
  }
  const last = sheets.findIndex(([name]) => name === 'Daily Payments');
  if (last >= 0) sheets.splice(last, 0, ['Provider Payroll', payrollColumns]);
  return sheets;
}

const trailContract: typeof contract = {
  'gross-to-net': [
    ['Gross to Net', ['Line', 'Amount']],
    [
      'Control Totals',
      ['Tab', 'Window', 'Production', 'Collection', 'Excluded', 'Voided', 'Unclassified'],
    ],
  ],
};

/** The tables that a report needs: without one of them it is refused, but where another list is there. */
const needs: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'collected-invoicing': [['Charges', 'Invoices', 'Payments']],
  'gross-invoicing': [['Charges', 'Invoices']],
  cpt: [['Charges']],
  sales: [['Charges', 'Payments']],
  'gross-to-net': [['Audit Trail']],
  'production-income': [['Charges'], ['Payments']],
  allocation: [['Charges', 'Payments']],
  commission: [['Commission Plans']],
  bridge: [['Charges', 'Payments'], ['Audit Trail']],
};

/** Practice Charts is made by name only: excel/practiceCharts.test.ts has it. */
const reports: readonly string[] = reportSpecs
  .filter(({ isByName }) => isByName !== true)
  .map(({ name }) => name);
/** Known to this version and to the lists above; a new report belongs on them. */
const known = Object.keys(needs).filter((name) => reports.includes(name));

interface Answer {
  readonly reasons: readonly string[];
  readonly result: ResultJson | undefined;
}

async function ask(
  workbook: HostWorkbook,
  names: readonly string[],
  options: readonly [string, string][] = [],
): Promise<Answer> {
  const asked = { reports: names, from: '2024-03-01', to: '2024-03-31', options, write: false };
  const { outcome } = await runOn(workbook, asked);
  if (outcome.kind === 'refused') return { reasons: outcome.reasons, result: undefined };
  const json = JSON.stringify(resultJson(doneOf(outcome)));
  return { reasons: [], result: JSON.parse(json) as ResultJson };
}

function without(kinds: readonly string[]): HostWorkbook {
  const kept = Object.entries(everyTable).filter(([kind]) => !kinds.includes(kind));
  return workbookOf({ Notes: [['nothing here']], ...Object.fromEntries(kept) });
}

/** The workbook with a column of a table gone. */
function withoutColumn(kind: string, header: string, sheets: Sheets = everyTable): HostWorkbook {
  const [heads = [], ...rows] = sheets[kind] ?? [];
  const place = heads.indexOf(header);
  if (place < 0) throw new Error(`${kind} has no ${header}`);
  const kept = [heads, ...rows].map((row) => row.filter((_, column) => column !== place));
  return workbookOf({ ...sheets, [kind]: kept });
}

function columnsOf({ sheets }: ResultJson): unknown {
  return sheets.map(({ report, name, tables }) => [report, name, tables[0]?.columns]);
}

function expectedOf(names: readonly string[]): unknown {
  return names.flatMap((report) => sheetsOf(report).map((sheet) => [report, ...sheet]));
}

it('every report of this version is on the lists of this file', () => {
  expect(known.sort()).toEqual([...reports].sort());
  for (const report of reports) expect(sheetsOf(report).length).toBeGreaterThan(0);
});

describe('in a workbook with every table', () => {
  it.each(known)('%s alone has exactly its sheets, with exactly their columns', async (report) => {
    const { result } = await ask(workbookOf(everyTable), [report]);
    expect(result && columnsOf(result)).toEqual(expectedOf([report]));
  });

  it('all together have every sheet, whether asked for as all or by name', async () => {
    const { result } = await ask(workbookOf(everyTable), ['all']);
    expect(result && columnsOf(result)).toEqual(expectedOf(reports));
    const named = await ask(workbookOf(everyTable), [...reports].reverse());
    expect(named.result?.sheets).toEqual(result?.sheets);
  });

  it.each(known)('%s has the figures alone that it has among all', async (report) => {
    const all = await ask(workbookOf(everyTable), ['all']);
    const alone = await ask(workbookOf(everyTable), [report]);
    const ofReport = all.result?.sheets.filter((sheet) => sheet.report === report);
    expect(alone.result?.sheets).toEqual(ofReport);
  });
});

/** A report, the tables taken away, and the one that the refusal names. */
const missing = known.flatMap((report) => {
  const [first = [], ...others] = needs[report] ?? [];
  return first.map((kind) => ({ report, kind, gone: [kind, ...others.flat()] }));
});

describe('in a workbook that lacks one of its tables', () => {
  it.each(missing)('$report is refused without $gone, and $kind is named', async (one) => {
    const { reasons } = await ask(without(one.gone), [one.report]);
    expect(reasons).toEqual([`${one.report} cannot be made: no table ${one.kind} was found`]);
  });

  it('each report of several is told with what it lacks', async () => {
    const { reasons } = await ask(without(['Invoices', 'Audit Trail']), reports);
    expect(reasons).toEqual([
      'collected-invoicing cannot be made: no table Invoices was found',
      'gross-invoicing cannot be made: no table Invoices was found',
      'gross-to-net cannot be made: no table Audit Trail was found',
      'commission cannot be made: collected-invoicing needs the table Invoices',
    ]);
  });

  it.each(['Charges', 'Invoices', 'Payments'])(
    'commission is refused without %s, which the basis of its plan needs',
    async (kind) => {
      const { reasons } = await ask(without([kind]), ['commission']);
      expect(reasons).toEqual([
        `commission cannot be made: collected-invoicing needs the table ${kind}`,
      ]);
    },
  );

  it('all are those whose tables are there, and nothing is refused', async () => {
    const { result } = await ask(without(['Invoices', 'Audit Trail']), ['all']);
    const made = new Set(result?.sheets.map(({ report }) => report));
    const kept = reports.filter(
      (name) => !['collected-invoicing', 'gross-invoicing', 'gross-to-net'].includes(name),
    );
    expect([...made]).toEqual(kept);
  });

  it('all in a workbook without any table: every report is told with what it lacks', async () => {
    const { reasons } = await ask(without(Object.keys(everyTable)), ['all']);
    expect(reasons).toHaveLength(reports.length);
    for (const reason of reasons) {
      expect(reason).toMatch(
        /^[a-z-]+ cannot be made: (?:no table [A-Z][A-Za-z ]+ was found(?:; )?)+$/,
      );
    }
  });

  it.each(['Payments', 'Charges'])('production-income is made without %s', async (kind) => {
    const { result } = await ask(without([kind]), ['production-income']);
    expect(result && columnsOf(result)).toEqual(expectedOf(['production-income']));
  });

  it('cpt is made of Charges alone, without the sheets of collections', async () => {
    const { result } = await ask(without(['Payments', 'Claim Lines']), ['cpt']);
    const billed = sheetsOf('cpt').filter(([name]) => name.startsWith('CPT Billed'));
    expect(result?.sheets.map(({ name }) => name)).toEqual(billed.map(([name]) => name));
    const ofLines = await ask(without(['Payments']), ['cpt']);
    expect(ofLines.result?.sheets).toHaveLength(sheetsOf('cpt').length);
  });

  it('the bridge is made of the audit trail where Charges or Payments are missing', async () => {
    for (const kind of ['Charges', 'Payments']) {
      const { result } = await ask(without([kind]), ['bridge']);
      const lines = result?.sheets[0]?.tables[0]?.rows.map(([line]) => line);
      expect(lines?.[0]).toBe('Gross Production');
      expect(lines?.at(-1)).toBe('Residual');
    }
  });
});

/** A claim number and an amount are enough to be Claim Adjustments: these tables can only be what they are. */
const plainTables: Sheets = {
  Charges: [
    ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Code', 'Invoice Number'],
    ['L1', 45355, 'Adams', 65, 'EXAM', 5001],
  ],
  Invoices: [
    ['Invoice Number', 'Closed Date', 'Tax', 'Tax Exempt'],
    [5001, 45356, 0, 'No'],
  ],
  Payments: [
    ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Payer', 'Invoice Number'],
    ['T1', 45357, 'Payment', 65, 'Patient', 5001],
  ],
  'Audit Trail': [
    ['Tab', 'Date', 'Type', 'Amount', 'Patient Name', 'Voiding Staff'],
    ['Production', 45355, 'Treatment', 500, 'Rex', ''],
  ],
};

/** The columns without which a table is none of its kind. */
const bold: Readonly<Record<string, readonly string[]>> = {
  Charges: ['Charge ID', 'Service Date', 'Provider', 'Amount'],
  Payments: ['Payment ID', 'Payment Date', 'Type', 'Amount'],
  'Audit Trail': ['Tab', 'Date', 'Type', 'Amount'],
};

const lacking = known.flatMap((report) =>
  (needs[report]?.[0] ?? []).flatMap((kind) =>
    (bold[kind] ?? []).map((header) => ({ report, kind, header })),
  ),
);

describe('in a workbook whose table lacks a column', () => {
  /** With nothing but the tables the report needs, so that no other list makes it; and nothing of claims. */
  const needed = (report: string): Sheets =>
    Object.fromEntries(
      (needs[report]?.[0] ?? []).map((kind): [string, Grid] => [kind, plainTables[kind] ?? []]),
    );

  it.each(lacking)('$report is refused where $kind have no $header', async (one) => {
    const workbook = withoutColumn(one.kind, one.header, needed(one.report));
    const { reasons } = await ask(workbook, [one.report]);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(`${one.report} cannot be made: `);
    expect(reasons[0]).toContain(`the table on sheet '${one.kind}' (row 1) looks like ${one.kind}`);
    expect(reasons[0]).toContain(`'${one.header}'`);
  });

  it.each(['collected-invoicing', 'gross-invoicing'])(
    '%s is refused where Invoices have neither Closed Date nor Status: they are no Invoices',
    async (report) => {
      const workbook = withoutColumn('Invoices', 'Closed Date', needed(report));
      const { reasons } = await ask(workbook, [report]);
      expect(reasons).toEqual([`${report} cannot be made: no table Invoices was found`]);
    },
  );

  const dates = [
    ['Charges', 'Completed Date'],
    ['Payments', 'Entered Date'],
    ['Adjustments', 'Entered Date'],
    ['Claim Lines', 'Received Date'],
  ] as const;

  it.each(dates)('Provider Payroll is left out where %s have no %s', async (kind, header) => {
    const { result } = await ask(withoutColumn(kind, header), ['production-income']);
    const names = sheetsOf('production-income').map(([name]) => name);
    expect(result?.sheets.map(({ name }) => name)).toEqual(
      names.filter((name) => name !== 'Provider Payroll'),
    );
    const sentence = `left out: ${kind} have no column '${header}'`;
    for (const { info } of result?.sheets ?? []) {
      expect(info).toContainEqual(['Provider Payroll', sentence]);
    }
    expect(result?.problems).toContainEqual(
      expect.objectContaining({ code: 'PAYROLL_COLUMN_MISSING', sheet: kind, column: header }),
    );
  });

  it.each(['Write-off Estimate', 'Estimate Date'])(
    'write-off-date=claim is refused where Claim Lines have no %s, asked for by name or as all',
    async (header) => {
      for (const names of [['production-income'], ['all']]) {
        const workbook = withoutColumn('Claim Lines', header);
        const { reasons } = await ask(workbook, names, [['write-off-date', 'claim']]);
        expect(reasons).toEqual([
          `production-income cannot be made: write-off-date=claim cannot be computed, because the Claim Lines on 'Claim Lines' have no column '${header}' with the first estimate; choose insurance-payment or procedure`,
        ]);
      }
    },
  );
});
