/** Exports that were pasted beside each other, each as it came. */
import type { TableMapping } from '../../src/ledger/mapping/tableMapping';
import { grid, readImport } from './readImports';

it('a table whose header stands lower, under a banner of its own, is read beside another', async () => {
  const read = await readImport({
    Paste: grid(`
      Charge ID | Service Date | Provider | Amount |  | Receipts of the desk |              |      |
      C1        | 2024-03-05   | Adams    | 65.00  |  | Printed at noon      |              |      |
      C2        | 2024-03-06   | Baker    | 80.00  |  | Payment ID           | Payment Date | Type    | Amount
      C3        | 2024-03-07   | Baker    | 12.50  |  | P1                   | 2024-03-08   | Payment | 50.00
                |              |          |        |  | P2                   | 2024-03-09   | Payment | 20.00
    `),
  });
  expect(read.rows('Charges', 'Charge ID, Provider, Amount')).toEqual([
    'C1 | Adams | 65.00',
    'C2 | Baker | 80.00',
    'C3 | Baker | 12.50',
  ]);
  expect(read.rows('Payments', 'Payment ID, Amount')).toEqual(['P1 | 50.00', 'P2 | 20.00']);
  expect(read.equations).toEqual([
    "Charges 'Paste' 3 = 3 + 0 + 0",
    "Payments 'Paste' 2 = 2 + 0 + 0",
  ]);
  expect(read.told).toEqual([]);
});

it('tables one below the other, each beginning in another column, are read apart', async () => {
  const read = await readImport({
    Paste: grid(`
               |           | Payment ID   | Payment Date | Type    | Amount | Invoice Number
               |           | P1           | 2024-01-10   | Payment | 5.00   | 7
               |           |              |              |         |        |
      Provider | Last Name | Aliases      |              |         |        |
      Adams    | Zimmer    | JA           |              |         |        |
               |           |              |              |         |        |
               | Charge ID | Service Date | Provider     | Amount  |        |
               | C1        | 2024-01-10   | Adams        | 5.00    |        |
               |           |              |              |         |        |
               |           |              |              | Tab        | Date       | Type     | Amount
               |           |              |              | Production | 2024-01-11 | Checkout | 12.00
    `),
  });
  expect(read.equations).toEqual([
    "Payments 'Paste' 1 = 1 + 0 + 0",
    "Providers 'Paste' 1 = 1 + 0 + 0",
    "Charges 'Paste' 1 = 1 + 0 + 0",
    "Audit Trail 'Paste' 1 = 1 + 0 + 0",
  ]);
  expect(read.rows('Providers', 'Provider, Aliases')).toEqual(['Adams | JA']);
  expect(read.rows('Payments', 'Payment ID, Amount')).toEqual(['P1 | 5.00']);
  expect(read.told).toEqual([]);
});

it('rows of two lists without ids that stand beside each other are told apart', async () => {
  const header =
    'Flag | Date | Entry Date | Name | Tooth | Code | Description | Prov | Amount | Check # | Balance';
  const read = await readImport({
    Paste: grid(`
      ${header} |  | ${header}
       | 2024-03-05 | 2024-03-05 | Roe | | D0120 | Exam         | DOC1 | 65.00  |  | 65.00 |  | | 2024-04-05 | 2024-04-05 | Doe | | D1110 | Cleaning     | HYG1 | 110.00 |  | 110.00
       | 2024-03-06 | 2024-03-06 | Roe | | Pay   | Cash Payment | DOC1 | -40.00 |  | 25.00 |  | | 2024-04-06 | 2024-04-06 | Doe | | Pay   | Cash Payment | HYG1 | -30.00 |  | 80.00
    `),
  });
  expect(read.rows('Charges', 'Charge ID, Provider, Amount')).toEqual([
    'Paste!0000002 | DOC1 | 65.00',
    'Paste!M0000002 | HYG1 | 110.00',
  ]);
  expect(read.rows('Payments', 'Payment ID, Provider, Amount')).toEqual([
    'Paste!0000003 | DOC1 | 40.00',
    'Paste!M0000003 | HYG1 | 30.00',
  ]);
  expect(read.told).toEqual([]);
});

const office: TableMapping = {
  name: 'Office',
  headers: ['Ref', 'When', 'Who', 'Billed Amt', 'Paid by patient'],
  views: [
    {
      kind: 'Charges',
      fields: {
        'Charge ID': { columns: ['Ref'] },
        'Service Date': { columns: ['When'] },
        Provider: { columns: ['Who'] },
        Amount: { columns: ['Billed Amt'] },
      },
    },
    {
      kind: 'Payments',
      rows: [{ money: ['Paid by patient'] }],
      fields: {
        'Payment ID': { columns: ['Ref'], and: 'patient' },
        'Payment Date': { columns: ['When'] },
        Type: { constant: 'Payment' },
        Amount: { columns: ['Paid by patient'] },
        'Charge ID': { columns: ['Ref'] },
      },
    },
  ],
};

it('E3 a mapped export that lost a column stops the run beside a table that can be read', async () => {
  const read = await readImport(
    {
      Paste: grid(`
        Payment ID | Payment Date | Type    | Amount |  | Ref | When       | Who   | Billed Amt | Pt money
        P1         | 2024-03-05   | Payment | 100    |  | R1  | 2024-03-13 | Adams | 100        | 60
      `),
    },
    [office],
  );
  expect(read.problems).toMatchObject([
    {
      code: 'MAPPING_COLUMN_GONE',
      severity: 'stopped',
      cell: 'F1',
      found: "column 'Paid by patient' is gone; did it become 'Pt money'?",
    },
  ]);
  expect(read.rows('Payments', 'Payment ID, Amount')).toEqual(['P1 | 100.00']);
});

describe('a list without ids beside payments, with a blank column between', () => {
  const payments = [
    ['Payment ID', 'Payment Date', 'Type', 'Amount'],
    ['P1', 45356, 'Payment', 100],
    ['P2', 45357, 'Payment', 50],
  ];
  const lists: [string, (string | number)[][], { cell: string; column: string }][] = [
    [
      'of payments',
      [
        ['Date Received', 'Transaction Type', 'Amount Paid', 'Provider'],
        [45366, 'Payment', 1100, 'Adams'],
        [45367, 'Payment', 150, 'Baker'],
      ],
      { cell: 'F1', column: 'Payment ID' },
    ],
    [
      'of charges',
      [
        ['Date', 'Patient', 'Fee', 'Provider', 'Code'],
        [45366, 'Joe', 1100, 'Adams', '99213'],
        [45367, 'Sue', 150, 'Baker', '99214'],
      ],
      { cell: 'F1', column: 'Charge ID' },
    ],
    [
      'of what was collected',
      [
        ['Date', 'Provider', 'Collected'],
        [45366, 'Adams', 1100],
        [45367, 'Baker', 150],
      ],
      { cell: 'F1', column: 'Charge ID, Amount' },
    ],
  ];

  it.each(lists)('%s is told, and nothing of it is read', async (_, list, told) => {
    const right = payments.map((row, place) => [...row, null, ...(list[place] ?? [])]);
    const left = payments.map((row, place) => [...(list[place] ?? []), null, ...row]);
    for (const [rows, cell] of [
      [right, told.cell],
      [left, 'A1'],
    ] as const) {
      const read = await readImport({ Paste: rows });
      expect(read.problems).toMatchObject([
        { code: 'TABLE_COLUMN_MISSING', cell, column: told.column },
      ]);
      expect(read.rows('Payments', 'Payment ID, Amount, Provider')).toEqual([
        'P1 | 100.00 | ',
        'P2 | 50.00 | ',
      ]);
      expect(read.rows('Charges', 'Charge ID')).toEqual([]);
    }
  });

  it('is no list where it only says more of the same rows', async () => {
    const read = await readImport({
      Paste: grid(`
        Payment ID | Payment Date | Type    | Amount |  | Provider | Method | Posted Date
        P1         | 2024-03-05   | Payment | 100    |  | Adams    | Cash   | 2024-03-06
      `),
      Wide: grid(`
        Charge ID | Service Date | Provider | Amount |  | Payment Date | Amount Paid
        C1        | 2024-03-05   | Adams    | 100    |  | 2024-03-07   | 60
      `),
    });
    expect(read.rows('Payments', 'Payment ID, Amount, Provider, Method')).toEqual([
      'P1 | 100.00 | Adams | Cash',
    ]);
    expect(read.told).toEqual(['MONEY_NOT_READ G1']);
  });
});
