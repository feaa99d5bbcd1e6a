/** One row, one fault: what is held and what the user is told. */
import type { Problem } from '../../src/ledger/problem';
import { charge, charges, payment, payments, readSheet } from './readSheet';

interface Held {
  readonly code: Problem['code'];
  readonly cell: string;
  readonly column: string;
  readonly found: string;
  readonly fix: string;
  readonly unreadable?: number;
  readonly heldCents?: number;
}

describe('a row with a fault is held, and told with its cell', () => {
  it.each<[Record<string, unknown>, Held]>([
    [
      { Amount: '12..50' },
      {
        code: 'AMOUNT_NOT_A_NUMBER',
        cell: 'D3',
        column: 'Amount',
        found: '"12..50"',
        fix: 'Type the amount as a number; for no amount type 0.',
        unreadable: 1,
      },
    ],
    [
      { Amount: 'Waived' },
      {
        code: 'AMOUNT_NOT_A_NUMBER',
        cell: 'D3',
        column: 'Amount',
        found: '"Waived"',
        fix: 'Type the amount as a number; for no amount type 0.',
        unreadable: 1,
      },
    ],
    [
      { Amount: true },
      {
        code: 'AMOUNT_NOT_A_NUMBER',
        cell: 'D3',
        column: 'Amount',
        found: 'TRUE',
        fix: 'Type the amount as a number; for no amount type 0.',
        unreadable: 1,
      },
    ],
    [
      { Amount: '1.234' },
      {
        code: 'AMOUNT_AMBIGUOUS',
        cell: 'D3',
        column: 'Amount',
        found: '"1.234"',
        fix: 'Write the amount with two decimals, such as 1,234.00, or say under How tables are read how numbers are written.',
        unreadable: 1,
      },
    ],
    [
      { Amount: 1e300 },
      {
        code: 'AMOUNT_TOO_LARGE',
        cell: 'D3',
        column: 'Amount',
        found: '1000000000000000052504760255204420248704468581108159154915854115…',
        fix: 'Check the amount; it is larger than can be added up to the cent.',
        unreadable: 1,
      },
    ],
    [
      { Amount: '' },
      {
        code: 'CELL_BLANK',
        cell: 'D3',
        column: 'Amount',
        found: 'nothing',
        fix: 'Fill in the cell, or delete the row if it holds nothing.',
        unreadable: 1,
      },
    ],
    [
      { 'Charge ID': ' ' },
      {
        code: 'CELL_BLANK',
        cell: 'A3',
        column: 'Charge ID',
        found: 'nothing, in a row of 10.00',
        fix: 'Fill in the cell, or delete the row if it holds nothing.',
        heldCents: 1000,
      },
    ],
    [
      { 'Service Date': '' },
      {
        code: 'CELL_BLANK',
        cell: 'B3',
        column: 'Service Date',
        found: 'nothing, in a row of 10.00',
        fix: 'Fill in the cell, or delete the row if it holds nothing.',
        heldCents: 1000,
      },
    ],
    [
      { 'Service Date': 'N/A' },
      {
        code: 'CELL_BLANK',
        cell: 'B3',
        column: 'Service Date',
        found: '"N/A", in a row of 10.00',
        fix: 'Fill in the cell, or delete the row if it holds nothing.',
        heldCents: 1000,
      },
    ],
    [
      { Amount: '#REF!' },
      {
        code: 'CELL_ERROR',
        cell: 'D3',
        column: 'Amount',
        found: '"#REF!"',
        fix: 'Correct the formula in the cell, widen the column, or type the value.',
        unreadable: 1,
      },
    ],
    [
      { Description: '#N/A' },
      {
        code: 'CELL_ERROR',
        cell: 'H3',
        column: 'Description',
        found: '"#N/A"',
        fix: 'Correct the formula in the cell, widen the column, or type the value.',
        heldCents: 1000,
      },
    ],
    [
      { Description: '#####Jane Doe' },
      {
        code: 'CELL_ERROR',
        cell: 'H3',
        column: 'Description',
        found: 'text, 13 characters',
        fix: 'Correct the formula in the cell, widen the column, or type the value.',
        heldCents: 1000,
      },
    ],
    [
      { 'Service Date': '3/5/2024' },
      {
        code: 'DATE_AMBIGUOUS',
        cell: 'B3',
        column: 'Service Date',
        found: '"3/5/2024"',
        fix: 'Day and month can be exchanged: say under How tables are read which comes first, or write the month as a word.',
        heldCents: 1000,
      },
    ],
    [
      { 'Service Date': 'soon' },
      {
        code: 'DATE_NOT_A_DATE',
        cell: 'B3',
        column: 'Service Date',
        found: '"soon"',
        fix: 'Type the date as a date, such as 2024-03-31.',
        heldCents: 1000,
      },
    ],
    [
      { 'Service Date': 60 },
      {
        code: 'DATE_NOT_A_DATE',
        cell: 'B3',
        column: 'Service Date',
        found: '60',
        fix: 'Type the date as a date, such as 2024-03-31.',
        heldCents: 1000,
      },
    ],
    [
      { 'Service Date': 20240305 },
      {
        code: 'DATE_NOT_A_DATE',
        cell: 'B3',
        column: 'Service Date',
        found: '20240305',
        fix: 'Type the date as a date, such as 2024-03-31.',
        heldCents: 1000,
      },
    ],
    [
      { Commissionable: 'perhaps' },
      {
        code: 'FLAG_NOT_UNDERSTOOD',
        cell: 'F3',
        column: 'Commissionable',
        found: '"perhaps"',
        fix: 'Type Yes or No.',
        heldCents: 1000,
      },
    ],
    [
      { 'Invoice Number': 1234567890123456 },
      {
        code: 'ID_DIGITS_LOST',
        cell: 'I3',
        column: 'Invoice Number',
        found: '1234567890123456',
        fix: 'Excel dropped the last digits: format the column as Text, then paste the ids again.',
        heldCents: 1000,
      },
    ],
    [
      { 'Charge ID': '1.23E+11' },
      {
        code: 'ID_DIGITS_LOST',
        cell: 'A3',
        column: 'Charge ID',
        found: '"1.23E+11"',
        fix: 'Excel dropped the last digits: format the column as Text, then paste the ids again.',
        heldCents: 1000,
      },
    ],
    [
      { Status: 'Maybe' },
      {
        code: 'VALUE_UNKNOWN',
        cell: 'G3',
        column: 'Status',
        found: '"Maybe"',
        fix: 'Type one of these words: Complete, Scheduled, Planned, Unbilled, Voided; or say under How tables are read what this one means.',
        heldCents: 1000,
      },
    ],
  ])('%j', (cells, expected) => {
    const { tables, source } = readSheet(charges, [charge(), charge(cells)]);
    const held = tables.problems.filter(({ severity }) => severity === 'held');
    expect(held).toHaveLength(1);
    const { code, cell, column, found, fix, unreadable = 0, heldCents = 0 } = expected;
    expect(held[0]).toMatchObject({ code, sheet: 'Ledger', cell, column, fix, count: 1 });
    expect(held[0]!.found.slice(0, found.length)).toBe(found);
    expect(held[0]!.done).toBe('the row was left out of all totals');
    expect(tables.Charges.length).toBe(1);
    expect(source.rows).toMatchObject({
      read: 2,
      used: 1,
      held: 1,
      usedCents: 1000,
      heldCents,
      unreadable,
    });
    expect(tables.Charges.id.texts).toEqual(['', 'C1']);
  });

  it('TYPE_UNKNOWN names the words that are known', () => {
    const { tables } = readSheet(payments, [payment({ Type: 'Gift card' })]);
    expect(tables.problems).toEqual([
      expect.objectContaining({
        code: 'TYPE_UNKNOWN',
        severity: 'held',
        cell: 'C2',
        column: 'Type',
        found: '"Gift card"',
      }),
    ]);
    expect(tables.problems[0]!.fix).toBe(
      'Type one of these words: Payment, Refund, Returned Check, Reversal, Redeposit, Deposit, Deposit Refund, Credit Applied, Unapplied, Transfer, Void; or say under How tables are read what this one means.',
    );
  });

  it('tells the first fault of a row, in the order of the ledger format', () => {
    const faulty = charge({
      'Charge ID': '',
      'Service Date': '3/5/2024',
      Amount: 'x',
      Status: 'y',
    });
    expect(readSheet(charges, [faulty]).tables.problems.map(({ code }) => code)).toEqual([
      'CELL_BLANK',
    ]);
    const withId = charge({ 'Service Date': '3/5/2024', Amount: 'x', Status: 'y' });
    expect(readSheet(charges, [withId]).tables.problems.map(({ code }) => code)).toEqual([
      'DATE_AMBIGUOUS',
    ]);
    const dated = charge({ Amount: 'x', Status: 'y' });
    expect(readSheet(charges, [dated]).tables.problems.map(({ code }) => code)).toEqual([
      'AMOUNT_NOT_A_NUMBER',
    ]);
  });

  it('a blank provider is no fault', () => {
    expect(readSheet(charges, [charge({ Provider: '' })]).tables.problems).toEqual([]);
  });

  it('long texts are shortened in what was found', () => {
    const { tables } = readSheet(charges, [charge({ Status: 'x'.repeat(500) })]);
    expect(tables.problems[0]!.found).toBe(`"${'x'.repeat(64)}…"`);
  });
});
