/** The commission report through the runner: a real .xlsx with a table of plans in, JSON and a workbook out. */
import { readFileSync } from 'node:fs';
import { type HostWorkbook, openWorkbook } from '../../host/index';
import { type Grid, workbookOf } from '../support/hostRun';
import { contract } from './contract';
import {
  firstTable,
  type Folder,
  newFolder,
  type ResultJson,
  type Run,
  sheetOf,
} from './spawnRunner';

/** 2024-03-05. */
const fifth = 45356;

const lineHeads =
  'Charge ID|Date of Service|Provider|Fee|Invoice #|Code|Category|Tag|Eligible for Commissions|Lab Fee';
const lines: Grid = [
  lineHeads.split('|'),
  ['L1', fifth, 'Adams', 1000, 'i1', 'D2740', 'Crowns', 'Lab', 'Yes', 200],
  ['L2', fifth, 'Adams', 100, 'i1', 'D0120', 'Exams', '', 'Yes', ''],
  ['L3', fifth, 'Adams', 40, 'i1', 'FOOD', 'Retail', '', 'No', ''],
  ['L4', fifth, 'Baker', 60, 'i2', 'D0120', 'Exams', '', 'Yes', ''],
];
const invoices: Grid = [
  ['Invoice #', 'Closed Date'],
  ['i1', fifth],
  ['i2', ''],
];
const receipts: Grid = [
  ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Invoice #'],
  ['P1', fifth + 1, 'Payment', 1140, 'i1'],
  ['P2', fifth + 1, 'Payment', 60, 'i2'],
  ['P3', fifth + 40, 'Refund', -40, 'i1'],
];
const plans: Grid = [
  ['Basis', 'Rate', 'Provider', 'Applies To', 'Lab Method', 'Lab Share'],
  ['collected-invoicing', 0.3, 'Adams', '', '', ''],
  ['collected-invoicing', '40 %', 'Adams', 'D2740', 'share-of-lab', 0.5],
  ['collected-invoicing', 25, '*', '', '', ''],
];

function book(sheets: Readonly<Record<string, Grid>>): HostWorkbook {
  const workbook = workbookOf(sheets);
  workbook.sheet('Plans').format('B2', { numberFormat: '0%' });
  workbook.sheet('Plans').format('F3', { numberFormat: '0.0 %' });
  return workbook;
}

let folder: Folder;
let done: Run;
let again: Run;
let refused: Run;
let held: Run;
let without: Run;
let result: ResultJson;

beforeAll(async () => {
  folder = newFolder();
  const ledger = { Lines: lines, Invoices: invoices, Receipts: receipts, Plans: plans };
  folder.save('commission.xlsx', book(ledger));
  folder.save('open.xlsx', book({ Lines: lines, Receipts: receipts, Plans: plans }));
  const ambiguous = [...plans.slice(0, 3), ['collected-invoicing', 0.25, '*', '', '', '']];
  folder.save('held.xlsx', book({ ...ledger, Plans: ambiguous }));
  folder.save('without.xlsx', workbookOf({ Lines: lines, Invoices: invoices, Receipts: receipts }));
  const march = ['--from', '2024-03-01', '--to', '2024-03-31'];
  const asked = [...march, '--reports', 'commission'];
  [done, refused, held, without] = await Promise.all([
    folder.run('commission.xlsx', ...asked, '--out', 'out.xlsx', '--json', 'out.json'),
    folder.run('open.xlsx', ...asked),
    folder.run('held.xlsx', ...asked, '--json', 'held.json'),
    folder.run('without.xlsx', ...march, '--json', 'without.json'),
  ]);
  again = await folder.run('out.xlsx', ...asked, '--out', 'again.xlsx', '--json', 'again.json');
  result = folder.json('out.json');
}, 120_000);

afterAll(() => {
  folder.remove();
});

it('is done, with every tie-out at 0.00', () => {
  expect([done.status, done.stderr]).toEqual([0, '']);
  expect(result.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(result.checks.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'commission.detail',
      'commission.statements',
      'commission.base.collected-invoicing',
    ]),
  );
  expect(result.problems).toEqual([]);
});

it('has the sheets and columns of the contract, and a statement for each provider', () => {
  const found = result.sheets.map(({ name, tables }) => [name, tables[0]?.columns]);
  expect(found.slice(0, 2)).toEqual(contract['commission']);
  expect(found.slice(2).map(([name]) => name)).toEqual(['Statement - Adams']);
});

it('pays 30 % and 40 %, half of the lab off, and nothing on what is excluded', () => {
  expect(firstTable(result, 'Commission Summary')).toMatchObject({
    rows: [['Adams', 'collected-invoicing', '1100.00', '330.00', '0.00', '0.00', '330.00']],
    total: ['Total', null, '1100.00', '330.00', '0.00', '0.00', '330.00'],
  });
  const excluded = 'excluded from commissions (Commissionable is No): 40.00 not counted';
  const lab = '50 % of the laboratory cost, off the commission (row 3)';
  const source = ['Adams', '2024-03-06', 'Payments', 2, 'i1'];
  // Lines of one moment stand in the line order of their charges.
  expect(firstTable(result, 'Commission Detail').rows).toEqual([
    [...source, 'D2740', null, 'Lab', '1000.00', 0.4, '400.00', '40 % for code D2740 (row 3)'],
    [...source, 'D2740', null, 'Lab', null, null, '-100.00', lab],
    [...source, 'D0120', null, null, '100.00', 0.3, '30.00', '30 % for all work (row 2)'],
    [...source, 'FOOD', null, null, '0.00', null, '0.00', excluded],
  ]);
  expect(sheetOf(result, 'Commission Summary').tables[1]?.rows).toEqual([
    ['Adams', 'collected-invoicing', 'Excluded from commissions', 1, '40.00'],
    [
      'Baker',
      'collected-invoicing',
      'On invoices that are open: counts when they are closed',
      1,
      '60.00',
    ],
  ]);
});

it('writes the statement, every line with its cell, in place when it is run again', () => {
  expect([again.status, again.stderr]).toEqual([0, '']);
  const cellsIn = (name: string): unknown[] => {
    const workbook = openWorkbook(readFileSync(folder.file(name)));
    return workbook.sheet('Statement - Adams').values('A1:J40').flat();
  };
  const cells = cellsIn('out.xlsx');
  expect(cells).toEqual(expect.arrayContaining(['Receipts!A2', 'Payable', 330]));
  expect(cellsIn('again.xlsx')).toEqual(cells);
});

it('is refused without a table of its basis, which is named', () => {
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain(
    'commission cannot be made: collected-invoicing needs the table Invoices',
  );
});

it('holds a rate that can mean two: whoever is under it is paid nothing, the others as ever', () => {
  expect(held.status).toBe(1);
  const { problems, sheets } = folder.json('held.json');
  expect(problems).toMatchObject([
    { code: 'RATE_AMBIGUOUS', severity: 'held', sheet: 'Plans', cell: 'B4', column: 'Rate' },
  ]);
  const summary = sheets.find(({ name }) => name === 'Commission Summary');
  expect(summary?.tables[0]?.rows).toHaveLength(1);
  expect(summary?.tables.at(-1)?.rows).toEqual([
    ['Everyone else', 'a row of the plan cannot be read'],
  ]);
});

it('is left out of all reports where there are no plans', () => {
  expect([without.status, without.stderr]).toEqual([0, '']);
  const reports = folder.json('without.json').sheets.map(({ report }) => report);
  expect(reports).not.toContain('commission');
  expect(reports).toContain('collected-invoicing');
});

it('closes a period and opens it again, where there is a file to keep that in', async () => {
  const march = ['--from', '2024-03-01', '--to', '2024-03-31', '--reports', 'commission'];
  const nowhere = await folder.run('commission.xlsx', ...march, '--close');
  expect([nowhere.status, nowhere.stderr]).toEqual([
    2,
    'refused: --close and --reopen want --out: the workbook keeps them\n',
  ]);
  const closed = await folder.run('commission.xlsx', ...march, '--close', '--out', 'closed.xlsx');
  expect([closed.status, closed.stderr]).toEqual([0, '']);
  const twice = await folder.run('closed.xlsx', ...march, '--close', '--out', 'twice.xlsx');
  expect([twice.status, twice.stderr]).toEqual([
    2,
    'refused: the days before 2024-04-01 are closed: the period has to begin on 2024-04-01\n',
  ]);
  const open = [
    '--reopen',
    'a bonus was forgotten',
    '--out',
    'opened.xlsx',
    '--json',
    'opened.json',
  ];
  const opened = await folder.run('closed.xlsx', ...march, ...open);
  expect([opened.status, opened.stderr]).toEqual([0, '']);
  const { tables } = sheetOf(folder.json('opened.json'), 'Commission Summary');
  const [record] = tables.find(({ title }) => title === 'Closed periods')?.rows ?? [];
  expect(record?.[0]).toBe('Close 2024-03');
  expect(record?.[2]).toMatch(
    /^2024-03-01 to 2024-03-31: re-opened .* because: a bonus was forgotten$/,
  );
}, 120_000);
