/** Production & Income and Provider Payroll, one small ledger to a rule; figures by hand. */
import { adjustment, charge, figures, payment, run } from '../support/incomeRows';

const march = ['2024-03-01', '2024-03-31'] as const;

describe('what once went wrong', () => {
  it('Z-16 what is given back of a claim of reversals goes by the size of its charges', () => {
    const shown = run(
      {
        Charges: [
          charge('1', '2024-03-02 A -10', { 'Claim Number': 'K' }),
          charge('2', '2024-03-02 B -30', { 'Claim Number': 'K' }),
        ],
        Payments: [payment('p', '2024-03-05 -4 Refund', { 'Claim Number': 'K' })],
      },
      march,
    );
    expect(figures(shown, 'Provider', 'A')).toContain('Pt Income -1.00');
    expect(figures(shown, 'Provider', 'B')).toContain('Pt Income -3.00');
  });

  it("a deposit that names a charge is its provider's, and not allocated (P30)", () => {
    const shown = run(
      {
        Charges: [charge('1', '2024-03-20 A 100', { Status: 'Planned' })],
        Payments: [payment('d', '2024-03-05 50 Deposit', { 'Charge ID': '1' })],
      },
      march,
    );
    expect(figures(shown, 'Provider', 'A')).toBe('Unearned Pt Income 50.00, Total Income 50.00');
    expect(shown.table('Provider Payroll')?.rows).toEqual([
      ['2024-03-05', 'A', ...'0.00 0.00 0.00 0.00 0.00 0.00 50.00 0.00 0.00 0.00'.split(' ')],
    ]);
  });

  it('R12 an adjustment that is money belongs to the provider of its charge or claim', () => {
    const more = { 'Claim Number': 'K' };
    const shown = run(
      {
        Charges: [charge('1', '2024-03-02 A 60', more), charge('2', '2024-03-02 B 40', more)],
        Adjustments: [
          adjustment('a', '2024-03-08 7 NSF check', { 'Charge ID': '1' }),
          adjustment('b', '2024-03-09 10 NSF check', more),
        ],
        'Type Map': [{ Tab: 'Adjustments', Pattern: 'NSF*', Bucket: 'collection' }],
      },
      march,
    );
    expect(figures(shown, 'Provider', 'A')).toBe(
      'Production 60.00, Tot Prod 60.00, Pt Income -13.00, Total Income -13.00',
    );
    expect(figures(shown, 'Provider', 'B')).toBe(
      'Production 40.00, Tot Prod 40.00, Pt Income -4.00, Total Income -4.00',
    );
  });

  it('W4 an estimate that payroll never showed does not change', () => {
    const total = {
      'Claim Line ID': 'L',
      'Claim Number': 'K',
      'As Total': 'Yes',
      Status: 'Received',
      'Write-off Estimate': '20',
      'Write-off': '30',
      'Payment Date': '2024-03-20',
      'Received Date': '2024-03-20',
    };
    const work = charge('1', '2024-03-02 A 100', { 'Claim Number': 'K' });
    const shown = run({ Charges: [work], 'Claim Lines': [total] }, march);
    expect(shown.table('Provider Payroll')?.total.slice(2, 7)).toEqual([
      '100.00',
      '0.00',
      '0.00',
      '-30.00',
      '70.00',
    ]);
  });

  it('I-9 an invoice that the Invoices table lacks is an open one: its lines say whose money it is', () => {
    const shown = run(
      {
        Charges: [charge('1', '2024-03-02 A 60', { 'Invoice Number': '9' })],
        Invoices: [{ 'Invoice Number': '1', 'Closed Date': '2024-03-01' }],
        Payments: [payment('p', '2024-03-05 50', { 'Invoice Number': '9' })],
      },
      march,
    );
    expect(figures(shown, 'Provider', 'A')).toContain('Pt Income 50.00');
  });
});
