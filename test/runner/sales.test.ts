/** The sales report through the runner: a real .xlsx without an Invoices table in, JSON and a workbook out. */
import { readFileSync } from 'node:fs';
import { openWorkbook } from '../../host/index';
import { type Grid, workbookOf } from '../support/hostRun';
import {
  firstTable,
  type Folder,
  newFolder,
  type ResultJson,
  type Run,
  sheetOf,
} from './spawnRunner';

/** 2024-06-03. */
const third = 45446;

/** The worked timeline of the rules, in columns of other names and places. */
const lines: Grid = [
  ['Provider', 'Charge ID', 'Date of Service', 'Fee', 'Product Category', 'Invoice #', 'Line Tax'],
  ['A', 'L1', third, 100, 'Exam', 1, 0],
  ['B', 'L2', third + 3, 90, 'Dental', 2, 0],
  ['A', 'L3', third + 3, 30, 'Exam', 2, 0],
  ['A', 'L4', third + 4, -30, 'Exam', 2, 0],
  // Paid by no one: in no figure.
  ['C', 'L5', third, 77, 'Exam', 3, 7.7],
];
const receipts: Grid = [
  ['Amount', 'Payment ID', 'Payment Date', 'Type', 'Method', 'Invoice #', 'Payer'],
  [50, 'P1', third, 'Payment', 'Cash', 1, ''],
  [50, 'P2', third + 1, 'Payment', 'Visa', 1, ''],
  [200, 'P3', third + 2, 'Deposit', '', '', 'Insurance'],
  [120, 'P4', third + 3, 'Credit Applied', '', 2, ''],
  [-110, 'P5', third + 5, 'Deposit Refund', 'Cash', '', ''],
];

let folder: Folder;
let done: Run;
let refused: Run;
let result: ResultJson;

beforeAll(async () => {
  folder = newFolder();
  folder.save('sales.xlsx', workbookOf({ Lines: lines, Receipts: receipts }));
  folder.save('lines.xlsx', workbookOf({ Lines: lines }));
  const asked = ['--from', '2024-06-03', '--to', '2024-06-08', '--reports', 'sales'];
  const more = ['--control', 'cash=190.00', '--out', 'out.xlsx', '--json', 'out.json'];
  [done, refused] = await Promise.all([
    folder.run('sales.xlsx', ...asked, ...more),
    folder.run('lines.xlsx', ...asked),
  ]);
  result = folder.json('out.json');
});

afterAll(() => {
  folder.remove();
});

it('is done, with every tie-out at 0.00', () => {
  expect([done.status, done.stderr]).toEqual([0, '']);
  expect(result.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(result.checks.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'sales.cash',
      'sales.categories',
      'sales.providers',
      'sales.components',
      'sales.balances',
      'control.cash',
    ]),
  );
  expect(result.problems).toEqual([]);
});

it('has the four sheets with the columns of the contract', () => {
  expect(
    result.sheets.map(({ name, report, tables }) => [name, report, tables[0]?.columns]),
  ).toEqual([
    ['Cash Summary', 'sales', ['Method', 'Amount']],
    ['Provider Summary', 'sales', ['Provider', 'Amount']],
    ['Category Summary', 'sales', ['Category', 'Amount']],
    [
      'Sales Reconciliation',
      'sales',
      [
        'Date',
        'Cash',
        'Services',
        'Sales Tax',
        'Account Adjustments',
        'Cumulative',
        'Client Credits',
        'Receivable',
      ],
    ],
  ]);
});

it('has the rows and totals of the timeline', () => {
  expect(firstTable(result, 'Cash Summary')).toMatchObject({
    rows: [
      ['Cash', '-60.00'],
      ['Visa', '50.00'],
      ['Insurance', '200.00'],
    ],
    total: ['Total', '190.00'],
  });
  expect(firstTable(result, 'Provider Summary')).toMatchObject({
    rows: [
      ['A', '100.00'],
      ['B', '90.00'],
    ],
    total: ['Total', '190.00'],
  });
  expect(firstTable(result, 'Category Summary')).toMatchObject({
    rows: [
      ['Account Adjustments', '0.00'],
      ['Dental', '90.00'],
      ['Exam', '100.00'],
      ['Sales Tax', '0.00'],
    ],
    total: ['Total', '190.00'],
  });
  expect(firstTable(result, 'Sales Reconciliation')).toMatchObject({
    rows: [
      ['2024-06-03', '50.00', '100.00', '0.00', '-50.00', '-50.00', '0.00', '50.00'],
      ['2024-06-04', '50.00', '0.00', '0.00', '50.00', '0.00', '0.00', '0.00'],
      ['2024-06-05', '200.00', '0.00', '0.00', '200.00', '200.00', '200.00', '0.00'],
      ['2024-06-06', '0.00', '120.00', '0.00', '-120.00', '80.00', '80.00', '0.00'],
      ['2024-06-07', '0.00', '-30.00', '0.00', '30.00', '110.00', '110.00', '0.00'],
      ['2024-06-08', '-110.00', '0.00', '0.00', '-110.00', '0.00', '0.00', '0.00'],
    ],
    total: ['Total', '190.00', '190.00', '0.00', '0.00', null, null, null],
  });
  const memos = sheetOf(result, 'Category Summary').tables[1];
  expect(memos?.rows.map(([, rows, amount]) => [rows, amount])).toEqual([
    [1, '-50.00'],
    [1, '50.00'],
    [1, '200.00'],
    [1, '-120.00'],
    [1, '30.00'],
    [1, '-110.00'],
  ]);
});

it('writes the sheets, a day as a date', () => {
  const workbook = openWorkbook(readFileSync(folder.file('out.xlsx')));
  const cells = workbook.sheet('Sales Reconciliation').values('A1:H40');
  const days = cells.filter(([date]) => typeof date === 'number' && date >= third);
  expect(days.map(([date]) => date)).toEqual([0, 1, 2, 3, 4, 5].map((day) => third + day));
  expect(days[0]).toEqual([third, 50, 100, 0, -50, -50, 0, 50]);
});

it('is refused without Payments, which is named', () => {
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('sales cannot be made: no table Payments was found');
});
