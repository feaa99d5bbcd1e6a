/** Finding the ledger tables in a workbook: tables, plain ranges, several of them on a sheet. */
import { areaAt, HostWorkbook } from '../../host/index';
import type { RunResult } from '../../src/app/runReports';
import {
  charges,
  doneOf,
  type Grid,
  invoices,
  payments,
  runOn,
  smallPractice,
  workbookOf,
} from '../support/hostRun';

const march = { from: '2024-03-01', to: '2024-03-31', write: false };

/** Practice Summary as provider → cents. */
function collectedBy(result: RunResult): Record<string, number> {
  const sheet = result.sheets.find(({ name }) => name === 'Practice Summary');
  const rows = sheet?.tables[0]?.rows ?? [];
  return Object.fromEntries(rows.map(([provider, , total]) => [String(provider), Number(total)]));
}

const expected = { Adams: 6500, Baker: 7840 };

async function figuresOf(workbook: HostWorkbook): Promise<Record<string, number>> {
  const { outcome } = await runOn(workbook, march);
  return collectedBy(doneOf(outcome));
}

/** The columns of a grid in another order. */
function reordered(grid: Grid, order: readonly number[]): Grid {
  return grid.map((row) => order.map((column) => row[column] ?? null));
}

describe('the reader finds the tables', () => {
  it('on plain sheets', async () => {
    expect(await figuresOf(smallPractice())).toEqual(expected);
  });

  it('as Excel tables of any name, on one sheet, columns in any order', async () => {
    const workbook = new HostWorkbook();
    const sheet = workbook.addSheet('Everything');
    workbook.addTable('Table7', sheet, 'B3', reordered(charges, [6, 3, 0, 4, 2, 1, 5]));
    workbook.addTable('Table8', sheet, 'K3', invoices);
    workbook.addTable('Table9', sheet, 'K20', payments);
    expect(await figuresOf(workbook)).toEqual(expected);
  });

  it('below banner rows and between blank rows', async () => {
    const banner: Grid = [['Cedar Grove'], ['March 2024'], []];
    const [head = [], ...rows] = charges;
    const loose: Grid = [...banner, head, ...rows.flatMap((row) => [[], row])];
    const workbook = workbookOf({ Data: loose, Invoices: invoices, Payments: payments });
    expect(await figuresOf(workbook)).toEqual(expected);
  });

  it('below each other on one sheet', async () => {
    const all: Grid = [...charges, [], ...invoices, [], ['Payments of March'], ...payments];
    expect(await figuresOf(workbookOf({ Data: all }))).toEqual(expected);
  });

  it('below each other without a blank row between them', async () => {
    const workbook = workbookOf({ Data: [...payments, ...invoices, ...charges] });
    expect(await figuresOf(workbook)).toEqual(expected);
  });

  it('beside each other on one sheet', async () => {
    const rows = Array.from({ length: 6 }, (_, row) => [
      ...(charges[row] ?? new Array<null>(7).fill(null)),
      null,
      ...(invoices[row] ?? new Array<null>(3).fill(null)),
      null,
      ...(payments[row] ?? []),
    ]);
    expect(await figuresOf(workbookOf({ Data: rows }))).toEqual(expected);
  });

  it('where one begins further down, in columns that have no header above', async () => {
    const workbook = workbookOf({ Data: charges, Payments: payments });
    workbook.sheet('Data').setValues('K9', invoices);
    expect(await figuresOf(workbook)).toEqual(expected);
  });

  it('with headers of a real export', async () => {
    const renamed = payments.map((row, place) =>
      place === 0
        ? ['Transaction ID', 'Transaction Date', 'Transaction Type', 'Paid Amount', 'Invoice ID']
        : row,
    );
    const workbook = workbookOf({ A: charges, B: invoices, C: renamed });
    expect(await figuresOf(workbook)).toEqual(expected);
  });

  it('in two parts of one kind', async () => {
    const [head = [], first = [], second = []] = payments;
    const workbook = workbookOf({
      Charges: charges,
      Invoices: invoices,
      'Payments A': [head, first],
      'Payments B': [head, second],
    });
    expect(await figuresOf(workbook)).toEqual(expected);
  });

  it('and never reads its own report sheets again', async () => {
    const workbook = smallPractice();
    await runOn(workbook, { ...march, write: true });
    expect(await figuresOf(workbook)).toEqual(expected);
  });

  it('in a workbook of the 1904 date system', async () => {
    const shift = (grid: Grid, column: number): Grid =>
      grid.map((row, place) =>
        row.map((cell, c) => (place > 0 && c === column ? Number(cell) - 1462 : cell)),
      );
    const workbook = new HostWorkbook(undefined, true);
    workbook.addSheet('Charges').setValues('A1', shift(charges, 1));
    workbook.addSheet('Invoices').setValues('A1', shift(invoices, 1));
    workbook.addSheet('Payments').setValues('A1', shift(payments, 1));
    expect(await figuresOf(workbook)).toEqual(expected);
  });
});

describe('the reader says what it did not read', () => {
  it('rows below an Excel table that ended early', async () => {
    const workbook = new HostWorkbook();
    workbook.addTable('Charges', workbook.addSheet('Charges'), 'A1', charges);
    workbook.addSheet('Invoices').setValues('A1', invoices);
    const sheet = workbook.addSheet('Payments');
    workbook.addTable('Payments', sheet, 'A1', payments);
    sheet.setValues('A6', [['T3', 45372, 'Payment', 10, 5001]]);
    const { outcome } = await runOn(workbook, march);
    const found = doneOf(outcome).problems.find(({ code }) => code === 'CELLS_NOT_READ');
    expect(found).toMatchObject({ sheet: 'Payments', cell: 'A6', severity: 'warned', count: 1 });
  });

  it('a table that lacks a bold column, by name', async () => {
    const without = payments.map((row) => row.filter((_, column) => column !== 2));
    const workbook = workbookOf({ Charges: charges, Invoices: invoices, Money: without });
    const { outcome } = await runOn(workbook, { ...march, reports: ['collected-invoicing'] });
    expect(outcome.kind).toBe('refused');
    const reasons = outcome.kind === 'refused' ? outcome.reasons.join() : '';
    expect(reasons).toContain("sheet 'Money' (row 1)");
    expect(reasons).toContain("'Type'");
  });

  it('a second table inside an Excel table, which is read as well', async () => {
    const workbook = new HostWorkbook();
    const five = (grid: Grid): Grid => grid.map((row) => [...row, null, null, null].slice(0, 7));
    const all = [...charges, ...five(payments)];
    workbook.addTable('Charges', workbook.addSheet('Charges'), 'A1', all);
    workbook.addSheet('Invoices').setValues('A1', invoices);
    expect(await figuresOf(workbook)).toEqual(expected);
  });

  it('rows behind a header row that is of no table', async () => {
    const odd: Grid = [
      ['Charge ID', 'Provider', 'Remarks'],
      ['L9', 'Adams', 'see file'],
    ];
    const workbook = workbookOf({
      Charges: [...charges, ...odd],
      Invoices: invoices,
      Payments: payments,
    });
    const { outcome } = await runOn(workbook, march);
    const result = doneOf(outcome);
    expect(collectedBy(result)).toEqual(expected);
    const told = result.problems.filter(({ code }) => code === 'CELLS_NOT_READ');
    expect(told).toMatchObject([{ sheet: 'Charges', cell: 'A5', count: 2 }]);
  });

  it('a header that stands twice', async () => {
    const twice = payments.map((row, place) => [...row, place === 0 ? 'Amount' : 1]);
    const workbook = workbookOf({ Charges: charges, Invoices: invoices, Payments: twice });
    const { outcome } = await runOn(workbook, march);
    expect(outcome.kind).toBe('refused');
    expect(outcome.problems[0]).toMatchObject({
      code: 'HEADER_TWICE',
      severity: 'stopped',
      sheet: 'Payments',
      cell: 'D1',
    });
  });
});

it('the reader asks only for the columns it needs', async () => {
  const wide = charges.map((row, place) => [
    ...row.slice(0, 3),
    place === 0 ? 'Date of Birth' : 'secret',
    ...row.slice(3),
  ]);
  const workbook = new HostWorkbook();
  workbook.addTable('Charges', workbook.addSheet('Charges'), 'A1', wide);
  workbook.addTable('Invoices', workbook.addSheet('Invoices'), 'A1', invoices);
  workbook.addTable('Payments', workbook.addSheet('Payments'), 'A1', payments);
  const { outcome, host } = await runOn(workbook, march);
  expect(collectedBy(doneOf(outcome))).toEqual(expected);
  const onCharges = host.meter.reads.filter(({ sheet }) => sheet === 'Charges');
  const body = onCharges.map(({ address }) => areaAt(address)).filter(({ rows }) => rows > 1);
  expect(body.length).toBeGreaterThan(0);
  for (const { column, columns } of body) {
    expect(column <= 3 && column + columns > 3).toBe(false);
  }
});
