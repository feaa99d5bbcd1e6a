/** Exports of medical systems, rebuilt from their headers: read without a question, every row by hand. */
import { grid, readImport } from './readImports';

const payments = 'Payment ID, Payment Date, Type, Amount, Payer, Charge ID, Claim Number';

describe('Kareo', () => {
  const charges = grid(`
    ID    | EncounterID | PostingDate | ServiceStartDate | ServiceEndDate | PatientID | PatientFullName | RenderingProviderName | SchedulingProviderName | PracticeName | ServiceLocationName | ProcedureCode | ProcedureModifier1 | ProcedureName | Units | UnitCharge | TotalCharges | AdjustedCharges | Receipts | PatientBalance | InsuranceBalance | TotalBalance | PrimaryInsuranceInsuranceAllowed | PrimaryInsuranceInsurancePayment | PrimaryInsuranceInsuranceContractAdjustment | PrimaryInsuranceInsuranceContractAdjustmentReason | PrimaryInsurancePaymentPostingDate | SecondaryInsuranceInsurancePayment | PatientPaymentAmount | PatientPaymentPostingDate | OtherAdjustment
    90001 | 501         | 2024-03-06  | 2024-03-05       | 2024-03-05     | 7         | Roe, Jane       | Adams, Jane MD        | Front Desk             | Elm Street   | Elm East            | 99213         | 25                 | Office visit  | 1     | 150.00     | 150.00       | 110.00          | 100.00   | 10.00          | 0.00             | 10.00        | 110.00                           | 80.00                            | 40.00                                       | 45                                                | 2024-03-20                         | 0.00                               | 20.00                | 2024-03-05                | 0.00
    90002 | 501         | 2024-03-06  | 2024-03-05       | 2024-03-05     | 7         | Roe, Jane       | Adams, Jane MD        | Front Desk             | Elm Street   | Elm East            | 81002         |                    | Urinalysis    | 2     | 15.00      | 30.00        | 24.00           | 24.00    | 0.00           | 0.00             | 0.00         | 24.00                            | 19.00                            | 6.00                                        | 45                                                | 2024-03-20                         | 5.00                               | 0.00                 |                           | 0.00
    90003 | 502         | 2024-03-08  | 2024-03-07       | 2024-03-07     | 8         | Doe, John       |                       | Front Desk             | Elm Street   | Elm West            | 99203         |                    | New patient   | 1     | 220.00     | 220.00       | 210.00          | 50.00    | 160.00         | 0.00             | 160.00       |                                  | 0.00                             | 0.00                                        |                                                   |                                    | 0.00                               | 50.00                |                           | 10.00
  `);

  it('charges: each payer and adjustment of a row is a row of its own; sums and balances are none', async () => {
    const read = await readImport({ Charges: charges });
    expect(
      read.rows(
        'Charges',
        'Charge ID, Service Date, Provider, Amount, Code, Modifiers, Units, Allowed, Claim Number, Patient ID, Location',
      ),
    ).toEqual([
      '90001 | 2024-03-05 | Adams, Jane MD | 150.00 | 99213 | 25 |  | 110.00 | 501 | 7 | Elm East',
      '90002 | 2024-03-05 | Adams, Jane MD | 30.00 | 81002 |  | 2 | 24.00 | 501 | 7 | Elm East',
      '90003 | 2024-03-07 |  | 220.00 | 99203 |  |  |  | 502 | 8 | Elm West',
    ]);
    expect(read.rows('Payments', payments)).toEqual([
      '90001 PrimaryInsuranceInsurancePayment | 2024-03-20 | Payment | 80.00 | Insurance | 90001 | 501',
      '90002 PrimaryInsuranceInsurancePayment | 2024-03-20 | Payment | 19.00 | Insurance | 90002 | 501',
      '90002 SecondaryInsuranceInsurancePayment | 2024-03-06 | Payment | 5.00 | Insurance | 90002 | 501',
      '90001 PatientPaymentAmount | 2024-03-05 | Payment | 20.00 | Patient | 90001 | 501',
      '90003 PatientPaymentAmount | 2024-03-08 | Payment | 50.00 | Patient | 90003 | 502',
    ]);
    expect(
      read.rows('Claim Adjustments', 'Claim Number, Amount, Charge ID, Group, Reason, Date'),
    ).toEqual([
      '501 | 40.00 | 90001 | CO | 45 | 2024-03-20',
      '501 | 6.00 | 90002 | CO | 45 | 2024-03-20',
      '502 | 10.00 | 90003 | CO |  | 2024-03-08',
    ]);
    expect(read.told).toEqual(['PROVIDER_BLANK H4']);
    expect(read.equations).toEqual([
      "Charges 'Charges' 3 = 3 + 0 + 0",
      "Payments 'Charges' 2 = 2 + 0 + 0",
      "Claim Adjustments 'Charges' 2 = 2 + 0 + 0",
      "Payments 'Charges' 1 = 1 + 0 + 0",
      "Claim Adjustments 'Charges' 1 = 1 + 0 + 0",
      "Payments 'Charges' 2 = 2 + 0 + 0",
    ]);
  });

  const list = grid(`
    ID   | PostingDate | PayerType | PayerName  | PaymentMethod | ReferenceNumber | Amount | Applied | Unapplied | Refunds | PracticeName
    3001 | 2024-03-20  | Insurance | Aetna      | Check         | 88123           | 99.00  | 99.00   | 0.00      | 0.00    | Elm Street
    3002 | 2024-03-05  | Patient   | Roe, Jane  | Credit Card   |                 | 75.00  | 20.00   | 55.00     | 0.00    | Elm Street
    3003 | 2024-03-09  | Patient   | Doe, John  | Cash          |                 | 60.00  | 40.00   | 0.00      | 20.00   | Elm Street
  `);

  it('payments: applied and unapplied are parts of the amount; a refund is a row of its own', async () => {
    const read = await readImport({ Payments: list });
    expect(
      read.rows('Payments', 'Payment ID, Payment Date, Type, Amount, Payer, Method, Location'),
    ).toEqual([
      '3001 | 2024-03-20 | Payment | 99.00 | Insurance | Check | Elm Street',
      '3002 | 2024-03-05 | Payment | 75.00 | Patient | Credit Card | Elm Street',
      '3003 | 2024-03-09 | Payment | 60.00 | Patient | Cash | Elm Street',
      '3003 Refunds | 2024-03-09 | Refund | -20.00 | Patient | Cash | Elm Street',
    ]);
    expect(read.told).toEqual([]);
  });

  it('charges and payments in one workbook: the money is read once, from the payments', async () => {
    const read = await readImport({ Charges: charges, Payments: list });
    expect(read.rows('Payments', 'Payment ID')).toEqual(['3001', '3002', '3003', '3003 Refunds']);
    expect(read.rows('Claim Adjustments', 'Amount')).toEqual(['40.00', '6.00', '10.00']);
    expect(read.told.filter((one) => one.startsWith('MONEY')).sort()).toEqual([
      'MONEY_NOT_READ AB1',
      'MONEY_NOT_READ AC1',
      'MONEY_NOT_READ X1',
    ]);
  });
});

describe('DrChrono', () => {
  it('line items: insurers by turn, the patient, and adjustments that lower what is owed', async () => {
    const read = await readImport({
      items: grid(`
        id | service_date | posted_date | doctor | patient | code  | modifiers | description | quantity | price  | billed | allowed | adjustment | ins1_paid | ins2_paid | ins3_paid | ins_total | pt_paid | paid_total | balance_ins | balance_pt | balance_total
        11 | 2024-03-05   | 2024-03-19  | Lee    | 70      | 99213 | '25       | Visit       | 1        | 150.00 | 150.00 | 110.00  | 40.00      | 88.00     | 12.00     | 0.00      | 100.00    | 10.00   | 110.00     | 0.00        | 0.00       | 0.00
        12 | 2024-03-06   | 2024-03-19  | Lee    | 71      | 97140 | '59       | Therapy     | 2        | 60.00  | 120.00 |         | 0.00       | 0.00      | 0.00      | 0.00      | 0.00      | 0.00    | 0.00       | 120.00      | 0.00       | 120.00
      `),
    });
    expect(
      read.rows(
        'Charges',
        'Charge ID, Service Date, Provider, Amount, Code, Modifiers, Units, Allowed, Patient ID',
      ),
    ).toEqual([
      '11 | 2024-03-05 | Lee | 150.00 | 99213 | 25 |  | 110.00 | 70',
      '12 | 2024-03-06 | Lee | 120.00 | 97140 | 59 | 2 |  | 71',
    ]);
    expect(read.rows('Payments', payments)).toEqual([
      '11 ins1_paid | 2024-03-19 | Payment | 88.00 | Insurance | 11 | ',
      '11 ins2_paid | 2024-03-19 | Payment | 12.00 | Insurance | 11 | ',
      '11 pt_paid | 2024-03-19 | Payment | 10.00 | Patient | 11 | ',
    ]);
    expect(
      read.rows('Adjustments', 'Adjustment ID, Date, Type, Amount, Charge ID, Provider'),
    ).toEqual(['11 adjustment | 2024-03-19 | adjustment | -40.00 | 11 | Lee']);
    expect(read.told).toEqual([]);
  });

  it('patient payments: a blank type is money received, a correction is held', async () => {
    const read = await readImport({
      payments: grid(`
        id | received_date | posted_date | payment_method | payment_transaction_type | amount | line_item | doctor | patient
        1  | 2024-03-05    | 2024-03-06  | CRDT           |                          | 40.00  | 11        | Lee    | 70
        2  | 2024-03-05    | 2024-03-06  | CASH           | COPAY                    | 20.00  | 12        | Lee    | 71
        3  |               | 2024-03-07  | CHCK           | COINSR                   | 15.00  |           | Lee    | 71
        4  | 2024-03-08    | 2024-03-08  | CRDT           | REF                      | -10.00 | 11        | Lee    | 70
        5  | 2024-03-09    | 2024-03-09  | CRDT           | COR                      | 5.00   | 11        | Lee    | 70
      `),
    });
    expect(
      read.rows(
        'Payments',
        'Payment ID, Payment Date, Type, Amount, Payer, Method, Charge ID, Entered Date',
      ),
    ).toEqual([
      '1 | 2024-03-05 | Payment | 40.00 | Patient | CRDT | 11 | 2024-03-06',
      '2 | 2024-03-05 | Payment | 20.00 | Patient | CASH | 12 | 2024-03-06',
      '3 | 2024-03-07 | Payment | 15.00 | Patient | CHCK |  | 2024-03-07',
      '4 | 2024-03-08 | Refund | -10.00 | Patient | CRDT | 11 | 2024-03-08',
    ]);
    expect(read.told).toEqual(['TYPE_UNKNOWN E6']);
    expect(read.equations).toEqual(["Payments 'payments' 5 = 4 + 0 + 1"]);
  });
});

describe('NUIN', () => {
  it('charges: rows without ids go by their address; the check date says when a payer was final', async () => {
    const read = await readImport({
      Claims: grid(`
        Patient AC# | Patient Name | Claim No | DOS From   | DOS To     | CPT   | Mod1 | Billed Units | Billed Charge | Claim Total | Rendering Provider | Billing Provider | Facility Name | Claim Entry Date | Collection Date | Cheque Date | Cheque No | Pri Ins Payment | Sec Ins Payment | Oth Ins Payment | Patient Payments | Contractual Adjustments | WriteOff Adjustments | Amt Due
        A70         | Roe, Jane    | K10      | 2024-03-05 | 2024-03-05 | 99213 | 25   | 1            | 150.00        | 200.00      | Adams              | Elm Group        | East          | 2024-03-06       | 2024-03-20      | 2024-03-18  | 88123     | 80.00           | -               |                 | 20.00            | 40.00                   | 10.00                | 0.00
        A70         | Roe, Jane    | K10      | 2024-03-05 | 2024-03-05 | 81002 |      | 2            | 50.00         | 200.00      | Adams              | Elm Group        | East          | 2024-03-06       |                 |             |           | 0.00            | 0.00            | 0.00            | 15.00            | 0.00                    | 0.00                 | 35.00
        Total       |              |          |            |            |       |      |              | 200.00        |             |                    |                  |               |                  |                 |             |           | 80.00           | 0.00            | 0.00            | 35.00            | 40.00                   | 10.00                | 35.00
      `),
    });
    expect(
      read.rows(
        'Charges',
        'Charge ID, Service Date, Provider, Amount, Code, Modifiers, Units, Claim Number, Account ID, Location',
      ),
    ).toEqual([
      'Claims!0000002 | 2024-03-05 | Adams | 150.00 | 99213 | 25 |  | K10 | A70 | East',
      'Claims!0000003 | 2024-03-05 | Adams | 50.00 | 81002 |  | 2 | K10 | A70 | East',
    ]);
    expect(read.rows('Payments', `${payments}, Check Date`)).toEqual([
      'Claims!0000002 Pri Ins Payment | 2024-03-20 | Payment | 80.00 | Insurance | Claims!0000002 | K10 | 2024-03-18',
      'Claims!0000002 Patient Payments | 2024-03-20 | Payment | 20.00 | Patient | Claims!0000002 | K10 | ',
      'Claims!0000003 Patient Payments | 2024-03-06 | Payment | 15.00 | Patient | Claims!0000003 | K10 | ',
    ]);
    expect(read.rows('Claim Adjustments', 'Claim Number, Amount, Charge ID, Group, Date')).toEqual([
      'K10 | 40.00 | Claims!0000002 | CO | 2024-03-20',
      'K10 | 10.00 | Claims!0000002 | CO | 2024-03-20',
    ]);
    expect(read.told).toEqual(['TOTAL_ROW I4']);
    expect(read.equations[0]).toBe("Charges 'Claims' 3 = 2 + 1 + 0");
  });

  it('claim payments: who paid is the insurer where one is named', async () => {
    const read = await readImport({
      Money: grid(`
        claim_payments_id | Claim No | Insurance Name | Payment Type | Cheque No | Cheque Date | Collection Date | Date Entry | Amount Paid | Amount Adjusted | Reason
        9001              | K10      | Aetna          | EFT          | 88123     | 2024-03-18  | 2024-03-20      | 2024-03-21 | 80.00       | 40.00           | CO-45
        9002              | K10      |                | Card         |           |             | 2024-03-22      | 2024-03-22 | 20.00       | 0.00            |
        9003              | K11      | Aetna          | EFT          | 88123     | 2024-03-18  | 2024-03-20      | 2024-03-21 | 0.00        | 90.00           | CO-97
      `),
    });
    expect(
      read.rows(
        'Payments',
        'Payment ID, Payment Date, Amount, Payer, Method, Claim Number, Check Date',
      ),
    ).toEqual([
      '9001 | 2024-03-20 | 80.00 | Insurance | EFT | K10 | 2024-03-18',
      '9002 | 2024-03-22 | 20.00 | Patient | Card | K10 | ',
    ]);
    expect(read.rows('Claim Adjustments', 'Claim Number, Amount, Group, Reason, Date')).toEqual([
      'K10 | 40.00 | CO | CO-45 | 2024-03-20',
      'K11 | 90.00 | CO | CO-97 | 2024-03-20',
    ]);
    expect(read.told).toEqual([]);
  });
});

describe('OpenEMR', () => {
  it('billing lines: a copay is a negative charge, which is money received', async () => {
    const read = await readImport({
      Lines: grid(`
        Practitioner | Facility | Invoice | Service Date | Procedure Code(s) | Units | Amt Billed | Paid Amt | Adjustment Amt | Payment Date | Method | Reference
        Adams        | East     | 70.1    | 2024-03-05   | 99213             | 1     | 150.00     | 90.00    | 40.00          | 2024-03-20   | check  | 88123
        Adams        | East     | 70.1    | 2024-03-05   | COPAY             | 1     | -20.00     | 0.00     | 0.00           |              | cash   |
        Baker        | East     | 71.2    | 2024-03-06   | 97140             | 2     | 120.00     | 0.00     | 0.00           |              |        |
      `),
    });
    expect(
      read.rows(
        'Charges',
        'Charge ID, Service Date, Provider, Amount, Code, Units, Invoice Number',
      ),
    ).toEqual([
      'Lines!0000002 | 2024-03-05 | Adams | 150.00 | 99213 |  | 70.1',
      'Lines!0000004 | 2024-03-06 | Baker | 120.00 | 97140 | 2 | 71.2',
    ]);
    expect(
      read
        .rows(
          'Payments',
          'Payment ID, Payment Date, Type, Amount, Payer, Method, Charge ID, Invoice Number',
        )
        .sort(),
    ).toEqual([
      'Lines!0000002 Paid Amt | 2024-03-20 | Payment | 90.00 | Patient | check | Lines!0000002 | 70.1',
      'Lines!0000003 | 2024-03-05 | Payment | 20.00 | Patient | cash |  | 70.1',
    ]);
    expect(read.rows('Adjustments', 'Adjustment ID, Date, Type, Amount, Charge ID')).toEqual([
      'Lines!0000002 Adjustment Amt | 2024-03-20 | Adjustment Amt | -40.00 | Lines!0000002',
    ]);
    expect(read.told).toEqual([]);
  });

  it('receipts: the method stands once for each block, and its totals are none of the money', async () => {
    const read = await readImport({
      Receipts: grid(`
        Receipts Summary from 2024-03-01 to 2024-03-31
        Method         | Reference | Practitioner | Payment Date | Invoice | Paid Amt | Adjustment Amt
        Cash           |           | Adams        | 2024-03-05   | 70.1    | 20.00    | 0.00
                       |           |              | 2024-03-06   | 71.2    | 30.00    | 5.00
        Total for Cash |           |              |              |         | 50.00    | 5.00
        Check          | 88123     | Baker        | 2024-03-20   | 70.1    | 90.00    | 40.00
                       | 88124     |              | 2024-03-21   | 72.1    | 0.00     | 12.00
        Total for Check |          |              |              |         | 90.00    | 52.00
        Grand Total    |           |              |              |         | 140.00   | 57.00
      `),
    });
    expect(
      read.rows('Payments', 'Payment ID, Payment Date, Amount, Method, Provider, Invoice Number'),
    ).toEqual([
      'Receipts!0000003 | 2024-03-05 | 20.00 | Cash | Adams | 70.1',
      'Receipts!0000004 | 2024-03-06 | 30.00 | Cash | Adams | 71.2',
      'Receipts!0000006 | 2024-03-20 | 90.00 | Check | Baker | 70.1',
    ]);
    expect(
      read.rows('Adjustments', 'Adjustment ID, Date, Amount, Provider, Invoice Number'),
    ).toEqual([
      'Receipts!0000004 Adjustment Amt | 2024-03-06 | -5.00 | Adams | 71.2',
      'Receipts!0000006 Adjustment Amt | 2024-03-20 | -40.00 | Baker | 70.1',
      'Receipts!0000007 Adjustment Amt | 2024-03-21 | -12.00 | Baker | 72.1',
    ]);
    expect(
      read.told.filter((one) => !one.startsWith('TOTAL_ROW') && !one.startsWith('CELLS_FILLED')),
    ).toEqual([]);
    expect(read.equations).toEqual([
      "Payments 'Receipts' 6 = 3 + 3 + 0",
      "Adjustments 'Receipts' 3 = 3 + 0 + 0",
    ]);
  });
});

it('835: the payment of each service line and up to six adjustments a segment', async () => {
  const read = await readImport({
    ERA: grid(`
      CLP01 | CLP02 | CLP07   | SVC01    | SVC02  | SVC03 | SVC05 | DTM*472  | Check Date | CAS01 | CAS02 | CAS03 | CAS05 | CAS06 | CAS08 | CAS09
      K10   | 1     | 2024X1  | HC:99213 | 150.00 | 80.00 | 1     | 20240305 | 20240318   | CO    | 45    | 40.00 | 253   | 1.60  |       |
      K10   | 1     | 2024X1  | HC:81002 | 50.00  | 0.00  | 2     | 20240305 | 20240318   | PR    | 1     | 50.00 |       |       |       |
    `),
  });
  expect(
    read.rows('Payments', 'Payment ID, Payment Date, Type, Amount, Payer, Claim Number'),
  ).toEqual(['ERA!0000002 | 2024-03-18 | Payment | 80.00 | Insurance | K10']);
  expect(
    read.rows('Claim Adjustments', 'Claim Number, Amount, Group, Reason, Date').sort(),
  ).toEqual([
    'K10 | 1.60 | CO | 253 | 2024-03-18',
    'K10 | 40.00 | CO | 45 | 2024-03-18',
    'K10 | 50.00 | PR | 1 | 2024-03-18',
  ]);
  expect(read.told).toEqual([]);
});
