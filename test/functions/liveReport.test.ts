/** Live reports: a block of formulas at the selection, over nothing; and formulas that become values. */
import { typeIn } from '../../host/index';
import { parseAddress } from '../../host/model/area';
import type { FunctionServices } from '../../src/app/live/types';
import type * as LiveModule from '../../src/app/live/functionServices';
import { charges, invoices, payments, workbookOf } from '../support/hostRun';
import { type LiveBook, openLive } from './liveBook';

let live: LiveBook;
let page: FunctionServices;
let ribbon: typeof LiveModule;

/** E1 with 20.00 more in April: 1.60 for the rest of Baker's line, 18.40 for Adams's next one. */
beforeEach(async () => {
  const workbook = workbookOf({
    Charges: charges,
    Invoices: invoices,
    Payments: [...payments, ['T3', 45390, 'Payment', 20, 5001]],
  });
  workbook.addSheet('Live');
  live = await openLive(workbook);
  ribbon = await import('../../src/app/live/functionServices');
  page = ribbon.functionServices;
});

function select(sheet: string, cells: string): void {
  const { area } = parseAddress(cells)!;
  live.workbook.select(live.workbook.sheet(sheet), area);
}

const april = { name: 'NETCOLLECTION', code: '', from: '2024-03', to: '2024-04' };

describe('a live report', () => {
  it('has providers down and months across, as formulas that follow its cells', async () => {
    select('Live', 'B3');
    expect(await page.insertReport(april)).toEqual({
      isDone: true,
      words: 'The live report of NETCOLLECTION is in Live!B3:E9.',
    });
    await live.settle();
    expect(live.shown('Live', 'B4:E9')).toEqual([
      ['From', 45352, 45383, 45352],
      ['To', 45382, 45412, 45412],
      ['Adams', 65, 18.4, 83.4],
      ['Baker', 78.4, 1.6, 80],
      ['No provider', 6.6, 0, 6.6],
      ['Practice', 150, 20, 170],
    ]);
    const sheet = live.workbook.sheet('Live');
    expect(sheet.formula('C6')).toBe('=NETCOLLECTION($B6,C$4,C$5)');
    expect(sheet.formula('E9')).toBe('=NETCOLLECTION(,E$4,E$5)');
    typeIn(live.workbook, sheet, 'C4', '=DATE(2024,3,20)');
    typeIn(live.workbook, sheet, 'B6', 'Baker');
    await live.settle();
    // 100.00 on 20 March: 21.60 for Adams's line, 78.40 for Baker's.
    expect(live.shown('Live', 'C6:C7')).toEqual([[78.4], [78.4]]);
  });

  it('of a rate, of a code and of a balance', async () => {
    select('Live', 'A1');
    await page.insertReport({ ...april, name: 'COLLECTIONRATE', to: '2024-03' });
    select('Live', 'E1');
    await page.insertReport({ ...april, name: 'CPTUSED', code: 'EXAM', to: '2024-03' });
    select('Live', 'I1');
    await page.insertReport({ ...april, name: 'RECEIVABLE' });
    await live.settle();
    const workbook = live.workbook;
    // Adams: 65.00 of 315.00; the practice: 150.00 of 395.00, the tax in it.
    expect(live.shown('Live', 'B4')[0]?.[0]).toBeCloseTo(65 / 315, 12);
    expect(live.shown('Live', 'B7')[0]?.[0]).toBeCloseTo(150 / 395, 12);
    expect(live.shown('Live', 'E2:F6')).toEqual([
      ['Code', 'EXAM'],
      ['From', 45352],
      ['To', 45382],
      ['Adams', 1],
      ['Baker', 0],
    ]);
    expect(workbook.sheet('Live').formula('F5')).toBe('=CPTUSED($F$2,$E5,F$3,F$4)');
    // 401.60 billed with tax; 150.00, then 170.00 received.
    expect(live.shown('Live', 'I6:K6')).toEqual([['Practice', 251.6, 231.6]]);
  });

  it('refuses cells that are not empty, tables, reports and the end of the sheet', async () => {
    const sheet = live.workbook.sheet('Live');
    typeIn(live.workbook, sheet, 'D9', 'mine');
    select('Live', 'B3');
    expect(await page.insertReport(april)).toEqual({
      isDone: false,
      words: 'Nothing was written. B3:E9 is not free: 1 cell of it is not empty.',
    });
    select('Live', 'XFD3');
    expect((await page.insertReport(april)).words).toBe(
      'Nothing was written. There are not enough rows and columns below and beside the selected cell.',
    );
    live.workbook.addTable('Notes', sheet, 'H3', [['Note'], ['']]);
    select('Live', 'H4');
    expect(await page.insert('=NETCOLLECTION()')).toEqual({
      isDone: false,
      words: 'Nothing was written. The cells belong to the table Notes.',
    });
    expect(sheet.value('B3')).toBe('');
    const { refreshAsKept } = await import('../../src/app/refreshAsKept');
    await refreshAsKept();
    select('Practice Summary', 'K61');
    expect((await page.insert('=NETCOLLECTION()')).words).toBe(
      'Nothing was written. ‘Practice Summary’ is a report sheet, which the next Refresh writes over.',
    );
  });

  it('of the ribbon is of the period that is set, with the function of the last one', async () => {
    select('Live', 'A1');
    expect((await ribbon.insertReportAsKept()).words).toContain('NETCOLLECTION is in Live!A1:D7');
    select('Live', 'A21');
    await page.insertReport({ ...april, name: 'CPTUSED', code: 'EXAM' });
    select('Live', 'A41');
    expect((await ribbon.insertReportAsKept()).words).toContain('CPTUSED is in Live!A41:D48');
    await live.settle();
    expect(live.shown('Live', 'B42')).toEqual([['EXAM']]);
  });
});

describe('formulas turned into values', () => {
  it('those with functions of ours, arrays whole; errors and other formulas stay', async () => {
    const sheet = live.workbook.sheet('Live');
    const formulas = {
      A1: '=NETCOLLECTION("Adams")*2',
      A2: '=NETCOLLECTION("Nobody")',
      A3: '=SUM(A1,1)',
      A4: '="NETCOLLECTION("&"x"',
      A5: '="1-"&NETCOLLECTION()',
      C1: '=NETCOLLECTION(E1:E2)',
    };
    sheet.setValues('E1', [['Adams'], ['Baker']]);
    for (const [cell, formula] of Object.entries(formulas)) {
      typeIn(live.workbook, sheet, cell, formula);
    }
    await live.settle();
    select('Live', 'A1:C5');
    expect(await page.toValues('selection')).toEqual({
      isDone: true,
      words:
        '3 formulas were turned into their values. 1 formula was left as it is, with an error.',
    });
    await live.settle();
    const left = ['A1', 'A2', 'A3', 'A4', 'A5', 'C1', 'C2'].map((cell) => sheet.formula(cell));
    expect(left).toEqual(['', formulas.A2, formulas.A3, formulas.A4, '', '', '']);
    expect(live.shown('Live', 'A1:C5')).toEqual([
      [166.8, '', 83.4],
      ['#N/A', '', 80],
      [167.8, '', ''],
      ['NETCOLLECTION(x', '', ''],
      ['1-170', '', ''],
    ]);
  });

  it('of the whole workbook, and where there are none', async () => {
    select('Live', 'A1:C3');
    expect((await page.toValues('selection')).words).toBe(
      'Nothing was written. The selected cells have no formula with a function of Practice Ledger.',
    );
    typeIn(live.workbook, live.workbook.addSheet('Other'), 'B7', '=NETCOLLECTION()');
    typeIn(live.workbook, live.workbook.sheet('Live'), 'A1', '=NETCOLLECTION("Baker")');
    await live.settle();
    expect((await page.toValues('workbook')).words).toBe(
      '2 formulas were turned into their values.',
    );
    expect(live.workbook.sheet('Other').formula('B7')).toBe('');
    expect(live.shown('Other', 'B7')).toEqual([[170]]);
  });
});

it('a formula is written from what was picked', () => {
  expect(page.formula('NETCOLLECTION', {})).toBe('=NETCOLLECTION()');
  expect(page.formula('NETCOLLECTION', { provider: 'O"Hara', to: '2024-03-31' })).toBe(
    '=NETCOLLECTION("O""Hara",,DATE(2024,3,31))',
  );
  expect(page.formula('COLLECTEDINVOICING', { tag: 'Dental, Surgery' })).toBe(
    '=COLLECTEDINVOICING(,,,"Dental, Surgery")',
  );
});

it('lists what is in the ledger', async () => {
  expect(await page.lists()).toEqual({
    kind: 'done',
    lists: {
      providers: ['Adams', 'Baker', 'No provider'],
      codes: ['EXAM', '00123', 'SX', 'Claim'],
      tags: ['No Invoice Tag'],
      months: [
        { label: '2024-03', from: '2024-03-01', to: '2024-03-31' },
        { label: '2024-04', from: '2024-04-01', to: '2024-04-30' },
      ],
    },
  });
});
