/** Gross to Net through the runner: a real .xlsx in, JSON and a written workbook out. */
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

const march = 45366;
/** The worked example of gross-to-net, in columns of another order and under a title. */
const trail: Grid = [
  ['Transaction Audit Trail', null, null, null, null, null],
  ['Amount', 'Type', 'Tab', 'Date', 'Voided', 'Provider'],
  [5300, 'Treatment', 'Production', march, null, 'Adams'],
  [1500, 'Treatment', 'Production', march, 'Yes', 'Adams'],
  [4125.5, 'Check', 'Payments', march, null, 'Baker'],
  [500, 'Increase Existing Contract', '[+] Contract Adj', march, null, null],
  [365.62, 'Reschedule Charged Contract Fees', '[+] Contract Adj', march, null, null],
  [125, 'Decrease Existing Contract', '[-] Contract Adj', march, null, null],
  [365.62, 'Reschedule Charged Contract Fees', '[-] Contract Adj', march, null, null],
  [80, 'Transfer Charge Adjustment', '[+] Adjustments', march, null, null],
  [250, 'Transfer Credit Adjustment', '[+] Adjustments', march, null, null],
  [12.5, 'Data Entry Correction', '[+] Adjustments', march, null, null],
  [20, 'Account Adjustment', '[+] Adjustments', march, null, null],
  [95, 'Refund to Patient', '[+] Adjustments', march, null, null],
  [500, 'Refund to Ins. Co.', '[+] Adjustments', march, null, null],
  [250, 'NSF-Returned Check', '[+] Adjustments', march, null, null],
  [180, 'OB Payment Reversal', '[+] Adjustments', march, null, null],
  [200, 'Courtesy Discount', '[-] Adjustments', march, null, null],
  [150, 'Sibling Discount', '[-] Adjustments', march, null, null],
  [400, 'Bad Debt Write-off', '[-] Adjustments', march, null, null],
  [250, 'Transfer Credit Adjustment', '[-] Adjustments', march, null, null],
  [5, 'Data Entry Correction', '[-] Adjustments', march, null, null],
  [250, 'ReDeposit Check #1043', '[-] Adjustments', march, null, null],
];

let folder: Folder;
let done: Run;
let refused: Run;
let result: ResultJson;

beforeAll(async () => {
  folder = newFolder();
  folder.save('trail.xlsx', workbookOf({ Trail: trail }));
  const period = ['--from', '2024-03-01', '--to', '2024-03-31'];
  const controls = ['--control', 'gross-production=6800.00', '--control', 'net-collection=3350.50'];
  const files = ['--out', 'out.xlsx', '--json', 'out.json'];
  const words = ['trail.xlsx', ...period, '--reports', 'gross-to-net', ...controls, ...files];
  [done, refused] = await Promise.all([
    folder.run(...words),
    folder.run('trail.xlsx', '--control', 'cash=1.00', '--json', 'refused.json'),
  ]);
  result = folder.json('out.json');
});

afterAll(() => {
  folder.remove();
});

it('has the sheets and columns of the contract', () => {
  expect(done).toMatchObject({ status: 0, stderr: '' });
  expect(result.sheets.map(({ name, report }) => [name, report])).toEqual([
    ['Gross to Net', 'gross-to-net'],
    ['Control Totals', 'gross-to-net'],
  ]);
  expect(firstTable(result, 'Gross to Net').columns).toEqual(['Line', 'Amount']);
  expect(firstTable(result, 'Control Totals').columns).toEqual([
    'Tab',
    'Window',
    'Production',
    'Collection',
    'Excluded',
    'Voided',
    'Unclassified',
  ]);
});

it('has money as text and the count as a number', () => {
  expect(firstTable(result, 'Gross to Net').rows).toEqual([
    ['Gross Production', '5300.00'],
    ['Production Adjustments', '-267.50'],
    ['Net Production', '5032.50'],
    ['Discounts', '-350.00'],
    ['Discounts Count', 2],
    ['Write-offs', '-400.00'],
    ['Other Adjustments', '482.50'],
    ['Gross Collection', '4125.50'],
    ['Collection Adjustments', '-775.00'],
    ['Net Collection', '3350.50'],
  ]);
  const totals = firstTable(result, 'Control Totals');
  expect(totals.rows).toEqual([
    ['Production', '6800.00', '5300.00', '0.00', '0.00', '1500.00', '0.00'],
    ['Payments', '4125.50', '0.00', '4125.50', '0.00', '0.00', '0.00'],
    ['[+] Contract Adj', '865.62', '500.00', '0.00', '365.62', '0.00', '0.00'],
    ['[-] Contract Adj', '490.62', '-125.00', '0.00', '365.62', '0.00', '0.00'],
    ['[+] Adjustments', '1387.50', '362.50', '-1025.00', '0.00', '0.00', '0.00'],
    ['[-] Adjustments', '1255.00', '-1005.00', '250.00', '0.00', '0.00', '0.00'],
  ]);
});

it('writes cells that read back as the JSON, memo tables too', () => {
  const workbook = openWorkbook(readFileSync(folder.file('out.xlsx')));
  let compared = 0;
  for (const name of ['Gross to Net', 'Control Totals']) {
    const grid = workbook.sheet(name).values('A1:G80');
    for (const { columns, rows, total } of sheetOf(result, name).tables) {
      const head = grid.findIndex((cells) => columns.every((text, place) => cells[place] === text));
      for (const [place, row] of [...rows, ...(total === undefined ? [] : [total])].entries()) {
        const cells = (grid[head + 1 + place] ?? []).slice(0, row.length);
        const asJson = cells.map((cell, column) => {
          const isMoney = typeof cell === 'number' && typeof row[column] === 'string';
          return isMoney ? cell.toFixed(2) : cell;
        });
        expect(asJson).toEqual(row);
        compared += 1;
      }
    }
  }
  // Lines 10, voided memo 4, tabs and total 7, types 20, reschedules 3, voided rows 1.
  expect(compared).toBe(45);
});

it('ties out the controls with and without voided rows', () => {
  const controls = result.checks.filter(({ id }) => id.startsWith('control.'));
  expect(controls.map(({ id, difference, ok }) => [id, difference, ok])).toEqual([
    ['control.gross-production', '-1500.00', false],
    ['control.gross-production.with-voided', '0.00', true],
    ['control.net-collection', '0.00', true],
    ['control.net-collection.with-voided', '0.00', true],
  ]);
  expect(controls[0]?.label).toContain('difference explained by voids');
  const others = result.checks.filter(({ id }) => !id.startsWith('control.'));
  expect(others.filter(({ ok }) => !ok)).toEqual([]);
});

it('refuses a control whose table is not there', () => {
  expect(refused.status).toBe(2);
  expect(refused.stdout + refused.stderr).toContain(
    'the control cash cannot be computed: it needs the table Payments',
  );
  expect(folder.names()).not.toContain('refused.json');
});
