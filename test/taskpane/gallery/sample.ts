/** What a workbook of a veterinary practice has, as the services would tell it. */
import type {
  FoundTable,
  Inspection,
  PaneProblem,
  RefreshOutcome,
  TieOut,
  WrittenSheet,
} from '../../../src/app/pane';

const dates = '2024-01-01 to 2024-03-31';

export const tables: readonly FoundTable[] = [
  {
    kind: 'Charges',
    sheet: 'Charges',
    table: 'tblCharges',
    cell: 'A1',
    rows: '2,021 rows',
    dates,
    isComplete: true,
  },
  {
    kind: 'Invoices',
    sheet: 'Invoices',
    table: '',
    cell: 'A4',
    rows: '864 rows',
    dates,
    isComplete: true,
  },
  {
    kind: 'Payments',
    sheet: 'Payments Q1 (export of the practice software)',
    table: '',
    cell: 'B3',
    rows: '1,012 rows, 3 held back',
    dates: '2024-01-02 to 2024-03-31',
    isComplete: false,
  },
  {
    kind: 'Providers',
    sheet: 'Providers',
    table: 'tblProviders',
    cell: 'A1',
    rows: '6 rows',
    dates: '',
    isComplete: true,
  },
];

const typeNumber = {
  column: 'Amount',
  done: 'the row is left out of every total',
  fix: 'type the amount as a number',
};

const held: readonly PaneProblem[] = [
  ['D118', '"12,5o"'],
  ['D407', '"see note"'],
].map(([cell, found]) => ({
  code: 'AMOUNT_NOT_A_NUMBER',
  severity: 'held',
  sheet: 'Payments',
  cell: cell!,
  found: found!,
  ...typeNumber,
}));

const unknownType: PaneProblem = {
  code: 'TYPE_UNKNOWN',
  severity: 'held',
  sheet: 'Payments',
  cell: 'C92',
  column: 'Type',
  found: '"Paymnt"',
  done: 'the row is left out of every total',
  fix: 'type one of the listed words',
};

const warned: readonly PaneProblem[] = [
  {
    code: 'TAX_DIFFERS',
    severity: 'warned',
    sheet: 'Invoices',
    cell: 'E21',
    column: 'Tax',
    found: "header tax 16.20, but the lines' tax is 16.02: 0.18 apart",
    done: 'the header tax counts',
    fix: 'check both',
  },
  {
    code: 'SHEET_NAME_TAKEN',
    severity: 'warned',
    sheet: 'Glossary',
    cell: '',
    column: '',
    found: 'a sheet that the program did not write',
    done: "it was not touched; the report stands on 'Glossary (2)'",
    fix: "rename or delete 'Glossary' if you do not need it",
  },
];

const noted: readonly PaneProblem[] = [
  {
    code: 'TOTAL_ROW',
    severity: 'noted',
    sheet: 'Charges',
    cell: 'A2023',
    column: '',
    found: 'a total of 148,220.75',
    done: 'skipped; the rows add up to it',
    fix: 'nothing',
  },
  {
    code: 'AMOUNT_CURRENCIES',
    severity: 'noted',
    sheet: '',
    cell: '',
    column: '',
    found: 'amounts in $ and USD',
    done: 'read as one currency',
    fix: 'nothing, if they are the same',
  },
];

export const heldProblems: readonly PaneProblem[] = [...held, unknownType, ...warned, ...noted];

/** More problems of one code than are shown at first. */
export const manyProblems: readonly PaneProblem[] = [
  {
    code: 'ID_TWICE',
    severity: 'stopped',
    sheet: 'Charges',
    cell: 'A77',
    column: 'Charge ID',
    found: "Charge ID 10077, which stands also in 'Charges' A76",
    done: 'nothing is written',
    fix: 'delete the row if it was pasted twice, or give it an id of its own',
  },
  ...Array.from({ length: 45 }, (_, row): PaneProblem => ({
    code: 'AMOUNT_NOT_A_NUMBER',
    severity: 'held',
    sheet: 'Payments',
    cell: `D${row + 5}`,
    found: '"n. a."',
    ...typeNumber,
  })),
  ...warned,
  ...noted,
];

export const inspection: Inspection = {
  practice: 'Riverside Veterinary Clinic',
  tables,
  problems: [],
  covered: dates,
  suggested: 'last-month',
  presets: [
    { name: 'last-month', label: 'Last month', from: '2024-03-01', to: '2024-03-31' },
    { name: 'this-month', label: 'This month', from: '2024-04-01', to: '2024-04-30' },
    { name: 'last-quarter', label: 'Last quarter', from: '2024-01-01', to: '2024-03-31' },
    { name: 'year-to-date', label: 'Year to date', from: '2024-01-01', to: '2024-04-09' },
    { name: 'last-year', label: 'Last year', from: '2023-01-01', to: '2023-12-31' },
    { name: 'ledger', label: 'All months of the ledger', from: '2024-01-01', to: '2024-03-31' },
  ],
  reports: [
    {
      name: 'collected-invoicing',
      title: 'Collected Invoicing',
      question: 'What was collected on whose work, on closed invoices?',
      missing: '',
    },
    {
      name: 'gross-invoicing',
      title: 'Gross Invoicing',
      question: 'What was invoiced, before anything was paid?',
      missing: '',
    },
  ],
  options: [
    {
      name: 'negative-lines',
      label: 'Negative lines',
      help: 'Where a negative line of an invoice stands when money is put on its lines.',
      values: [
        { value: 'chronological', label: 'In order of date, like every line' },
        { value: 'first', label: 'Before all other lines' },
      ],
    },
    {
      name: 'detail-rows',
      label: 'Rows of Provider Details',
      help: 'Which lines the detail sheet lists.',
      values: [
        { value: 'touched', label: 'Lines that money of the period changed' },
        { value: 'all', label: 'Every line of the invoices concerned' },
      ],
    },
  ],
};

/** A ledger without payments and without a date. */
export const poorInspection: Inspection = {
  ...inspection,
  practice: '',
  covered: '',
  tables: tables.slice(0, 2).map((table) => ({ ...table, dates: '' })),
  presets: inspection.presets.map((preset) =>
    preset.name === 'ledger' ? { ...preset, from: undefined, to: undefined } : preset,
  ),
  reports: inspection.reports.map((report) =>
    report.name === 'collected-invoicing'
      ? { ...report, missing: 'There is no Payments table in this workbook.' }
      : report,
  ),
};

export const emptyInspection: Inspection = {
  ...inspection,
  practice: '',
  covered: '',
  tables: [],
  reports: inspection.reports.map((report) => ({
    ...report,
    missing: 'There is no Charges table in this workbook.',
  })),
};

const collected = [
  'Report Info',
  'Glossary',
  'Practice Summary',
  'Provider Invoice Tag Summary',
  'Provider Details',
];

const sheets: readonly WrittenSheet[] = [
  ...collected.map((sheet) => ({
    sheet,
    writtenAs: sheet === 'Glossary' ? 'Glossary (2)' : sheet,
    report: 'collected-invoicing',
  })),
  ...['Gross Summary', 'Gross Details'].map((sheet) => ({
    sheet,
    writtenAs: sheet,
    report: 'gross-invoicing',
  })),
];

const tieOuts: readonly TieOut[] = [
  'Money on closed invoices = lines + tax + unallocated',
  'Total of Practice Summary = the totals of its providers',
  'Total of Practice Summary = the allocations to lines in the period',
  'Total eligible amount = Provider Invoice Tag Summary',
  'Payments: rows read = used + skipped + held',
].map((label) => ({ label, difference: '0.00', isOk: true }));

const cleanTables = tables.map((table) => ({ ...table, isComplete: true }));

export const done: RefreshOutcome = {
  kind: 'done',
  period: '2024-03-01 to 2024-03-31',
  sheets,
  tieOuts,
  effects: [
    {
      option: 'negative-lines',
      now: 'In order of date, like every line',
      sentences: [
        '‘Before all other lines’ would move 412.30 from Dr. Adams to Dr. Baker-Featherstonehaugh in Total Invoicing Collected (Practice Summary).',
      ],
    },
    {
      option: 'detail-rows',
      now: 'Lines that money of the period changed',
      sentences: ['No other choice moves money.'],
    },
  ],
  problems: [],
  tables: cleanTables,
  held: '',
  note: '',
};

export const doneHeld: RefreshOutcome = {
  ...done,
  tables,
  problems: heldProblems,
  tieOuts: [
    ...tieOuts,
    { label: 'Cash of the ledger less the figure given', difference: '−12.50', isOk: false },
  ],
  held: '3 rows were held back',
  note: '',
};

export const doneNothing: RefreshOutcome = {
  ...done,
  note: 'No row of the ledger lies in this period.',
};

export const refused: RefreshOutcome = {
  kind: 'refused',
  reasons: ['the ledger has problems that would make every figure wrong'],
  problems: manyProblems,
};

export const failed: RefreshOutcome = {
  kind: 'failed',
  message: 'Excel is waiting for you to finish a cell',
  fix: 'Press Enter or Esc in the cell, then press Refresh again.',
};
