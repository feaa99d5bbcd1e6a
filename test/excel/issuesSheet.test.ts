/** The sheet Issues: what is told of a run stands in the workbook too, with its cells and amounts. */
import type { HostWorkbook } from '../../host/index';
import { clean, ledgerWith, ledgerWithCells, withRows } from '../problems/problemCase';
import { doneOf, runOn, workbookOf } from '../support/hostRun';

const march = { from: '2024-03-01', to: '2024-03-31' };
const heads = [
  'Severity',
  'Code',
  'Sheet',
  'Cell',
  'Column',
  'Amount',
  'Found',
  'Done',
  'What to do',
];

/** The rows of the sheet from the head whose first cells are these, up to the next blank row. */
function tableOn(workbook: HostWorkbook, ...first: readonly string[]): unknown[][] {
  const values = workbook.sheet('Issues').values();
  const head = values.findIndex((row) => first.every((cell, column) => row[column] === cell));
  expect(head).toBeGreaterThan(0);
  const rows = values.slice(head);
  const end = rows.findIndex((row) => row.every((cell) => cell === ''));
  return rows.slice(0, end === -1 ? rows.length : end);
}

describe('the sheet Issues', () => {
  it('is the last one, and no sheet of the JSON', async () => {
    const workbook = workbookOf(clean);
    const { outcome } = await runOn(workbook, march);
    expect(workbook.sheets.at(-1)?.name).toBe('Issues');
    expect(doneOf(outcome).sheets.map(({ name }) => name)).not.toContain('Issues');
  });

  it('says of a clean ledger that no problem was found, and what was read', async () => {
    const workbook = workbookOf(clean);
    await runOn(workbook, march);
    const info = workbook
      .sheet('Issues')
      .values()
      .map(([cell]) => cell);
    expect(info).toContain('Result: No problem was found');
    expect(tableOn(workbook, 'Severity', 'Code', 'Sheet')).toEqual([heads]);
    const rows = tableOn(workbook, 'Table', 'Sheet', 'Rows That Were').slice(1);
    // 100.00 + 50.00 + 40.00 billed; 150.00 + 40.00 paid.
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['Charges', 'Charges', 'Read', 3, '', 190],
      ['Charges', 'Charges', 'Used', 3, '', 190],
      ['Charges', 'Charges', 'Skipped', 0, '', 0],
      ['Charges', 'Charges', 'Held', 0, '', 0],
      ['Invoices', 'Invoices', 'Read', 2, '', 0],
      ['Invoices', 'Invoices', 'Used', 2, '', 0],
      ['Invoices', 'Invoices', 'Skipped', 0, '', 0],
      ['Invoices', 'Invoices', 'Held', 0, '', 0],
      ['Payments', 'Payments', 'Read', 2, '', 190],
      ['Payments', 'Payments', 'Used', 2, '', 190],
      ['Payments', 'Payments', 'Skipped', 0, '', 0],
      ['Payments', 'Payments', 'Held', 0, '', 0],
    ]);
  });

  it('lists a held row, a doubtful refund and equal payments with their cells and amounts', async () => {
    const payments = withRows(
      clean.Payments,
      ['P3', 45359, 'Payment', '12..50', 5001],
      ['P4', 45360, 'Refund', -60, 5002],
      ['P5', 45361, 'Payment', 5, 5002],
      ['P6', 45361, 'Payment', 5, 5002],
    );
    const workbook = ledgerWith({ Payments: payments });
    await runOn(workbook, march);
    const [, ...rows] = tableOn(workbook, 'Severity', 'Code', 'Sheet');
    expect(rows.map((row) => row.slice(0, 6))).toEqual([
      ['held', 'AMOUNT_NOT_A_NUMBER', 'Payments', 'D4', 'Amount', ''],
      ['warned', 'REFUND_ABOVE_PAID', 'Payments', 'D5', 'Amount', 20],
      ['warned', 'PAYMENT_EQUAL', 'Payments', 'A7', 'Payment ID', 5],
    ]);
    expect(rows[0]?.[6]).toBe('"12..50"');
    const kinds = tableOn(workbook, 'Severity', 'Code', 'Kind').slice(1);
    expect(kinds.map((row) => row.slice(0, 4))).toEqual([
      ['held', 'AMOUNT_NOT_A_NUMBER', 'Amount not a number', 1],
      ['warned', 'PAYMENT_EQUAL', 'Payment equal', 1],
      ['warned', 'REFUND_ABOVE_PAID', 'Refund above paid', 1],
    ]);
  });

  it('tells of a sheet of the user that stood in the way of a report', async () => {
    const workbook = ledgerWith({ 'Practice Summary': [['My notes']] });
    await runOn(workbook, march);
    const [, ...rows] = tableOn(workbook, 'Severity', 'Code', 'Sheet');
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['warned', 'SHEET_NAME_TAKEN', 'Practice Summary'],
    ]);
    expect(workbook.sheet('Practice Summary').values()).toEqual([['My notes']]);
  });

  it('shrinks when what was wrong is mended, and is never read as a ledger', async () => {
    const workbook = ledgerWithCells({ 'Payments!D3': '12..50' });
    await runOn(workbook, march);
    const before = workbook.sheet('Issues').values().length;
    workbook.sheet('Payments').setValues('D3', [[40]]);
    const { outcome } = await runOn(workbook, march);
    expect(doneOf(outcome).problems).toEqual([]);
    expect(tableOn(workbook, 'Severity', 'Code', 'Sheet')).toEqual([heads]);
    expect(workbook.sheet('Issues').values().length).toBeLessThan(before);
    expect(workbook.sheets.filter(({ name }) => name.startsWith('Issues'))).toHaveLength(1);
  });
});
