/** Wide rows: money in columns beside a charge or a payment becomes rows of its own, where it is sure. */
import type { TableMapping } from '../../src/ledger/mapping/tableMapping';
import { grid, readImport } from './readImports';

const wide = grid(`
  Charge ID | Service Date | Provider | Amount | Claim Number | Posting Date | Insurance Payment | Patient Payment | Refund | Write-off | Adjustment
  C1        | 2024-03-01   | Adams    | 200    | K1           | 2024-03-15   | 120               | 30              |        | 50        |
  C2        | 2024-03-02   | Baker    | 100    |              | 2024-03-16   | 0                 | 90              | 15     | 10        |
  C3        | 2024-03-03   | Adams    | 80     | K3           |              | 50                |                 |        |           | 5
  C4        | 2024-03-04   | Adams    | 60     |              |              |                   |                 |        |           |
  Total     |              |          | 440    |              |              | 170               | 120             | 15     | 60        | 5
`);

describe('a charge with money beside it', () => {
  it('is a charge and one row for each filled column, named and dated as the columns say', async () => {
    const read = await readImport({ Export: wide });
    expect(read.rows('Charges', 'Charge ID, Service Date, Provider, Amount, Claim Number')).toEqual(
      [
        'C1 | 2024-03-01 | Adams | 200.00 | K1',
        'C2 | 2024-03-02 | Baker | 100.00 | ',
        'C3 | 2024-03-03 | Adams | 80.00 | K3',
        'C4 | 2024-03-04 | Adams | 60.00 | ',
      ],
    );
    expect(
      read.rows(
        'Payments',
        'Payment ID, Payment Date, Type, Amount, Payer, Charge ID, Claim Number, Provider',
      ),
    ).toEqual([
      'C1 Insurance Payment | 2024-03-15 | Payment | 120.00 | Insurance | C1 | K1 | Adams',
      'C1 Patient Payment | 2024-03-15 | Payment | 30.00 | Patient | C1 | K1 | Adams',
      'C2 Patient Payment | 2024-03-16 | Payment | 90.00 | Patient | C2 |  | Baker',
      'C2 Refund | 2024-03-16 | Refund | -15.00 | Patient | C2 |  | Baker',
    ]);
    expect(read.rows('Claim Adjustments', 'Claim Number, Amount, Charge ID, Group, Date')).toEqual([
      'K1 | 50.00 | C1 | CO | 2024-03-15',
      'K3 | 5.00 | C3 | CO | ',
    ]);
    expect(read.rows('Adjustments', 'Adjustment ID, Date, Type, Amount, Charge ID')).toEqual([
      'C2 Write-off | 2024-03-16 | Write-off | -10.00 | C2',
    ]);
    // The insurer's 50.00 of C3 has no date: held, in a row of its own.
    expect(read.problems.filter(({ severity }) => severity === 'held')).toMatchObject([
      {
        code: 'CELL_BLANK',
        cell: 'F4',
        column: 'Posting Date',
        found: 'nothing, in a row of 50.00',
      },
    ]);
    expect(read.equations.sort()).toEqual([
      "Adjustments 'Export' 1 = 1 + 0 + 0",
      "Charges 'Export' 5 = 4 + 1 + 0",
      "Claim Adjustments 'Export' 1 = 1 + 0 + 0",
      "Claim Adjustments 'Export' 1 = 1 + 0 + 0",
      "Payments 'Export' 1 = 1 + 0 + 0",
      "Payments 'Export' 2 = 1 + 0 + 1",
      "Payments 'Export' 2 = 2 + 0 + 0",
    ]);
  });

  it('takes the date of the column itself before the posting date', async () => {
    const read = await readImport({
      Export: grid(`
        Charge ID | Service Date | Provider | Amount | Insurance Payment | Insurance Payment Date | Patient Payment | PatientPaymentPostingDate | Post Date  | Recoup | Refund Date
        C1        | 2024-03-01   | Adams    | 100    | 60                | 2024-04-02             | 20              | 2024-04-20                | 2024-04-30 | 5      | 2024-05-01
        C2        | 2024-03-01   | Adams    | 100    | 70                |                        | 10              |                           | 2024-04-30 |        |
      `),
    });
    expect(
      read.rows('Payments', 'Payment ID, Payment Date, Entered Date, Type, Amount, Payer'),
    ).toEqual([
      'C1 Insurance Payment | 2024-04-02 | 2024-04-30 | Payment | 60.00 | Insurance',
      'C2 Insurance Payment | 2024-04-30 | 2024-04-30 | Payment | 70.00 | Insurance',
      'C1 Patient Payment | 2024-04-20 | 2024-04-30 | Payment | 20.00 | Patient',
      'C2 Patient Payment | 2024-04-30 | 2024-04-30 | Payment | 10.00 | Patient',
      'C1 Recoup | 2024-05-01 | 2024-04-30 | Refund | -5.00 | Insurance',
    ]);
    expect(read.problems).toEqual([]);
  });

  it('is held where no column has a date for it, never dated by the service', async () => {
    const read = await readImport({
      Export: grid(`
        Charge ID | Service Date | Provider | Amount | Amount Paid
        C1        | 2024-03-01   | Adams    | 100    | 60
        C2        | 2024-03-01   | Adams    | 100    | 0
      `),
    });
    expect(read.rows('Payments', 'Payment ID')).toEqual([]);
    expect(read.equations).toEqual([
      "Charges 'Export' 2 = 2 + 0 + 0",
      "Payments 'Export' 1 = 0 + 0 + 1",
    ]);
    expect(read.problems).toMatchObject([
      {
        code: 'CELL_BLANK',
        cell: 'E2',
        column: 'Amount Paid',
        found: 'nothing, in a row of 60.00',
      },
    ]);
  });

  it('is voided as a whole', async () => {
    const read = await readImport({
      Export: grid(`
        Charge ID | Service Date | Provider | Amount | Claim Number | Post Date  | Insurance Payment | Contractual | Voided
        C1        | 2024-03-01   | Adams    | 100    | K1           | 2024-04-01 | 60                | 40          |
        C2        | 2024-03-01   | Adams    | 100    | K2           | 2024-04-01 | 70                | 30          | Yes
        C3        | 2024-03-01   | Adams    | 100    | K3           | 2024-04-01 | 80                | 20          | No
      `),
    });
    expect(read.rows('Charges', 'Charge ID, Status')).toEqual([
      'C1 | Complete',
      'C2 | Voided',
      'C3 | Complete',
    ]);
    expect(read.rows('Payments', 'Charge ID, Voided')).toEqual(['C1 | ', 'C2 | Yes', 'C3 | ']);
    expect(read.rows('Claim Adjustments', 'Charge ID, Amount')).toEqual([
      'C1 | 40.00',
      'C3 | 20.00',
    ]);
  });
});

describe('what is not sure is not read', () => {
  const charges = (header: string, ...cells: (number | string)[]): string => `
    Charge ID | Service Date | Provider | Amount | Post Date  | ${header}
    ${cells.map((cell, place) => `C${place} | 2024-03-01 | Adams | 100 | 2024-04-01 | ${cell}`).join('\n')}
  `;

  it('where a table of payments may hold the same money', async () => {
    const read = await readImport({
      Export: grid(charges('Patient Payment', 40)),
      Money: grid(`
        Payment ID | Payment Date | Type    | Amount
        P1         | 2024-03-09   | Payment | 40
      `),
    });
    expect(read.rows('Payments', 'Payment ID')).toEqual(['P1']);
    expect(read.problems).toMatchObject([
      {
        code: 'MONEY_NOT_READ',
        severity: 'warned',
        cell: 'F1',
        found:
          "a column 'Patient Payment' beside Charges: the table Payments may hold the same money",
      },
    ]);
  });

  it('where a sum stands beside its parts', async () => {
    const read = await readImport({
      Export: grid(charges('Patient Payment | Amount Paid', '40 | 40')),
    });
    expect(read.rows('Payments', 'Payment ID, Amount')).toEqual(['C0 Patient Payment | 40.00']);
    expect(read.problems).toMatchObject([
      {
        code: 'MONEY_NOT_READ',
        column: 'Amount Paid',
        found:
          "a column 'Amount Paid' beside Charges: it may hold the money of 'Patient Payment' again",
      },
    ]);
  });

  it('where it does not say who paid a claim', async () => {
    const read = await readImport({
      Export: grid(charges('Claim Number | Amount Paid', 'K1 | 40')),
    });
    expect(read.rows('Payments', 'Payment ID')).toEqual([]);
    expect(read.problems[0]?.found).toContain('whether the insurer or the patient paid');
  });

  it.each(['Payments', 'Payment', 'Paid', 'Collected', 'Copay', 'Adj', 'Paid by insurer'])(
    'where no list knows the column %s of a charge: its money is told',
    async (header) => {
      const read = await readImport({ Export: grid(charges(header, 40)) });
      expect(read.rows('Payments', 'Payment ID')).toEqual([]);
      expect(read.problems).toMatchObject([
        { code: 'MONEY_NOT_READ', severity: 'warned', cell: 'F1', column: header },
      ]);
    },
  );

  it('where it stands beside a payment whose amount may hold it', async () => {
    const read = await readImport({
      Export: grid(`
        Payment ID | Payment Date | Type    | Amount | Adjustment | Write-off | Insurance Payment | Patient Payment | Payment Method | Paid on
        P1         | 2024-03-05   | Payment | 100    | 5          | 6         | 70                | 30              | Cash           |
      `),
    });
    expect(read.rows('Payments', 'Payment ID, Amount, Method')).toEqual(['P1 | 100.00 | Cash']);
    expect(read.told).toEqual([
      'MONEY_NOT_READ E1',
      'MONEY_NOT_READ F1',
      'MONEY_NOT_READ G1',
      'MONEY_NOT_READ H1',
    ]);
  });

  it('where charges and payments stand beside each other without a blank column: asked', async () => {
    const read = await readImport({
      Export: grid(`
        Charge ID | Service Date | Provider | Fee | Payment ID | Payment Date | Type    | Amount
        C1        | 2024-03-01   | Adams    | 500 | P1         | 2024-03-05   | Payment | 100
        C2        | 2024-03-01   | Baker    | 300 | P2         | 2024-03-05   | Payment | 50
      `),
    });
    expect(read.problems).toMatchObject([
      {
        code: 'HEADER_TWICE',
        severity: 'stopped',
        cell: 'D1',
        found: 'all columns of Payments and of Charges in one row, with amounts in D1 and H1',
      },
    ]);
  });

  it('where an adjustment may raise or lower what is owed', async () => {
    const plus = await readImport({ Export: grid(charges('Adjustment', 12, 8)) });
    expect(plus.rows('Adjustments', 'Amount')).toEqual([]);
    expect(plus.problems).toMatchObject([
      {
        code: 'MONEY_NOT_READ',
        found:
          "a column 'Adjustment' beside Charges: its amounts total 20.00, and it does not say which raise what is owed",
      },
    ]);
    // A minus can only lower it.
    const minus = await readImport({ Export: grid(charges('Adjustment', -12, -8)) });
    expect(minus.rows('Adjustments', 'Adjustment ID, Type, Amount')).toEqual([
      'C0 Adjustment | Adjustment | -12.00',
      'C1 Adjustment | Adjustment | -8.00',
    ]);
    expect(minus.problems).toEqual([]);
  });

  it('A14 where every payment is negative: the run stops with the total', async () => {
    const read = await readImport({ Export: grid(charges('Insurance Payment', -40, -10)) });
    expect(read.problems).toMatchObject([
      {
        code: 'SIGN_UNCLEAR',
        severity: 'stopped',
        cell: 'F1',
        column: 'Insurance Payment',
        count: 2,
        found: 'payments total -50.00: is money received negative here?',
      },
    ]);
  });
});

describe('A14 the sign of money received', () => {
  const day = (sums: readonly number[], type = 'Payment') =>
    grid(
      [
        'Payment ID | Payment Date | Type | Amount',
        ...sums.map((sum, place) => `P${place} | 2024-03-05 | ${type} | ${sum}`),
      ].join('\n'),
    );
  const unclear = async (rows: ReturnType<typeof grid>, kept: readonly TableMapping[] = []) =>
    (await readImport({ Export: rows }, kept)).problems
      .filter(({ code }) => code === 'SIGN_UNCLEAR')
      .map(({ cell, count, found }) => `${cell} ${count} ${found}`);
  const ten = Array.from({ length: 10 }, () => -10);

  it('is asked about where nearly all of it is negative', async () => {
    // Ten of -10.00 and one of +10.00.
    const asked = 'payments total -90.00: is money received negative here?';
    expect(await unclear(day([10, ...ten]))).toEqual([`D3 10 ${asked}`]);
    // Nine negative ones for a positive one, or more money with a plus: corrections, told row by row.
    expect(await unclear(day([10, ...ten.slice(1)]))).toEqual([]);
    expect(await unclear(day([500, ...ten]))).toEqual([]);
    // What is given back is negative by its type.
    expect(await unclear(day(ten, 'Refund'))).toEqual([]);
  });

  it('is asked about again where the kept sign would make all of it negative', async () => {
    const column = (header: string) => ({ columns: [header] });
    const mapping = (sign: 'negated' | 'as-written'): TableMapping => ({
      name: 'Export',
      headers: ['Payment ID', 'Payment Date', 'Type', 'Amount'],
      views: [
        {
          kind: 'Payments',
          fields: {
            'Payment ID': column('Payment ID'),
            'Payment Date': column('Payment Date'),
            Type: column('Type'),
            Amount: { ...column('Amount'), sign },
          },
        },
      ],
    });
    expect(await unclear(day([-60, -20]), [mapping('negated')])).toEqual([]);
    expect(await unclear(day([60, 20]), [mapping('negated')])).toEqual([
      'D2 2 payments total 80.00: is money received negative here?',
    ]);
    // Who said that a minus is a minus is not asked.
    expect(await unclear(day([-60, -20]), [mapping('as-written')])).toEqual([]);
  });
});

describe('a paid and a refunded column on one transaction', () => {
  it('are two Payments rows with one id each', async () => {
    const read = await readImport({
      Export: grid(`
        Trans #       | Transaction Date | Transaction Type | Amount Paid | Refunded Amount | Invoice #
        T1            | 2024-03-05       | Payment          | 100         |                 | 5001
        T2            | 2024-03-06       | Payment          | 50          | 20              | 5002
        T3            | 2024-03-07       | Refund           |             | 30              | 5001
        T4            | 2024-03-08       | Payment          | 0           |                 | 5001
      `),
    });
    expect(read.rows('Payments', 'Payment ID, Payment Date, Type, Amount, Invoice Number')).toEqual(
      [
        'T1 | 2024-03-05 | Payment | 100.00 | 5001',
        'T2 | 2024-03-06 | Payment | 50.00 | 5002',
        'T4 | 2024-03-08 | Payment | 0.00 | 5001',
        'T2 Refunded Amount | 2024-03-06 | Refund | -20.00 | 5002',
        'T3 Refunded Amount | 2024-03-07 | Refund | -30.00 | 5001',
      ],
    );
    expect(read.equations).toEqual([
      "Payments 'Export' 3 = 3 + 0 + 0",
      "Payments 'Export' 2 = 2 + 0 + 0",
    ]);
    expect(read.problems).toEqual([]);
  });
});
