/** What is told once for a column, and what only the whole column decides. */
import { momentText } from '../../src/core/day';
import type { Problem } from '../../src/ledger/problem';
import { charge, charges, problemsOf, readSheet, type Row } from './readSheet';

describe('what is told once for a column', () => {
  const note = (
    header: readonly string[],
    rows: readonly Row[],
    code: Problem['code'],
  ): Problem[] => problemsOf(readSheet(header, rows).tables, code);

  it('A1 AMOUNT_AS_TEXT says what SUM leaves out, over the rows that are used', () => {
    const rows = [
      charge({ Amount: '99.00', Status: '?' }),
      charge(),
      charge({ Amount: '200.20' }),
      charge({ Amount: '-0.20' }),
    ];
    expect(note(charges, rows, 'AMOUNT_AS_TEXT')).toEqual([
      {
        code: 'AMOUNT_AS_TEXT',
        severity: 'warned',
        sheet: 'Ledger',
        cell: 'D4',
        column: 'Amount',
        found: 'text that reads 200.20',
        done: "counted as amounts; Excel's own SUM leaves these cells out, 200.00 in all",
        fix: 'To make Excel add the column up too, select it and use Data, Text to Columns, Finish.',
        count: 2,
      },
    ]);
  });

  it('A7 AMOUNT_ROUNDED tells the sum of the roundings', () => {
    const rows = [
      charge({ Amount: 33.3333 }),
      charge({ Amount: '100.005' }),
      charge({ Amount: 0.125 }),
    ];
    const told = note(charges, [...rows, charge({ Amount: '5.00' })], 'AMOUNT_ROUNDED');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ severity: 'warned', cell: 'D2', found: '33.3333', count: 3 });
    // 33.33 + 100.01 + 0.13 - 33.3333 - 100.005 - 0.125
    expect(told[0]!.done).toBe(
      'rounded to 33.33; the roundings of this column come to +0.0067 in all',
    );
  });

  it('A8 float dust is not told', () => {
    expect(readSheet(charges, [charge({ Amount: 50.300000000000004 })]).tables.problems).toEqual(
      [],
    );
  });

  it('AMOUNT_ZERO_MARK', () => {
    const told = note(
      charges,
      [charge({ Amount: '-' }), charge({ Amount: '$ -' }), charge({ Tax: 'N/A' })],
      'AMOUNT_ZERO_MARK',
    );
    expect(told).toEqual([
      expect.objectContaining({
        severity: 'noted',
        cell: 'D2',
        column: 'Amount',
        count: 2,
        done: 'read as 0.00',
      }),
      expect.objectContaining({ severity: 'noted', cell: 'E4', column: 'Tax', count: 1 }),
    ]);
  });

  it('A3 AMOUNT_THOUSANDS where nothing else shows the mark', () => {
    const told = note(
      charges,
      [charge({ Amount: '1,234' }), charge({ Amount: '2,000' })],
      'AMOUNT_THOUSANDS',
    );
    expect(told).toEqual([
      expect.objectContaining({
        severity: 'noted',
        cell: 'D2',
        count: 2,
        done: 'the comma was read as a thousands mark: 1,234.00',
      }),
    ]);
    expect(told[0]!.fix).not.toBe('');
  });

  it('A15 AMOUNT_CURRENCIES stops the run', () => {
    const rows = [
      charge({ Amount: 'C$5.00' }),
      charge({ Amount: '$5.00' }),
      charge({ Amount: 'US$5.00' }),
      charge({ Amount: 5 }),
    ];
    expect(note(charges, rows, 'AMOUNT_CURRENCIES')).toEqual([
      expect.objectContaining({
        severity: 'stopped',
        cell: 'D2',
        column: 'Amount',
        found: 'amounts in $ and C$',
        count: 1,
      }),
    ]);
    expect(note(charges, rows.slice(1), 'AMOUNT_CURRENCIES')).toEqual([]);
  });

  it('DATE_AS_TEXT, DATE_ZONE_IGNORED and DATE_SHORT_YEAR', () => {
    const rows = [
      charge(),
      charge({ 'Service Date': '5-Mar-24' }),
      charge({ 'Service Date': '2024-03-05T09:00Z' }),
      charge({ 'Service Date': '2024-03-06' }),
    ];
    const { tables } = readSheet(charges, rows);
    expect(problemsOf(tables, 'DATE_AS_TEXT')).toEqual([
      expect.objectContaining({
        severity: 'warned',
        cell: 'B3',
        column: 'Service Date',
        found: 'text that reads 2024-03-05',
        count: 3,
      }),
    ]);
    expect(problemsOf(tables, 'DATE_ZONE_IGNORED')).toEqual([
      expect.objectContaining({
        severity: 'warned',
        cell: 'B4',
        found: 'text that reads 2024-03-05T09:00',
        count: 1,
      }),
    ]);
    expect(problemsOf(tables, 'DATE_SHORT_YEAR')).toEqual([
      expect.objectContaining({ severity: 'warned', cell: 'B3', count: 1 }),
    ]);
    for (const { done, fix } of tables.problems)
      expect(Math.min(done.length, fix.length)).toBeGreaterThan(10);
  });

  it('B2 DATE_SWAPPED finds the half-converted paste', () => {
    const pasted = Array.from({ length: 28 }, (_, place) => {
      const day = place + 1;
      // 1 to 12 December 2024 became 12 January, 12 February and so on.
      const converted = [
        45303, 45334, 45363, 45394, 45424, 45455, 45485, 45516, 45547, 45577, 45608, 45638,
      ];
      return charge({ 'Service Date': day <= 12 ? converted[place] : `${day}/12/2024` });
    });
    expect(note(charges, pasted, 'DATE_SWAPPED')).toEqual([
      expect.objectContaining({
        severity: 'stopped',
        cell: 'B14',
        count: 12,
        found: '12 dates with days 1 to 12, 16 texts with days 13 to 31',
      }),
    ]);
    expect(note(charges, [...pasted, charge({ 'Service Date': 45320 })], 'DATE_SWAPPED')).toEqual(
      [],
    );
    expect(
      note(charges, [...pasted, charge({ 'Service Date': '1/12/2024' })], 'DATE_SWAPPED'),
    ).toEqual([]);
    expect(note(charges, pasted.slice(0, 19), 'DATE_SWAPPED')).toEqual([]);
  });

  it.each<[string, Row]>([
    ['a text with the year first', charge({ 'Service Date': '2024-12-25' })],
    ['a text with the month as a word', charge({ 'Service Date': '25-Dec-24' })],
    ['a text with the same day and month', charge({ 'Service Date': '12/12/2024' })],
    ['a text that Excel never converts', charge({ 'Service Date': '7/12/2024\u00a0' })],
    // 31 December 2024, which is no row that counts.
    ['a dated totals line', charge({ 'Charge ID': 'Total', 'Service Date': 45657, Amount: 2400 })],
    ['a row that is held', charge({ 'Service Date': 45657, Amount: 'see note' })],
  ])('B2 DATE_SWAPPED is not put off by %s', (_, odd) => {
    // Of December 2024 the days 1 to 12 became the first months' twelfth days; the next twelve stayed text.
    const pasted = Array.from({ length: 24 }, (_row, place) => {
      const converted = [
        45303, 45334, 45363, 45394, 45424, 45455, 45485, 45516, 45547, 45577, 45608, 45638,
      ];
      return charge({ 'Service Date': converted[place] ?? `${place + 1}/12/2024`, Amount: 100 });
    });
    expect(note(charges, [...pasted, odd], 'DATE_SWAPPED')).toEqual([
      expect.objectContaining({
        count: 12,
        cell: 'B14',
        found: '12 dates with days 1 to 12, 12 texts with days 13 to 31',
      }),
    ]);
  });
});

describe('what only the whole column decides', () => {
  const amounts = (cells: readonly unknown[]): number[] => [
    ...readSheet(
      charges,
      cells.map((Amount) => charge({ Amount })),
    ).tables.Charges.amount,
  ];
  const dates = (cells: readonly unknown[]): string[] =>
    [
      ...readSheet(
        charges,
        cells.map((cell) => charge({ 'Service Date': cell })),
      ).tables.Charges.service,
    ].map(momentText);

  it('A3 the decimal mark is that of the majority', () => {
    expect(amounts(['1.234', '5.00', '1,000'])).toEqual([123, 500, 100000]);
    expect(amounts(['1.234', '1.000,50', '1,5', '1,000'])).toEqual([123400, 100050, 150, 100]);
    expect(amounts(['1.234', '5.00', '1.000,50', '1,000'])).toEqual([500, 100050]);
  });

  it('B1 the order of day and month is that of any part above 12', () => {
    expect(dates(['3/5/2024', '13/5/2024'])).toEqual(['2024-05-03', '2024-05-13']);
    expect(dates(['3/5/2024', '5/13/2024'])).toEqual(['2024-03-05', '2024-05-13']);
    expect(dates(['3/5/2024', '5/13/2024', '13/5/2024'])).toEqual(['2024-05-13', '2024-05-13']);
  });

  it('B9 yyyymmdd where the whole column is written so', () => {
    expect(dates([20240305, '20240306', ''])).toEqual(['2024-03-05', '2024-03-06']);
    expect(dates([20240305, 45356])).toEqual(['2024-03-05']);
    expect(
      problemsOf(
        readSheet(charges, [charge({ 'Service Date': 20240305 }), charge()]).tables,
        'DATE_NOT_A_DATE',
      ),
    ).toHaveLength(1);
  });
});
