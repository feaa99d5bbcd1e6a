/** The CPT reports through the runner: a real .xlsx in, JSON and a written workbook out. */
import { type Grid, workbookOf } from '../support/hostRun';
import {
  firstTable,
  type Folder,
  newFolder,
  type ResultJson,
  type Run,
  sheetOf,
} from './spawnRunner';

const serviceDay = 45355;
const cashDay = 45371;
const checkDay = 45394;
const lastDay = 45415;

/** The worked example with headers and columns as exports have them. */
const charges: Grid = [
  ['Charge ID', 'DOS', 'Rendering Provider', 'Billed Charge', 'CPT', 'Billed Units', 'Claim No'],
  ['L1', serviceDay, 'Dr A', 55, '98941', 1, 'C1'],
  ['L2', serviceDay, 'Dr A', 80, '97110', 2, 'C1'],
  ['L3', serviceDay, 'Dr A', 45, '97140-59', 1, 'C1'],
  ['L4', cashDay, 'Dr A', 40, '98940', 1, null],
];
const adjustments: Grid = [
  ['Claim Number', 'Charge ID', 'Group', 'Reason', 'Amount'],
  ['C1', 'L1', 'CO', 45, 10],
  ['C1', 'L1', 'PR', 2, 15],
  ['C1', 'L2', 'CO', 45, 14],
  ['C1', 'L2', 'PR', 2, 21],
  ['C1', 'L3', 'CO', 45, 9],
  ['C1', 'L3', 'PR', 2, 16],
  ['C1', null, 'CO', 253, 4.2],
];
const payments: Grid = [
  [
    'Payment ID',
    'Payment Date',
    'Type',
    'Amount',
    'Payer',
    'Claim Number',
    'Charge ID',
    'Refund Of',
  ],
  ['K1', checkDay, 'Payment', 30, 'Insurance', 'C1', 'L1', null],
  ['K1', checkDay, 'Payment', 45, 'Insurance', 'C1', 'L2', null],
  ['K1', checkDay, 'Payment', 20, 'Insurance', 'C1', 'L3', null],
  ['K1', checkDay, 'Payment', -4.2, 'Insurance', 'C1', null, null],
  ['P1', lastDay, 'Payment', 15, 'Patient', null, 'L1', null],
  ['P2', lastDay, 'Payment', 21, 'Patient', null, 'L2', null],
  ['P3', lastDay, 'Payment', 16, 'Patient', null, 'L3', null],
  ['P4', cashDay, 'Payment', 40, 'Patient', null, 'L4', null],
  ['R4', 45384, 'Refund', -40, 'Patient', null, 'L4', 'P4'],
];

let folder: Folder;
let march: Run;
let months: Run;
let result: ResultJson;

beforeAll(async () => {
  folder = newFolder();
  const tables = { Charges: charges, 'Claim Adjustments': adjustments, Payments: payments };
  folder.save('claim.xlsx', workbookOf(tables));
  const { Charges, 'Claim Adjustments': ofClaims } = tables;
  folder.save('billed.xlsx', workbookOf({ Charges, 'Claim Adjustments': ofClaims }));
  const of = (from: string, to: string): string[] => ['--from', from, '--to', to];
  const cpt = ['--reports', 'cpt'];
  [march, months] = await Promise.all([
    folder.run('billed.xlsx', ...cpt, ...of('2024-03-01', '2024-03-31'), '--json', 'march.json'),
    folder.run(
      'claim.xlsx',
      ...cpt,
      ...of('2024-03-01', '2024-05-31'),
      ...['--control', 'cash=142.80', '--out', 'out.xlsx', '--json', 'months.json'],
    ),
  ]);
  result = folder.json('months.json');
});

afterAll(() => {
  folder.remove();
});

it('the four sheets have the columns and the figures of the worked example', () => {
  expect([months.status, months.stderr]).toEqual([0, '']);
  expect(result.sheets.map(({ name, report }) => [name, report])).toEqual([
    ['CPT Billed Services', 'cpt'],
    ['CPT Collections (Gross)', 'cpt'],
    ['CPT Billed by Provider', 'cpt'],
    ['CPT Collections by Provider', 'cpt'],
  ]);
  expect(firstTable(result, 'CPT Billed Services')).toEqual({
    title: 'CPT Billed Services',
    columns: ['CPT Code', 'Used', 'Total Value', 'Total Income'],
    rows: [
      ['97110', 2, '80.00', '64.13'],
      ['97140', 1, '45.00', '34.95'],
      ['98940', 1, '40.00', '40.00'],
      ['98941', 1, '55.00', '43.72'],
    ],
    total: ['Total', 5, '220.00', '182.80'],
  });
  expect(firstTable(result, 'CPT Collections (Gross)')).toEqual({
    title: 'CPT Collections (Gross)',
    columns: ['CPT Code', 'Used', 'Collected Amount'],
    rows: [
      ['97110', 2, '64.13'],
      ['97140', 1, '34.95'],
      ['98941', 1, '43.72'],
    ],
    total: ['Total', 4, '142.80'],
  });
  const billed = firstTable(result, 'CPT Billed by Provider');
  expect(billed.columns).toEqual(['Provider', 'CPT Code', 'Used', 'Total Value', 'Total Income']);
  expect(billed.rows[0]).toEqual(['Dr A', '97110', 2, '80.00', '64.13']);
  const collected = firstTable(result, 'CPT Collections by Provider');
  expect(collected.columns).toEqual(['Provider', 'CPT Code', 'Used', 'Collected Amount']);
  expect(collected.total).toEqual(['Total', null, 4, '142.80']);
});

it('every tie-out holds, and the written workbook is there', () => {
  expect(result.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(result.checks.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['cpt.income', 'cpt.deposits', 'control.cash']),
  );
  expect(folder.names()).toContain('out.xlsx');
});

it('the info block has the question, and what the report does not match', () => {
  const { info } = sheetOf(result, 'CPT Collections (Gross)');
  const [first] = info;
  expect(first).toEqual([
    'Question',
    'What money did we actually receive, and which services did it come from?',
  ]);
  expect(info.map(([label]) => label)).toEqual(
    expect.arrayContaining(['Period', 'Basis', 'Options', 'Note', 'Used']),
  );
});

it('with Charges and Claim Adjustments alone only the billed sheets are made', () => {
  expect([march.status, march.stderr]).toEqual([0, '']);
  const { sheets } = folder.json('march.json');
  expect(sheets.map(({ name }) => name)).toEqual(['CPT Billed Services', 'CPT Billed by Provider']);
});
