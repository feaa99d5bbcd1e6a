/** Exports of veterinary, dental, orthodontic and therapy systems: read without a question, rows by hand. */
import { grid, readImport } from './readImports';

describe('Instinct', () => {
  it('transactions: paid and refunded are two rows; what was voided counts nowhere', async () => {
    const read = await readImport({
      'Transaction Details': grid(`
        Transaction Details
        Cedar Grove Veterinary
        Transaction ID | Time       | Account ID | Account Type | Invoice ID | Transaction Type          | Transaction Method | Entry Method | Paid Amount | Refunded Amount | Voided Paid Amount | Voided Refunded Amount | Hospital Location
        T-1            | 2024-03-05 | 70         | Client       | 5001       | Payment                   | Credit Card        | Chip         | 100.00      | 0.00            | 0.00               | 0.00                   | Main
        T-2            | 2024-03-06 | 70         | Client       | 5001       | Payment                   | Credit Card        | Chip         | 50.00       | 20.00           | 0.00               | 0.00                   | Main
        T-3            | 2024-03-07 | 71         | Client       |            | Deposit (Pre-Payment)     | Cash               |              | 200.00      | 0.00            | 0.00               | 0.00                   | Main
        T-4            | 2024-03-08 | 71         | Client       |            | Refund (Account Deposit)  | Cash               |              | 0.00        | 80.00           | 0.00               | 0.00                   | Main
        T-5            | 2024-03-09 | 72         | Client       | 5002       | Refund (Invoice Payment)  | Check              |              | 0.00        | 15.00           | 0.00               | 0.00                   | Main
        T-6            | 2024-03-09 | 72         | Client       | 5002       | Payment                   | Check              |              | 0.00        | 0.00            | 60.00              | 0.00                   | Main
      `),
    });
    expect(
      read.rows(
        'Payments',
        'Payment ID, Payment Date, Type, Amount, Method, Invoice Number, Account ID, Voided',
      ),
    ).toEqual([
      'T-1 | 2024-03-05 | Payment | 100.00 | Credit Card | 5001 | 70 | ',
      'T-2 | 2024-03-06 | Payment | 50.00 | Credit Card | 5001 | 70 | ',
      'T-3 | 2024-03-07 | Deposit | 200.00 | Cash |  | 71 | ',
      'T-6 | 2024-03-09 | Payment | 60.00 | Check | 5002 | 72 | Yes',
      'T-2 Refunded Amount | 2024-03-06 | Refund | -20.00 | Credit Card | 5001 | 70 | ',
      'T-4 Refunded Amount | 2024-03-08 | Deposit Refund | -80.00 | Cash |  | 71 | ',
      'T-5 Refunded Amount | 2024-03-09 | Refund | -15.00 | Check | 5002 | 72 | ',
    ]);
    expect(read.told).toEqual([]);
    expect(read.equations).toEqual([
      "Payments 'Transaction Details' 4 = 4 + 0 + 0",
      "Payments 'Transaction Details' 3 = 3 + 0 + 0",
    ]);
  });
});

describe('Shepherd', () => {
  it('lines and invoices on two sheets: an invoice is closed when it was checked out', async () => {
    const read = await readImport({
      Lines: grid(`
        Date Administered | Date Created | Invoice # | Client Full Name | Patient | PIMS ID | Product Name | Product Category | Production User | Quantity | Original Price | Discount Amount | Sales Tax | Remaining Balance
        2024-03-05        | 2024-03-05   | 5001      | Jane Roe         | Rex     | EX-1    | Exam         | Services         | Dr. Adams       | 1        | 65.00          | 5.00            | 0.00      | 0.00
        2024-03-05        | 2024-03-05   | 5001      | Jane Roe         | Rex     | FD-2    | Diet food    | Retail           | Dr. Baker       | 2        | 80.00          | 0.00            | 6.60      | 0.00
        2024-03-07        | 2024-03-08   | 5002      | John Doe         | Tom     | SX-9    | Dental       | Surgery          | Dr. Adams       | 1        | 250.00         | 0.00            | 0.00      | 250.00
      `),
      Invoices: grid(`
        Invoice # | Invoice Date | Date Created | Invoice Status   | Client Full Name | Sales Tax | Amount Paid | Remaining Balance
        5001      | 2024-03-05   | 2024-03-05   | Checked Out      | Jane Roe         | 6.60      | 146.60      | 0.00
        5002      | 2024-03-08   | 2024-03-07   | Charges Complete | John Doe         | 0.00      | 0.00        | 250.00
      `),
    });
    expect(
      read.rows(
        'Charges',
        'Charge ID, Service Date, Provider, Amount, Discount, Tax, Code, Category, Units, Invoice Number',
      ),
    ).toEqual([
      'Lines!0000002 | 2024-03-05 | Dr. Adams | 65.00 | 5.00 | 0.00 | EX-1 | Services |  | 5001',
      'Lines!0000003 | 2024-03-05 | Dr. Baker | 80.00 | 0.00 | 6.60 | FD-2 | Retail | 2 | 5001',
      'Lines!0000004 | 2024-03-07 | Dr. Adams | 250.00 | 0.00 | 0.00 | SX-9 | Surgery |  | 5002',
    ]);
    expect(read.rows('Invoices', 'Invoice Number, Closed Date, Tax, Status').sort()).toEqual([
      '5001 | 2024-03-05 | 6.60 | Closed',
      '5002 |  | 0.00 | Open',
    ]);
    expect(read.rows('Payments', 'Payment ID, Payment Date, Amount, Invoice Number')).toEqual([
      '5001 Amount Paid | 2024-03-05 | 146.60 | 5001',
    ]);
    expect(read.told).toEqual([]);
  });
});

describe('Dentrix', () => {
  it('the ledger: a code says what a row is, collections are negative, a plus in front invalidates', async () => {
    const read = await readImport({
      Ledger: grid(`
        Flag | Date       | Entry Date | Name       | Tooth | Code  | Description        | Prov | Amount  | Check # | Balance
             | 2024-03-05 | 2024-03-05 | Roe, Jane  | '3    | D0120 | Periodic exam      | DOC1 | 65.00   |         | 65.00
             | 2024-03-05 | 2024-03-05 | Roe, Jane  |       | D1110 | Prophylaxis        | HYG1 | 110.00  |         | 175.00
        *    | 2024-03-05 | 2024-03-05 | Roe, Jane  |       | Pay   | Check Payment      | DOC1 | -40.00  | 1201    | 135.00
             | 2024-03-20 | 2024-03-21 | Roe, Jane  |       | Ins   | Dental Ins Payment | DOC1 | -100.00 | 88123   | 35.00
             | 2024-03-20 | 2024-03-21 | Roe, Jane  |       | Adj   | PPO Write-off      | DOC1 | -35.00  |         | 0.00
        +    | 2024-03-22 | 2024-03-22 | Doe, John  |       | D2391 | Filling            | DOC1 | 180.00  |         | 180.00
        +    | 2024-03-22 | 2024-03-22 | Doe, John  |       | Pay   | Cash Payment       | DOC1 | -180.00 |         | 0.00
        +    | 2024-03-22 | 2024-03-22 | Doe, John  |       | Adj   | Courtesy           | DOC1 | -10.00  |         | 0.00
      `),
    });
    expect(read.rows('Charges', 'Charge ID, Service Date, Provider, Amount, Code, Status')).toEqual(
      [
        'Ledger!0000002 | 2024-03-05 | DOC1 | 65.00 | D0120 | Complete',
        'Ledger!0000003 | 2024-03-05 | HYG1 | 110.00 | D1110 | Complete',
        'Ledger!0000007 | 2024-03-22 | DOC1 | 180.00 | D2391 | Voided',
      ],
    );
    expect(
      read.rows(
        'Payments',
        'Payment ID, Payment Date, Type, Amount, Payer, Method, Provider, Entered Date, Voided',
      ),
    ).toEqual([
      'Ledger!0000004 | 2024-03-05 | Payment | 40.00 | Patient | Check Payment | DOC1 | 2024-03-05 | ',
      'Ledger!0000008 | 2024-03-22 | Payment | 180.00 | Patient | Cash Payment | DOC1 | 2024-03-22 | Yes',
      'Ledger!0000005 | 2024-03-20 | Payment | 100.00 | Insurance | Dental Ins Payment | DOC1 | 2024-03-21 | ',
    ]);
    expect(read.rows('Adjustments', 'Adjustment ID, Date, Type, Amount, Provider')).toEqual([
      'Ledger!0000006 | 2024-03-20 | PPO Write-off | -35.00 | DOC1',
    ]);
    expect(read.told).toEqual(['ROWS_LEFT_OUT I9']);
    expect(read.equations[0]).toBe("Charges 'Ledger' 4 = 3 + 1 + 0");
  });

  it('a word under Code that is no code of work is held, and so is a row without one', async () => {
    const read = await readImport({
      Ledger: grid(`
        Date       | Name | Code           | Description          | Prov | Amount | Check # | Balance
        2024-03-05 | Roe  | D1110          | Prophylaxis          | DOC1 | 110.00 |         | 110.00
        2024-03-05 | Roe  | WHITEN         | Whitening, own code  | DOC1 | 50.00  |         | 160.00
        2024-03-06 | Roe  | PAYMENT        | Check                | DOC1 | -40.00 | 77      | 120.00
        2024-03-06 | Roe  | Pay            | Check                | DOC1 | -5.00  | 78      | 115.00
        2024-03-07 | Roe  | Refund         | Check                | DOC1 | 15.00  | 79      | 130.00
        2024-03-08 | Roe  | write-off      | Courtesy             | DOC1 | -10.00 |         | 120.00
        2024-03-09 | Roe  | Finance Charge | March                | DOC1 | 2.00   |         | 122.00
        2024-03-09 |      |                | Total for 03/09/2024 |      | 122.00 |         |
      `),
    });
    expect(read.rows('Charges', 'Code, Amount')).toEqual(['D1110 | 110.00', 'WHITEN | 50.00']);
    expect(read.rows('Payments', 'Amount')).toEqual(['5.00']);
    // The last line calls itself a total: 122.00 is the balance, and none of the work.
    expect(read.told).toEqual([
      ...['C4', 'C6', 'C7', 'C8'].map((at) => `ROW_NOT_MAPPED ${at}`),
      'TOTAL_NOT_CONFIRMED F9',
    ]);
    expect(read.equations[0]).toBe("Charges 'Ledger' 7 = 2 + 0 + 5");
  });
});

describe('topsOrtho', () => {
  const tab = (...rows: string[]): string => `
    Date | Type | Patient | Dr. | Description | Amount | Voiding Staff
    ${rows.join('\n')}
  `;

  it('a sheet for each tab: the sheet says which', async () => {
    const read = await readImport({
      Production: grid(tab('2024-03-05 | Initial fee | Roe, Jane | Adams | Start | 1500.00 |')),
      Payments: grid(
        tab(
          '2024-03-06 | Check | Roe, Jane | Adams | | 300.00 |',
          '2024-03-07 | Check | Doe, John | Adams | | 90.00 | Kim',
        ),
      ),
      '(-) Adjustments': grid(
        tab('2024-03-08 | Courtesy discount | Roe, Jane | Adams | | 125.00 |'),
      ),
    });
    expect(
      read.rows('Audit Trail', 'Tab, Date, Type, Amount, Patient Name, Provider, Voiding Staff'),
    ).toEqual([
      'Production | 2024-03-05 | Initial fee | 1500.00 | Roe, Jane | Adams | ',
      'Payments | 2024-03-06 | Check | 300.00 | Roe, Jane | Adams | ',
      'Payments | 2024-03-07 | Check | 90.00 | Doe, John | Adams | Kim',
      '[-] Adjustments | 2024-03-08 | Courtesy discount | 125.00 | Roe, Jane | Adams | ',
    ]);
    expect(read.told).toEqual([]);
  });

  it('a column for each tab', async () => {
    const read = await readImport({
      Days: grid(`
        Date       | Patient   | Dr.   | Type              | Production | Payments | [+] Contract Adj | [-] Contract Adj | [+] Adjustments | [-] Adjustments
        2024-03-05 | Roe, Jane | Adams | Initial fee       | 1500.00    |          |                  |                  |                 |
        2024-03-06 | Roe, Jane | Adams | Check             |            | 300.00   |                  |                  |                 |
        2024-03-07 | Doe, John | Baker | Increase contract |            |          | 500.00           |                  |                 |
        2024-03-08 | Doe, John | Baker | Refund            |            |          |                  |                  | 125.00          |
        2024-03-09 | Doe, John | Baker | Courtesy discount |            |          |                  | 10.00            |                 | 310.00
      `),
    });
    expect(read.rows('Audit Trail', 'Tab, Date, Type, Amount, Provider')).toEqual([
      'Production | 2024-03-05 | Initial fee | 1500.00 | Adams',
      'Payments | 2024-03-06 | Check | 300.00 | Adams',
      '[+] Contract Adj | 2024-03-07 | Increase contract | 500.00 | Baker',
      '[-] Contract Adj | 2024-03-09 | Courtesy discount | 10.00 | Baker',
      '[+] Adjustments | 2024-03-08 | Refund | 125.00 | Baker',
      '[-] Adjustments | 2024-03-09 | Courtesy discount | 310.00 | Baker',
    ]);
    expect(read.told).toEqual([]);
  });
});

it('TheraNest: client and insurer each paid, got back and were let off in columns of their own', async () => {
  const read = await readImport({
    Sessions: grid(`
      Session ID | Date of Service | Client    | Staff Member | CPT Code | Charges | Claim # | Posting Date | Client Payment | Insurance Payments | Client Refunds | Insurance Refunds | Client Write-Off Amount | Insurance Write-Off Amount
      S1         | 2024-03-05      | Roe, Jane | Kim Lee      | 90837    | 180.00  | K10     | 2024-03-19   | 30.00          | 110.00             | 0.00           | 0.00              | 0.00                    | 40.00
      S2         | 2024-03-06      | Doe, John | Kim Lee      | 90834    | 140.00  |         | 2024-03-06   | 140.00         | 0.00               | 20.00          | 0.00              | 0.00                    | 0.00
      S3         | 2024-03-07      | Poe, Ann  | Ana Ruiz     | 90834    | 140.00  |         | 2024-03-09   | 100.00         | 0.00               | 0.00           | 0.00              | 40.00                   | 0.00
    `),
  });
  expect(
    read.rows('Charges', 'Charge ID, Service Date, Provider, Amount, Code, Claim Number'),
  ).toEqual([
    'S1 | 2024-03-05 | Kim Lee | 180.00 | 90837 | K10',
    'S2 | 2024-03-06 | Kim Lee | 140.00 | 90834 | ',
    'S3 | 2024-03-07 | Ana Ruiz | 140.00 | 90834 | ',
  ]);
  expect(read.rows('Payments', 'Payment ID, Payment Date, Type, Amount, Payer, Charge ID')).toEqual(
    [
      'S1 Insurance Payment | 2024-03-19 | Payment | 110.00 | Insurance | S1',
      'S1 Client Payment | 2024-03-19 | Payment | 30.00 | Patient | S1',
      'S2 Client Payment | 2024-03-06 | Payment | 140.00 | Patient | S2',
      'S3 Client Payment | 2024-03-09 | Payment | 100.00 | Patient | S3',
      'S2 Client Refunds | 2024-03-06 | Refund | -20.00 | Patient | S2',
    ],
  );
  expect(read.rows('Claim Adjustments', 'Claim Number, Amount, Charge ID, Group, Date')).toEqual([
    'K10 | 40.00 | S1 | CO | 2024-03-19',
  ]);
  expect(read.rows('Adjustments', 'Adjustment ID, Date, Type, Amount, Charge ID')).toEqual([
    'S3 Client Write-Off Amount | 2024-03-09 | Client Write-Off Amount | -40.00 | S3',
  ]);
  expect(read.told).toEqual([]);
});

it('ChartTalk: services and payments are rows of one list', async () => {
  const read = await readImport({
    List: grid(`
      Service or Payment | Date       | Claim Number | Patient   | Provider | Code  | Units | Charge | Payment Date | Payer     | Amount Paid | Provider Reductions | Reason
      Service            | 2024-03-05 | K10          | Roe, Jane | Lee      | 98941 | 1     | 65.00  |              |           |             |                     |
      Service            | 2024-03-05 | K10          | Roe, Jane | Lee      | 97140 | 2     | 80.00  |              |           |             |                     |
      Payment            | 2024-03-05 | K10          | Roe, Jane | Lee      |       |       |        | 2024-03-20   | Insurance | 90.00       | 35.00               | CO-45
      Payment            | 2024-03-05 |              | Doe, John | Lee      |       |       |        |              | Patient   | 20.00       |                     |
      Statement          | 2024-03-31 |              | Doe, John | Lee      |       |       | 5.00   |              |           |             |                     |
    `),
  });
  expect(
    read.rows('Charges', 'Charge ID, Service Date, Provider, Amount, Code, Units, Claim Number'),
  ).toEqual([
    'List!0000002 | 2024-03-05 | Lee | 65.00 | 98941 |  | K10',
    'List!0000003 | 2024-03-05 | Lee | 80.00 | 97140 | 2 | K10',
  ]);
  expect(read.rows('Payments', 'Payment ID, Payment Date, Amount, Payer, Claim Number')).toEqual([
    'List!0000004 | 2024-03-20 | 90.00 | Insurance | K10',
    'List!0000005 | 2024-03-05 | 20.00 | Patient | ',
  ]);
  expect(read.rows('Claim Adjustments', 'Claim Number, Amount, Reason, Date')).toEqual([
    'K10 | 35.00 | CO-45 | 2024-03-20',
  ]);
  expect(read.told).toEqual(['ROW_NOT_MAPPED A6']);
  expect(read.problems[0]?.found).toBe(
    '"Statement" in a row of 5.00, which the mapping does not know',
  );
});
