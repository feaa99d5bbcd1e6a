/** The worked example of the CPT reports: claim C1 and a cash visit, month by month. */
import type { PlainLedger, PlainRow } from '../support/plainLedger';
import {
  BILLED,
  BILLED_BY_PROVIDER,
  COLLECTED,
  COLLECTED_BY_PROVIDER,
  runCpt,
} from '../support/cptRun';

const charge = (id: string, code: string, units: number, amount: number): PlainRow => ({
  'Charge ID': id,
  'Service Date': '2024-03-04',
  Provider: 'Dr A',
  Code: code,
  Units: units,
  Amount: amount,
  'Claim Number': 'C1',
});

const adjust = (id: string, group: string, reason: string, amount: number): PlainRow => ({
  'Claim Number': 'C1',
  'Charge ID': id,
  Group: group,
  Reason: reason,
  Amount: amount,
});

const pay = (id: string, date: string, amount: number, more: PlainRow): PlainRow => ({
  'Payment ID': id,
  'Payment Date': date,
  Type: 'Payment',
  Amount: amount,
  ...more,
});

const check = (amount: number, chargeId: string): PlainRow =>
  pay('K1', '2024-04-12', amount, {
    Payer: 'Insurance',
    'Claim Number': 'C1',
    'Charge ID': chargeId,
  });

/** Dr A sees the patient on 4 March; the check of 90.80 comes on 12 April, the patient pays on 3 May. */
const example: Partial<PlainLedger> = {
  Charges: [
    charge('a', '98941', 1, 55),
    charge('b', '97110', 2, 80),
    charge('c', '97140-59', 1, 45),
    { ...charge('d', '98940', 1, 40), 'Service Date': '2024-03-20', 'Claim Number': '' },
  ],
  'Claim Adjustments': [
    adjust('a', 'CO', '45', 10),
    adjust('a', 'PR', '2', 15),
    adjust('b', 'CO', '45', 14),
    adjust('b', 'PR', '2', 21),
    adjust('c', 'CO', '45', 9),
    adjust('c', 'PR', '2', 16),
    adjust('', 'CO', '253', 4.2),
  ],
  Payments: [
    check(30, 'a'),
    check(45, 'b'),
    check(20, 'c'),
    check(-4.2, ''),
    pay('P1', '2024-05-03', 15, { 'Charge ID': 'a' }),
    pay('P2', '2024-05-03', 21, { 'Charge ID': 'b' }),
    pay('P3', '2024-05-03', 16, { 'Charge ID': 'c' }),
    pay('P4', '2024-03-20', 40, { 'Charge ID': 'd' }),
    { ...pay('R4', '2024-04-02', -40, { 'Charge ID': 'd', 'Refund Of': 'P4' }), Type: 'Refund' },
  ],
};

const march = { from: '2024-03-01', to: '2024-03-31' };
const april = { from: '2024-04-01', to: '2024-04-30' };
const may = { from: '2024-05-01', to: '2024-05-31' };
const aprilAndMay = { from: '2024-04-01', to: '2024-05-31' };

describe('CPT Billed Services', () => {
  it('March', () => {
    const result = runCpt(example, march);
    expect(result.sheet(BILLED)).toEqual({
      rows: [
        ['97110', 2, '80.00', '64.13'],
        ['97140', 1, '45.00', '34.95'],
        ['98940', 1, '40.00', '40.00'],
        ['98941', 1, '55.00', '43.72'],
      ],
      total: ['Total', 5, '220.00', '182.80'],
    });
    expect(result.sheet(BILLED_BY_PROVIDER).rows[0]).toEqual([
      'Dr A',
      '97110',
      2,
      '80.00',
      '64.13',
    ]);
    expect(result.memo(BILLED, 'From billed to earned')).toMatchObject({
      'Total Value': '220.00',
      'Contractual adjustments and allowed-amount reductions': '-33.00',
      'Claim-level adjustments': '-4.20',
      'Total Income': '182.80',
    });
  });

  it('April and May: nothing was performed, Z-A5 and what came later belongs to March', () => {
    expect(runCpt(example, april).sheet(BILLED).rows).toEqual([]);
    expect(runCpt(example, may).sheet(BILLED).total).toEqual(['Total', 0, '0.00', '0.00']);
  });
});

describe('CPT Collections (Gross)', () => {
  it('March, run after the refund of 2 April: no rows', () => {
    const result = runCpt(example, march);
    expect(result.sheet(COLLECTED)).toEqual({ rows: [], total: ['Total', 0, '0.00'] });
    expect(result.memo(COLLECTED, 'Refunds')).toMatchObject({
      'Payments fully refunded, left out': '40.00',
    });
  });

  it('April: the check less its claim-level adjustment', () => {
    const result = runCpt(example, april);
    expect(result.sheet(COLLECTED)).toEqual({
      rows: [
        ['97110', 2, '43.13'],
        ['97140', 1, '18.95'],
        ['98941', 1, '28.72'],
      ],
      total: ['Total', 4, '90.80'],
    });
    expect(result.memo(COLLECTED, 'From collections to deposits')).toMatchObject({
      'Collected Amount': '90.80',
      'Gross receipts of the period': '90.80',
      'Given back in the period': '-40.00',
      'Cash of the period': '50.80',
    });
  });

  it('May: what the patient owed', () => {
    expect(runCpt(example, may).sheet(COLLECTED)).toEqual({
      rows: [
        ['97110', 2, '21.00'],
        ['97140', 1, '16.00'],
        ['98941', 1, '15.00'],
      ],
      total: ['Total', 4, '52.00'],
    });
  });

  it('April and May together: Z-A2 each unit once', () => {
    const result = runCpt(example, aprilAndMay);
    expect(result.sheet(COLLECTED)).toEqual({
      rows: [
        ['97110', 2, '64.13'],
        ['97140', 1, '34.95'],
        ['98941', 1, '43.72'],
      ],
      total: ['Total', 4, '142.80'],
    });
    expect(result.sheet(COLLECTED_BY_PROVIDER).total).toEqual(['Total', null, 4, '142.80']);
  });
});
