/** The sheet Policy: options, what they decide and what another value would move, in the workbook too. */
import type { HostWorkbook } from '../../host/index';
import { doneOf, type Grid, runOn, workbookOf } from '../support/hostRun';

const march = { from: '2024-03-01', to: '2024-03-31' };

/** 110.00 of 140.00 are paid; the credit of Adams stands behind the lines of both. */
function creditLast(): HostWorkbook {
  const charges: Grid = [
    ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Invoice Number'],
    ['L1', 45352, 'Adams', 100, 5001],
    ['L2', 45353, 'Baker', 60, 5001],
    ['L3', 45354, 'Adams', -20, 5001],
  ];
  const invoices: Grid = [
    ['Invoice Number', 'Closed Date'],
    [5001, 45356],
  ];
  const payments: Grid = [
    ['Payment ID', 'Payment Date', 'Type', 'Amount', 'Invoice Number'],
    ['T1', 45371, 'Payment', 110, 5001],
  ];
  return workbookOf({ Charges: charges, Invoices: invoices, Payments: payments });
}

function rowsOf(workbook: HostWorkbook): readonly (readonly unknown[])[] {
  return workbook.sheet('Policy').values();
}

const reports = ['collected-invoicing', 'gross-invoicing'];

describe('the sheet Policy', () => {
  it('has a row for each option, and one for each figure that would change', async () => {
    const workbook = creditLast();
    await runOn(workbook, { ...march, reports });
    const rows = rowsOf(workbook);
    const option = rows.findIndex(([cell]) => cell === 'Option');
    expect(rows.slice(option, option + 3).map((row) => row.slice(0, 5))).toEqual([
      ['Option', 'Now', 'Rule', 'What It Decides', 'What Another Value Would Do'],
      [
        'negative-lines',
        'chronological',
        'I-A1',
        'Whether a return or credit line is settled in its place among the lines or before them all.',
        'negative-lines = first would move 20.00 from Adams to Baker in Total Invoicing Collected (Practice Summary).',
      ],
      [
        'detail-rows',
        'touched',
        'I-A4',
        'Whether lines that no money reached in the period are listed too.',
        'detail-rows = all moves no money.',
      ],
    ]);
    const figures = rows.findIndex(([, , cell]) => cell === 'Instead');
    const total = 'Total Invoicing Collected';
    const start = ['negative-lines', 'chronological', 'first', 'Practice Summary', total];
    expect(rows.slice(figures, figures + 4)).toEqual([
      [
        'Option',
        'Now',
        'Instead',
        'Sheet',
        'Figure',
        'Provider or Row',
        'Amount Now',
        'Amount Instead',
        'Change',
      ],
      [...start, 'Adams', 100, 80, -20],
      [...start, 'Baker', 10, 30, 20],
      [...start, 'All providers', 110, 110, 0],
    ]);
  });

  it('stands before Issues and is no sheet of the JSON', async () => {
    const workbook = creditLast();
    const { outcome } = await runOn(workbook, { ...march, reports });
    expect(workbook.sheets.slice(-2).map(({ name }) => name)).toEqual(['Policy', 'Issues']);
    expect(doneOf(outcome).sheets.map(({ name }) => name)).not.toContain('Policy');
  });

  it('is written anew in place, with the choice that is made now', async () => {
    const workbook = creditLast();
    await runOn(workbook, { ...march, reports });
    await runOn(workbook, { ...march, reports, options: [['negative-lines', 'first']] });
    const words = rowsOf(workbook).map((row) => row[4]);
    expect(words).toContain(
      'negative-lines = chronological would move 20.00 from Baker to Adams in Total Invoicing Collected (Practice Summary).',
    );
    expect(workbook.sheets.filter(({ name }) => name.startsWith('Policy'))).toHaveLength(1);
  });

  it('says so where the reports have no option', async () => {
    const workbook = creditLast();
    await runOn(workbook, { ...march, reports: ['gross-invoicing'] });
    const info = rowsOf(workbook).map(([cell]) => cell);
    expect(info).toContain('Compared: nothing: the reports of this run have no options');
  });
});
