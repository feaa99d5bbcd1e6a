/** Rows of an export → rows of the ledger, by a mapping: every rule of a column, every condition of a row. */
import fc from 'fast-check';
import type { Problem } from '../../src/ledger/problem';
import type { MappedView, TableMapping } from '../../src/ledger/mapping/tableMapping';
import type { RowEquation } from '../../src/ledger/tables';
import { runs } from '../support/law';
import { problemsOf, type Row } from './readSheet';
import { type MappedOptions, readMapped, recordsOf } from './readMapped';

const headers = ['No', 'Day', 'What', 'Sum', 'Who', 'Given back'];

/** One view of Payments on the headers above, some of its fields replaced. */
function paymentsBy(fields: MappedView['fields'], rows: MappedView['rows'] = []): TableMapping {
  return {
    name: 'Test',
    headers,
    views: [
      {
        kind: 'Payments',
        rows,
        fields: {
          'Payment ID': { columns: ['No'] },
          'Payment Date': { columns: ['Day'] },
          Type: { constant: 'Payment' },
          Amount: { columns: ['Sum'] },
          ...fields,
        },
      },
    ],
  };
}

/** What a payment of the 5th of March 2024 over 10.00 says in one column, with a mapping and a cell. */
function readOne(
  fields: MappedView['fields'],
  cell: Partial<Record<string, unknown>>,
  options?: MappedOptions,
) {
  const sound: Record<string, unknown> = {
    No: 'P1',
    Day: 45356,
    What: 'in',
    Sum: 10,
    Who: 'Adams',
  };
  const row = headers.map((header) =>
    Object.hasOwn(cell, header) ? cell[header] : (sound[header] ?? ''),
  );
  const tables = readMapped(paymentsBy(fields), [row], options);
  return { record: recordsOf(tables, 'Payments')[0] ?? {}, problems: tables.problems };
}

function told(problems: readonly Problem[]): string[] {
  return problems.map(({ code, cell, column }) => `${code} ${cell} ${column}`);
}

describe('where a field comes from', () => {
  it('a constant stands in every row and needs no cell', () => {
    expect(readOne({ Payer: { constant: 'Insurance' } }, {}).record['Payer']).toBe('Insurance');
    expect(readOne({ 'Payment Date': { constant: '2024-02-29' } }, {}).record['Payment Date']).toBe(
      '2024-02-29',
    );
    expect(
      readOne({ 'Payment Date': { constant: '2024-02-29' } }, {}, { date1904: true }),
    ).toMatchObject({ record: { 'Payment Date': '2024-02-29' }, problems: [] });
  });

  it('a blank constant in a bold column holds the row, at the money of the view', () => {
    const { record, problems } = readOne({ 'Payment Date': { constant: '' } }, {});
    expect(record).toEqual({});
    expect(problems).toMatchObject([
      {
        code: 'CELL_BLANK',
        severity: 'held',
        cell: 'D2',
        column: 'Sum',
        found: 'nothing, in a row of 10.00',
      },
    ]);
  });

  it('the row itself, by sheet and row, in an order that is that of the rows', () => {
    const id = { 'Payment ID': { address: true } } as const;
    expect(readOne(id, { No: '' }).record['Payment ID']).toBe('Export!0000002');
  });

  it('the name of the sheet', () => {
    const of = {
      Method: { sheet: true },
      Payer: { sheet: true, values: { ins: 'Insurance' } },
    } as const;
    expect(readOne(of, {}, { sheet: 'Ins' }).record).toMatchObject({
      Method: 'Ins',
      Payer: 'Insurance',
    });
    expect(told(readOne(of, {}, { sheet: 'Aunt' }).problems)).toEqual(['VALUE_UNKNOWN D2 Sum']);
  });

  it('the id of the row with the column of its money', () => {
    const id = { 'Payment ID': { columns: ['No'], and: 'Sum' } };
    expect(readOne(id, { No: 17 }).record['Payment ID']).toBe('17 Sum');
    expect(told(readOne(id, { No: '' }).problems)).toEqual(['CELL_BLANK A2 No']);
    expect(told(readOne(id, { No: 1e15 }).problems)).toEqual(['ID_DIGITS_LOST A2 No']);
  });

  it('the first of several columns that is filled; a problem names the one that was read', () => {
    const date = { 'Payment Date': { columns: ['Given back', 'Day'] } };
    expect(readOne(date, { 'Given back': 45300 }).record['Payment Date']).toBe('2024-01-09');
    expect(readOne(date, { 'Given back': '-' }).record['Payment Date']).toBe('2024-03-05');
    expect(told(readOne(date, { Day: 'soon' }).problems)).toEqual(['DATE_NOT_A_DATE B2 Day']);
    expect(told(readOne(date, { Day: '' }).problems)).toEqual(['CELL_BLANK F2 Given back']);
  });

  it('of amounts the first that is not 0', () => {
    const amount = { Amount: { columns: ['Given back', 'Sum'] } };
    expect(readOne(amount, { 'Given back': 0 }).record['Amount']).toBe('10.00');
    expect(readOne(amount, { 'Given back': '$ -' }).record['Amount']).toBe('10.00');
    expect(readOne(amount, { 'Given back': 'see note' }).problems).toMatchObject([{ cell: 'F2' }]);
  });
});

describe('A13 two columns of money that are both filled', () => {
  const both = { Amount: { columns: ['Sum', 'Given back'] } } as const;

  it.each([50, 60])('50 and %d are no amount: the row is held', (other) => {
    const { record, problems } = readOne(both, { Sum: 50, 'Given back': other });
    expect(record).toEqual({});
    expect(told(problems)).toEqual(['AMOUNT_NOT_A_NUMBER D2 Sum']);
  });

  it('a column that says that the row is voided may say its amount again', () => {
    const fields = { ...both, Voided: { columns: ['Given back'], filled: 'Yes' } } as const;
    const { record } = readOne(fields, { Sum: 50, 'Given back': 50 });
    expect([record['Amount'], record['Voided']]).toEqual(['50.00', 'Yes']);
    expect(readOne(fields, { Sum: 50, 'Given back': 60 }).record).toEqual({});
  });
});

describe('how a column is written', () => {
  it.each<[string, MappedView['fields'][string], unknown, string]>([
    ['a minus that means received', { columns: ['Sum'], sign: 'negated' }, -12.5, '12.50'],
    ['the same as text', { columns: ['Sum'], sign: 'negated' }, '(12.50)', '12.50'],
    ['the same after a rounding', { columns: ['Sum'], sign: 'negated' }, -12.345, '12.35'],
    ['a comma for the decimals', { columns: ['Sum'], decimal: ',' }, '1,234', '1.23'],
    ['a comma for the thousands', { columns: ['Sum'], decimal: '.' }, '1,234', '1234.00'],
    ['a point for the thousands', { columns: ['Sum'], decimal: ',' }, '1.234', '1234.00'],
  ])('%s', (_, Amount, Sum, cents) => {
    const { record } = readOne({ Amount }, { Sum });
    expect(record['Amount']).toBe(cents);
  });

  it('A3 where the amounts show another decimal mark than the mapping says, none is guessed', () => {
    const read = (decimal: '.' | ',', sums: readonly unknown[]) => {
      const rows = sums.map((sum, place): Row => [`P${place}`, 45356, '', sum, '', '']);
      const amount = { Amount: { columns: ['Sum'], decimal } };
      const tables = readMapped(paymentsBy(amount), rows);
      const used = recordsOf(tables, 'Payments').map((one) => one['Amount']);
      return { used, held: problemsOf(tables, 'AMOUNT_AMBIGUOUS').map(({ cell }) => cell) };
    };
    // 1,250 is never 1.25; 7 and 8.5, a number, are what they are whatever the mark.
    expect(read(',', ['1,250', '3,400.00', '12.50', '2.100', '7', 8.5])).toEqual({
      used: ['7.00', '8.50'],
      held: ['D2', 'D3', 'D4', 'D5'],
    });
    expect(read('.', ['1.250', '3.400,00']).held).toEqual(['D2', 'D3']);
    // One slip among amounts that show the mark of the mapping is held alone.
    expect(read(',', ['1.234', '12.50', '1.000,50', '2.000,75'])).toEqual({
      used: ['1234.00', '1000.50', '2000.75'],
      held: ['D3'],
    });
  });

  it('B1 day or month first, as the mapping says', () => {
    const date = (dates: 'dmy' | 'mdy' | 'ymd', Day: unknown) =>
      readOne({ 'Payment Date': { columns: ['Day'], dates } }, { Day });
    expect(date('dmy', '3/4/2024').record['Payment Date']).toBe('2024-04-03');
    expect(date('mdy', '3/4/2024').record['Payment Date']).toBe('2024-03-04');
    expect(date('ymd', '24/03/04').record['Payment Date']).toBe('2024-03-04');
    expect(date('ymd', '20240304').record['Payment Date']).toBe('2024-03-04');
    expect(date('ymd', '2024-03-04').record['Payment Date']).toBe('2024-03-04');
    // What cannot be read in that order is never turned round.
    expect(told(date('dmy', '3/25/2024').problems)).toEqual(['DATE_NOT_A_DATE B2 Day']);
    expect(told(date('mdy', '25/3/2024').problems)).toEqual(['DATE_NOT_A_DATE B2 Day']);
    expect(told(date('ymd', '3/4/2024').problems)).toEqual(['DATE_NOT_A_DATE B2 Day']);
  });

  it('B2 days and months that a paste exchanged are exchanged again', () => {
    // 3 May, 12 January and 20 May: Excel took the first two for 5 March and 1 December.
    const rows = [45356, 45627.25, '20/5/2024'].map((day, place): Row => [
      `P${place}`,
      day,
      '',
      10,
      '',
      '',
    ]);
    const many = Array.from({ length: 30 }, (_, place) => rows[place % 3]!);
    const read = (mapping: TableMapping) => readMapped(mapping, many);
    const date = { columns: ['Day'], dates: 'dmy' } as const;
    expect(problemsOf(read(paymentsBy({ 'Payment Date': date })), 'DATE_SWAPPED')).toHaveLength(1);
    const made = read(paymentsBy({ 'Payment Date': { ...date, swapped: true } }));
    expect(problemsOf(made, 'DATE_SWAPPED')).toEqual([]);
    expect(
      recordsOf(made, 'Payments')
        .slice(0, 3)
        .map((one) => one['Payment Date']),
    ).toEqual(['2024-05-03', '2024-01-12T06:00', '2024-05-20']);
  });

  it('B2 a later paste that is not exchanged stops: its dates would be turned round', () => {
    const date = { columns: ['Day'], dates: 'dmy', swapped: true } as const;
    // 5, 28 and 20 March 2024.
    const rows = [45356, 45379, 45371].map((day, place): Row => [`P${place}`, day, '', 10, '', '']);
    const read = readMapped(paymentsBy({ 'Payment Date': date }), rows);
    expect(problemsOf(read, 'DATE_SWAPPED')).toMatchObject([
      {
        severity: 'stopped',
        cell: 'B3',
        count: 2,
        found: '2 dates with days 13 to 31: day and month are no longer exchanged here',
      },
    ]);
  });

  it('B1 where the dates show another order than the mapping says, what could be either is held', () => {
    const read = (days: readonly string[]) => {
      const date = { columns: ['Day'], dates: 'dmy' } as const;
      const rows = days.map((day, place): Row => [`P${place}`, day, '', 10, '', '']);
      const tables = readMapped(paymentsBy({ 'Payment Date': date }), rows);
      const used = recordsOf(tables, 'Payments').map((one) => one['Payment Date']);
      return { used, told: told(tables.problems), problems: tables.problems };
    };
    const changed = read(['4/13/2024', '4/5/2024', '2024-04-06']);
    expect(changed.used).toEqual(['2024-04-06']);
    expect(changed.told).toEqual([
      'DATE_NOT_A_DATE B2 Day',
      'DATE_AMBIGUOUS B3 Day',
      'DATE_AS_TEXT B4 Day',
    ]);
    expect(changed.problems[1]?.found).toBe(
      '"4/5/2024"; the mapping says day first, but the order seems to have changed',
    );
    // One slip among dates that show the order of the mapping changes nothing.
    expect(read(['4/13/2024', '4/5/2024', '13/4/2024']).used).toEqual(['2024-05-04', '2024-04-13']);
  });

  it('A15 an amount in another currency than the mapping says stops', () => {
    const amount = { Amount: { columns: ['Sum'], currency: 'C$' } };
    expect(told(readOne(amount, { Sum: '$12.00' }).problems)).toContain('AMOUNT_CURRENCIES D2 Sum');
    expect(told(readOne(amount, { Sum: 'C$12.00' }).problems)).toEqual(['AMOUNT_AS_TEXT D2 Sum']);
  });

  it('words of the export for words of the ledger; what is not listed keeps its meaning', () => {
    const type = {
      Type: { columns: ['What'], values: { in: 'Payment', OUT: 'Refund', '': 'Deposit' } },
    };
    const typeOf = (What: unknown) => readOne(type, { What }).record['Type'];
    expect([typeOf('IN '), typeOf('out'), typeOf(''), typeOf('NSF')]).toEqual([
      'Payment',
      'Refund',
      'Deposit',
      'Returned Check',
    ]);
    expect(told(readOne(type, { What: 'Memo' }).problems)).toEqual(['TYPE_UNKNOWN C2 What']);
  });

  it('hostile words are words', () => {
    const values = Object.fromEntries([
      ['__proto__', 'Refund'],
      ['in', 'Payment'],
    ]);
    const type = { Type: { columns: ['What'], values } };
    expect(readOne(type, { What: '__proto__' }).record['Type']).toBe('Refund');
    expect(told(readOne(type, { What: 'constructor' }).problems)).toEqual(['TYPE_UNKNOWN C2 What']);
  });

  it('a filled cell that means Yes: an amount, a flag, a mark; 0 and No are not filled', () => {
    const voided = { Voided: { columns: ['Given back'], filled: 'Yes' } };
    const cells = [25, '25.00', 'x', 'Yes', '#', '', 0, '0.00', '-', 'No', 'false'];
    const read = cells.map(
      (cell) => readOne(voided, { 'Given back': cell }).record['Voided'] ?? '',
    );
    expect(read).toEqual(['Yes', 'Yes', 'Yes', 'Yes', 'Yes', '', '', '', '', '', '']);
  });

  it('a column that says the opposite', () => {
    const mapping: TableMapping = {
      name: 'Test',
      headers: ['A', 'B', 'C', 'Left out'],
      views: [
        {
          kind: 'Charges',
          fields: {
            'Charge ID': { columns: ['A'] },
            'Service Date': { columns: ['B'] },
            Amount: { columns: ['C'] },
            Commissionable: { columns: ['Left out'], reversed: true },
          },
        },
      ],
    };
    const tables = readMapped(mapping, [
      ['L1', 45356, 5, 'Yes'],
      ['L2', 45356, 5, 'No'],
    ]);
    expect([...tables.Charges.commissionable]).toEqual([0, 1]);
  });

  it('D7 a name that is printed once for each block is filled down, never past a total; it is counted', () => {
    const rows: Row[] = [
      ['P1', 45356, 'in', 10, 'Cash', ''],
      ['P2', 45356, 'in', 20, '', ''],
      ['', '', '', 30, 'Total for Cash', ''],
      headers,
      ['P3', 45356, 'in', 5, 'Check', ''],
      ['', '', '', '', '', ''],
      ['P4', 45357, 'in', 6, ' ', ''],
    ];
    for (const blockRows of [1, 2, 3, 100]) {
      const tables = readMapped(
        paymentsBy({ Method: { columns: ['Who'], fillDown: true } }),
        rows,
        { blockRows },
      );
      expect(
        recordsOf(tables, 'Payments').map((one) => [one['Payment ID'], one['Method']]),
      ).toEqual([
        ['P1', 'Cash'],
        ['P2', 'Cash'],
        ['P3', 'Check'],
        ['P4', 'Check'],
      ]);
      expect(problemsOf(tables, 'CELLS_FILLED_DOWN')).toMatchObject([
        { severity: 'noted', cell: 'E3', column: 'Who', count: 2 },
      ]);
      expect(tables.sources[0]?.rows).toMatchObject({ read: 6, used: 4, skipped: 2, held: 0 });
    }
  });
});

/** Two movements of money in one row, as an export of transactions has them. */
const paidAndRefunded: TableMapping = {
  name: 'Transactions',
  headers: ['No', 'Day', 'Paid', 'Refunded'],
  views: [
    {
      kind: 'Payments',
      rows: [{ money: ['Paid'] }],
      fields: {
        'Payment ID': { columns: ['No'] },
        'Payment Date': { columns: ['Day'] },
        Type: { constant: 'Payment' },
        Amount: { columns: ['Paid'] },
      },
    },
    {
      kind: 'Payments',
      rows: [{ money: ['Refunded'] }],
      fields: {
        'Payment ID': { columns: ['No'], and: 'Refunded' },
        'Payment Date': { columns: ['Day'] },
        Type: { constant: 'Refund' },
        Amount: { columns: ['Refunded'], sign: 'negated' },
      },
    },
  ],
};

const summed = ({ read, used, skipped, held }: RowEquation): string =>
  `${read} = ${used} + ${skipped} + ${held}`;

describe('which rows are rows of a view', () => {
  it('those with its money; one with neither is a row of the first view', () => {
    const tables = readMapped(paidAndRefunded, [
      ['T1', 45356, 100, ''],
      ['T2', 45357, 50, 20],
      ['T3', 45358, '', 30],
      ['T4', 45359, 0, 0],
      ['T5', 45359, '', ''],
      ['T6', 45359, '', 'see note'],
      ['Total', '', 150, 50],
      ['', '', '', ''],
      ['No', 'Day', 'Paid', 'Refunded'],
    ]);
    expect(
      recordsOf(tables, 'Payments').map(
        (one) => `${one['Payment ID'] ?? ''} ${one['Type'] ?? ''} ${one['Amount'] ?? ''}`,
      ),
    ).toEqual([
      'T1 Payment 100.00',
      'T2 Payment 50.00',
      'T4 Payment 0.00',
      'T2 Refunded Refund -20.00',
      'T3 Refunded Refund -30.00',
    ]);
    expect(tables.sources.map(({ rows }) => summed(rows))).toEqual([
      '6 = 3 + 2 + 1',
      '3 = 2 + 0 + 1',
    ]);
    expect(told(tables.problems.filter(({ severity }) => severity === 'held'))).toEqual([
      'CELL_BLANK C6 Paid',
      'AMOUNT_NOT_A_NUMBER D7 Refunded',
    ]);
    expect(
      tables.sources.map(
        ({ rows }) => rows.readCents - rows.usedCents - rows.skippedCents - rows.heldCents,
      ),
    ).toEqual([0, 0]);
  });

  it('those with a word; a word that no view knows holds the row', () => {
    const view = (
      is: string[],
      fields: MappedView['fields'],
      kind: MappedView['kind'],
    ): MappedView => ({ kind, rows: [{ column: 'What', is }], fields });
    const mapping: TableMapping = {
      name: 'Mixed',
      headers,
      views: [
        view(
          ['Service'],
          {
            'Charge ID': { columns: ['No'] },
            'Service Date': { columns: ['Day'] },
            Provider: { columns: ['Who'] },
            Amount: { columns: ['Sum'] },
          },
          'Charges',
        ),
        view(
          ['Payment', ' pmt '],
          {
            'Payment ID': { columns: ['No'] },
            'Payment Date': { columns: ['Day'] },
            Type: { constant: 'Payment' },
            Amount: { columns: ['Sum'], sign: 'negated' },
          },
          'Payments',
        ),
      ],
    };
    const tables = readMapped(mapping, [
      ['1', 45356, 'Service', 100, 'Adams', ''],
      ['2', 45356, 'PAYMENT', -60, 'Adams', ''],
      ['3', 45356, 'Pmt', -5, 'Adams', ''],
      ['4', 45356, 'Memo', 7, 'Adams', ''],
      ['5', 45356, '', 8, 'Adams', ''],
    ]);
    expect(recordsOf(tables, 'Charges').map((one) => one['Amount'])).toEqual(['100.00']);
    expect(recordsOf(tables, 'Payments').map((one) => one['Amount'])).toEqual(['60.00', '5.00']);
    expect(tables.sources.map(({ kind, rows }) => `${kind} ${summed(rows)}`)).toEqual([
      'Charges 3 = 1 + 0 + 2',
      'Payments 2 = 2 + 0 + 0',
    ]);
    expect(problemsOf(tables, 'ROW_NOT_MAPPED')).toMatchObject([
      {
        severity: 'held',
        cell: 'C5',
        column: 'What',
        found: '"Memo" in a row of 7.00, which the mapping does not know',
      },
      {
        severity: 'held',
        cell: 'C6',
        column: 'What',
        found: 'nothing in a row of 8.00, which the mapping does not know',
      },
    ]);
  });

  it('those with or without something in a column', () => {
    const fields = (id: string): MappedView['fields'] => ({
      'Adjustment ID': { columns: ['No'], and: id },
      Date: { columns: ['Day'] },
      Type: { constant: id },
      Amount: { columns: ['Sum'] },
    });
    const mapping: TableMapping = {
      name: 'Two',
      headers,
      views: [
        { kind: 'Adjustments', rows: [{ filled: 'Who' }], fields: fields('with') },
        { kind: 'Adjustments', rows: [{ blank: 'Who' }], fields: fields('without') },
      ],
    };
    const tables = readMapped(mapping, [
      ['1', 45356, '', 1, 'x', ''],
      ['2', 45356, '', 2, '-', ''],
      ['3', 45356, '', 3, '', ''],
    ]);
    expect(recordsOf(tables, 'Adjustments').map((one) => one['Adjustment ID'])).toEqual([
      '1 with',
      '2 without',
      '3 without',
    ]);
  });
});

describe('laws', () => {
  const cell = fc.oneof(
    fc.constantFrom<unknown>(
      '',
      null,
      0,
      '0.00',
      '-',
      'Total',
      'No',
      'Paid',
      45356,
      '2024-03-05',
      'T1',
      '(5.00)',
      '#N/A',
      true,
      'Page 1 of 2',
    ),
    fc.integer({ min: -500, max: 500 }),
  );
  const grid = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 10 });

  it('INV-32 the rows of every view are used, skipped or held, and block sizes change nothing', () => {
    fc.assert(
      fc.property(grid, fc.integer({ min: 1, max: 5 }), (rows, blockRows) => {
        const tables = readMapped(paidAndRefunded, rows, { blockRows });
        for (const { rows: sums } of tables.sources) {
          expect(sums.read).toBe(sums.used + sums.skipped + sums.held);
          expect(sums.readCents).toBe(sums.usedCents + sums.skippedCents + sums.heldCents);
        }
        const whole = readMapped(paidAndRefunded, rows);
        expect(recordsOf(tables, 'Payments')).toEqual(recordsOf(whole, 'Payments'));
        expect(tables.problems).toEqual(whole.problems);
      }),
      runs,
    );
  });

  it('A14 a column of the opposite sign gives the same rows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9999, max: 9999 }), { maxLength: 8 }), (cents) => {
        const rowsOf = (sign: number): Row[] =>
          cents.map((one, place) => [`P${place}`, 45356, '', (sign * one) / 100, '', '']);
        const read = (sign: 'as-written' | 'negated', rows: Row[]) =>
          recordsOf(
            readMapped(paymentsBy({ Amount: { columns: ['Sum'], sign } }), rows),
            'Payments',
          );
        expect(read('negated', rowsOf(-1))).toEqual(read('as-written', rowsOf(1)));
      }),
      runs,
    );
  });
});
