import { momentText } from '../../src/core/day';
import { textAt, type TextColumn } from '../../src/core/column';
import { NO_MOMENT } from '../../src/core/brand';
import { ledgerReader } from '../../src/ledger/tableReader';
import {
  blockOf,
  charge,
  charges,
  foundTable,
  invoices,
  payment,
  payments,
  problemsOf,
  providers,
  readSheet,
  type Row,
} from './readSheet';

function texts(column: TextColumn): string[] {
  return [...column.codes].map((_, row) => textAt(column, row));
}

it('reads every type of column', () => {
  const { tables, source } = readSheet(charges, [
    ['C-1', 45356.25, 'Dr Adams', 65, 5.36, 'No', 'Scheduled', 'Exam', 5001],
    [7, '2024-03-06', '', '$80.00', '', '', '', null, 'INV-2'],
  ]);
  const { Charges: read } = tables;
  expect(read.length).toBe(2);
  expect(texts(read.id)).toEqual(['C-1', '7']);
  expect([...read.service].map(momentText)).toEqual(['2024-03-05T06:00', '2024-03-06']);
  expect(texts(read.provider)).toEqual(['Dr Adams', '']);
  expect([...read.amount]).toEqual([6500, 8000]);
  expect([...read.tax.cents]).toEqual([536, 0]);
  expect([...read.tax.given]).toEqual([1, 0]);
  expect([...read.commissionable]).toEqual([0, 1]);
  expect([...read.status]).toEqual([1, 0]);
  expect(texts(read.invoiceNumber)).toEqual(['5001', 'INV-2']);
  expect(texts(read.location)).toEqual(['', '']);
  expect([...read.sheetRow]).toEqual([2, 3]);
  expect([...read.source]).toEqual([0, 0]);
  expect(source).toMatchObject({ kind: 'Charges', sheet: 'Ledger', headerRow: 1 });
  expect(source.rows).toEqual({
    read: 2,
    used: 2,
    skipped: 0,
    held: 0,
    readCents: 14500,
    usedCents: 14500,
    skippedCents: 0,
    heldCents: 0,
    unreadable: 0,
  });
});

it('reads invoices and providers, whose control amounts are the tax and none', () => {
  const invoice = readSheet(invoices, [
    [5001, 45356, 1.5, 'Checked Out', 'Yes'],
    ['5002', '', '', '', ''],
    ['5003', 'N/A', '-', 'Open', ''],
  ]);
  expect([...invoice.tables.Invoices.closed].map((moment) => moment === NO_MOMENT)).toEqual([
    false,
    true,
    true,
  ]);
  expect([...invoice.tables.Invoices.tax.given]).toEqual([1, 0, 1]);
  expect([...invoice.tables.Invoices.status]).toEqual([2, 0, 1]);
  expect([...invoice.tables.Invoices.taxExempt]).toEqual([1, 0, 0]);
  expect(invoice.source.rows).toMatchObject({ read: 3, used: 3, readCents: 150 });

  const provider = readSheet(providers, [
    ['Dr Adams', 'Adams', 'JA; DOC1', 'Yes'],
    ['Total Care', '', '', ''],
  ]);
  expect(texts(provider.tables.Providers.provider)).toEqual(['Dr Adams', 'Total Care']);
  expect([...provider.tables.Providers.hidden]).toEqual([1, 0]);
  expect(provider.source.rows).toMatchObject({
    read: 2,
    used: 2,
    held: 0,
    readCents: 0,
    unreadable: 0,
  });
});

it('a reversed header flips Yes and No, and leaves what blank means', () => {
  const header = ['Charge ID', 'Service Date', 'Provider', 'Amount', 'Excluded from Commissions'];
  const { tables } = readSheet(header, [
    ['C1', 45356, 'A', 1, 'Yes'],
    ['C2', 45356, 'A', 1, 'No'],
    ['C3', 45356, 'A', 1, ''],
  ]);
  expect([...tables.Charges.commissionable]).toEqual([0, 1, 1]);
});

it('B3 a workbook of 1904 gives the same moments', () => {
  const { tables } = readSheet(charges, [charge({ 'Service Date': 43894 })], { date1904: true });
  expect([...tables.Charges.service].map(momentText)).toEqual(['2024-03-05']);
});

it.each(['Charges', 'Payments'] as const)('CR and DR in %s', (kind) => {
  const [header, row, credit] =
    kind === 'Charges' ? ([charges, charge, -1250] as const) : ([payments, payment, 1250] as const);
  const { tables } = readSheet(header, [row({ Amount: '12.50 CR' }), row({ Amount: '12.50 DR' })]);
  expect([...tables[kind].amount]).toEqual([credit, -credit]);
});

it('CR in Claim Adjustments lowers what is billed: there that is positive', () => {
  const { tables } = readSheet(
    ['Claim Number', 'Amount', 'Group', 'Reason', 'Charge ID'],
    [
      ['K1', '20.00 CR', 'CO', '45', 'C1'],
      ['K1', '5.00 DR', 'CO', '45', 'C1'],
      ['K1', 30, 'CO', '45', 'C2'],
    ],
  );
  expect([...tables['Claim Adjustments'].amount]).toEqual([2000, -500, 3000]);
});

describe('D1 totals lines', () => {
  const total = (amount: unknown, word = 'Total', cells: Record<string, unknown> = {}): Row =>
    charge({ 'Charge ID': '', 'Service Date': '', Provider: word, Amount: amount, ...cells });

  it.each<[string, readonly Row[], string]>([
    [
      'below all rows',
      [charge(), charge(), total(20)],
      'the row was skipped; it is the sum of rows 2 to 3',
    ],
    [
      'above all rows',
      [total(20), charge(), charge()],
      'the row was skipped; it is the sum of rows 2 to 4',
    ],
    ['of zero below nothing', [total(0)], 'the row was skipped; it is the sum of rows 2 to 2'],
    ['as text', [charge(), total('$10.00')], 'the row was skipped; it is the sum of rows 2 to 2'],
    [
      'with the word as its id',
      [charge(), charge({ 'Charge ID': 'Totals for Dr A', 'Service Date': '', Amount: 10 })],
      'the row was skipped; it is the sum of rows 2 to 2',
    ],
    [
      'over a held row',
      [charge({ Status: '?' }), charge(), total(20)],
      'the row was skipped; it is the sum of rows 2 to 3',
    ],
  ])('a total %s is skipped', (_, rows, done) => {
    const { tables, source } = readSheet(charges, rows);
    expect(problemsOf(tables, 'TOTAL_ROW')).toEqual([
      expect.objectContaining({
        severity: 'noted',
        column: 'Amount',
        done,
        fix: 'Nothing has to be done.',
      }),
    ]);
    expect(source.rows.skipped).toBe(1);
    expect(source.rows.skippedCents).toBe(
      source.rows.readCents - source.rows.usedCents - source.rows.heldCents,
    );
    expect(problemsOf(tables, 'TOTAL_NOT_CONFIRMED')).toEqual([]);
  });

  it.each([
    'Total',
    'TOTALS',
    'Subtotal',
    'Sub-total',
    'Sub Total',
    'Grand Total',
    'Total for Dr A',
    'Window Summary',
    'Total Patient Balance',
    'Ending balance:',
  ])('is known by the word %s', (word) => {
    expect(readSheet(charges, [charge(), total(10, word)]).source.rows).toMatchObject({
      used: 1,
      skipped: 1,
      held: 0,
    });
  });

  it('subtotals and the grand total are each confirmed', () => {
    const rows = [
      charge(),
      total(10, 'Subtotal'),
      charge({ Amount: 5 }),
      charge({ Amount: 6 }),
      total(11, 'Subtotal'),
      total(21, 'Grand Total'),
    ];
    const { tables, source } = readSheet(charges, rows);
    expect(
      problemsOf(tables, 'TOTAL_ROW').map(({ cell, found, done }) => [cell, found, done]),
    ).toEqual([
      ['D3', 'a total of 10.00', 'the row was skipped; it is the sum of rows 2 to 2'],
      ['D6', 'a total of 11.00', 'the row was skipped; it is the sum of rows 4 to 5'],
      ['D7', 'a total of 21.00', 'the row was skipped; it is the sum of rows 2 to 6'],
    ]);
    expect(source.rows).toMatchObject({
      read: 6,
      used: 3,
      skipped: 3,
      usedCents: 2100,
      skippedCents: 4200,
    });
  });

  it('the total of a location over totals of its providers is confirmed', () => {
    const rows = [
      charge(),
      total(10, 'Total Adams'),
      total(10, 'Total North'),
      charge({ Amount: 7 }),
      total(7, 'Total Cole'),
      charge({ Amount: 3 }),
      total(3, 'Total Dunn'),
      total(10, 'Total South'),
      total(20, 'Grand Total'),
    ];
    const { tables, source } = readSheet(charges, rows);
    expect(problemsOf(tables, 'TOTAL_NOT_CONFIRMED')).toEqual([]);
    expect(problemsOf(tables, 'TOTAL_ROW').map(({ done }) => done)).toContain(
      'the row was skipped; it is the sum of rows 5 to 8',
    );
    expect(source.rows).toMatchObject({ used: 3, skipped: 6, held: 0, usedCents: 2000 });
  });

  it.each<[string, readonly Row[], string]>([
    [
      'that does not add up',
      [charge(), total(10.01)],
      'a line that calls itself a total, with 10.01',
    ],
    [
      'without an amount',
      [charge(), total('')],
      'a line that calls itself a total, with no amount',
    ],
    [
      'with an unreadable amount',
      [charge(), total('x')],
      'a line that calls itself a total, with no amount',
    ],
  ])('a total %s is held', (_, rows, found) => {
    const { tables, source } = readSheet(charges, rows);
    expect(problemsOf(tables, 'TOTAL_NOT_CONFIRMED')).toEqual([
      expect.objectContaining({
        severity: 'held',
        cell: 'D3',
        column: 'Amount',
        found,
        fix: 'If this is a total, delete the row; if not, fill in its id and its date.',
      }),
    ]);
    expect(source.rows).toMatchObject({ read: 2, used: 1, held: 1, skipped: 0 });
  });

  it('a row with an id of its own is no total, whatever its words', () => {
    const { source } = readSheet(charges, [charge(), charge({ Description: 'Total' })]);
    expect(source.rows).toMatchObject({ used: 2, skipped: 0, held: 0 });
  });

  it('a subtotal that bears a date doubles nothing', () => {
    const total = { 'Charge ID': 'Total 1', Provider: '' };
    const { source } = readSheet(charges, [
      charge({ 'Charge ID': 'C1', Amount: 100 }),
      charge({ 'Charge ID': 'C2', Amount: 400 }),
      charge({ ...total, Amount: 500 }),
    ]);
    expect(source.rows).toMatchObject({ used: 2, skipped: 1, held: 0, usedCents: 50000 });
    const wrong = readSheet(charges, [charge({ Amount: 100 }), charge({ ...total, Amount: 90 })]);
    expect(wrong.source.rows).toMatchObject({ used: 1, skipped: 0, held: 1, usedCents: 10000 });
  });

  it('a total of invoices is confirmed by the tax', () => {
    const { source } = readSheet(invoices, [
      [5001, 45356, 1.5, '', ''],
      [5002, '', 2, '', ''],
      ['Total', '', 3.5, '', ''],
    ]);
    expect(source.rows).toMatchObject({ used: 2, skipped: 1, usedCents: 350, skippedCents: 350 });
  });
});

describe('rows that are no rows', () => {
  it('blank rows are not counted', () => {
    const blanks = [[], ['', '', null, '  ', '\u00a0'], charges.map(() => '')];
    expect(readSheet(charges, [charge(), ...blanks, charge()]).source.rows).toMatchObject({
      read: 2,
      used: 2,
    });
  });

  it('D2 repeated headers are skipped and told once', () => {
    const { tables, source, end } = readSheet(charges, [
      charge(),
      charges,
      charge(),
      charges.map((text) => ` ${text.toUpperCase()} `),
    ]);
    expect(end).toBe(-1);
    expect(source.rows).toMatchObject({ read: 4, used: 2, skipped: 2, skippedCents: 0 });
    expect(tables.problems).toEqual([
      expect.objectContaining({
        code: 'HEADER_REPEATED',
        severity: 'noted',
        cell: 'A3',
        column: 'Charge ID',
        count: 2,
        done: 'the row was skipped',
        fix: 'Nothing has to be done.',
      }),
    ]);
  });

  it('D2 also where a header holds a digit', () => {
    const reader = ledgerReader({ date1904: false });
    const { fields, ...found } = foundTable(charges);
    const named = new Map(fields).set('service', {
      header: 'Date 1',
      sheetColumn: 1,
      reversed: false,
    });
    const table = reader.open({ ...found, fields: named });
    const header = charges.map((text) => (text === 'Service Date' ? 'Date 1' : text));
    table.add(blockOf({ ...found, fields: named }, [charge(), header, charge()], 2));
    table.close();
    expect(reader.finish().sources[0]!.rows).toMatchObject({ used: 2, skipped: 1, held: 0 });
  });

  it('page numbers are skipped and told once', () => {
    const { tables, source } = readSheet(charges, [
      charge(),
      ['Page 1 of 3'],
      charge(),
      ['Page 2 of 3'],
    ]);
    expect(source.rows).toMatchObject({ read: 4, used: 2, skipped: 2 });
    expect(tables.problems).toEqual([
      expect.objectContaining({
        code: 'PAGE_LINE',
        severity: 'noted',
        cell: 'A3',
        count: 2,
        done: 'the row was skipped',
        fix: 'Nothing has to be done.',
      }),
    ]);
  });

  it.each<[string, readonly unknown[]]>([
    ['Payments', payments],
    ['Invoices', invoices],
    ['Providers', providers],
    ['Adjustments', ['Adjustment ID', 'Date', 'Type', 'Amount']],
    ['a table further right', ['', 'Ref', 'Entered', 'Patient', 'Fee']],
  ])('the header of %s ends the table', (_, header) => {
    const { source, end } = readSheet(charges, [charge(), charge(), header, charge()]);
    expect(end).toBe(2);
    expect(source.rows).toMatchObject({ read: 2, used: 2 });
  });

  it.each<[string, readonly Row[]]>([
    [
      'words of headers beside an id',
      [charge({ 'Service Date': '', Provider: 'Doctor', Status: 'Closed' })],
    ],
    [
      'words of headers beside an amount',
      [charge({ 'Charge ID': '', 'Service Date': '', Provider: 'Doctor', Description: 'Item' })],
    ],
    ['one word of a header', [charge({ 'Charge ID': 'Provider', 'Service Date': '', Amount: '' })]],
  ])('a row with %s is data', (_, rows) => {
    expect(readSheet(charges, rows).end).toBe(-1);
  });
});

describe('several tables', () => {
  it('of one kind fill the same columns, each with its source', () => {
    const reader = ledgerReader({ date1904: false });
    const first = foundTable(charges, 'March');
    const other = ['Location', 'Amount', 'Provider', 'Service Date', 'Charge ID'];
    const second = foundTable(other, 'April');
    const march = reader.open(first);
    march.add(blockOf(first, [charge({ 'Invoice Number': 1 })], 2));
    march.close();
    const april = reader.open(second);
    april.add(blockOf(second, [['North', '3.00', 'Dr B', 45400, 'C2']], 7));
    april.close();
    const tables = reader.finish();
    expect([...tables.Charges.source]).toEqual([0, 1]);
    expect([...tables.Charges.sheetRow]).toEqual([2, 7]);
    expect(texts(tables.Charges.location)).toEqual(['', 'North']);
    expect(texts(tables.Charges.invoiceNumber)).toEqual(['1', '']);
    expect([...tables.Charges.commissionable]).toEqual([1, 1]);
    expect([...tables.Charges.amount]).toEqual([1000, 300]);
    expect(tables.sources.map(({ sheet, rows }) => [sheet, rows.usedCents])).toEqual([
      ['March', 1000],
      ['April', 300],
    ]);
    expect(tables.problems.map(({ code, sheet, cell }) => [code, sheet, cell])).toEqual([
      ['AMOUNT_AS_TEXT', 'April', 'B7'],
    ]);
  });

  it('each decides its columns for itself', () => {
    const reader = ledgerReader({ date1904: false });
    const found = foundTable(charges);
    for (const cells of [
      ['1.234', '1.000,50'],
      ['1.234', '5.00'],
    ]) {
      const table = reader.open(found);
      table.add(
        blockOf(
          found,
          cells.map((Amount) => charge({ Amount })),
          2,
        ),
      );
      table.close();
    }
    expect([...reader.finish().Charges.amount]).toEqual([123400, 100050, 123, 500]);
  });

  it('a misuse of the reader is a bug, not a problem', () => {
    const reader = ledgerReader({ date1904: false });
    const found = foundTable(charges);
    const table = reader.open(found);
    expect(() => reader.open(found)).toThrow('two tables of Charges');
    expect(() => reader.finish()).toThrow('a table was not closed');
    expect(() => table.add({ firstSheetRow: 2, rowCount: 1, columns: new Map() })).toThrow(
      'no cells of id',
    );
    table.close();
    expect(() => {
      table.close();
    }).toThrow('closed twice');
    expect(() => table.add(blockOf(found, [], 2))).toThrow('rows came after the end');
  });
});

it('beyond 200 problems of a code in a table, one counts the rest', () => {
  const rows = Array.from({ length: 450 }, () => charge({ Amount: 'x' }));
  const { tables, source } = readSheet(charges, [...rows, charge({ Status: '?' })]);
  const told = problemsOf(tables, 'AMOUNT_NOT_A_NUMBER');
  expect(told).toHaveLength(201);
  expect(told.slice(0, 200).every(({ count }) => count === 1)).toBe(true);
  expect(told[199]!.cell).toBe('D201');
  expect(told[200]).toMatchObject({ cell: 'D202', found: '250 more of the same kind', count: 250 });
  expect(problemsOf(tables, 'VALUE_UNKNOWN')).toHaveLength(1);
  expect(source.rows).toMatchObject({ read: 451, held: 451, unreadable: 450, heldCents: 1000 });
});

it('C6 hostile texts are texts like any other', () => {
  const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const { tables } = readSheet(
    charges,
    words.map((word) => charge({ 'Charge ID': word, Provider: word, 'Invoice Number': word })),
  );
  expect(texts(tables.Charges.provider)).toEqual(words);
  expect(texts(tables.Charges.id)).toEqual(words);
  const unknown = readSheet(
    charges,
    words.map((word) => charge({ Status: word })),
  );
  expect(problemsOf(unknown.tables, 'VALUE_UNKNOWN')).toHaveLength(4);
});
