/** Production & Income and Provider Payroll, one small ledger to a rule; figures by hand. */
import {
  adjustment,
  charge,
  claimLine,
  figures,
  payment,
  run,
  type Tables,
  told,
} from '../support/incomeRows';
import type { Cell, PlainRow } from '../support/plainLedger';
import { runReportsOf } from '../support/reportTables';

const march = ['2024-03-01', '2024-03-31'] as const;
const the20th = '2024-03-20';
/** Work of 2 March: a crown of A, a filling of B. */
const work = [charge('1', '2024-03-02 A 500'), charge('2', '2024-03-02 B 200')];
const onCrown = { 'Charge ID': '1' };

it('R14, R16, W11 every sheet says its basis and the choices that move its money', () => {
  const { info } = run({ Charges: work }, march, { 'write-off-date': 'procedure' });
  for (const lines of info.values()) {
    const labels = lines.map(([label]) => label);
    expect(labels).toContain('Basis');
    for (const option of ['write-off-date', 'include-unearned', 'scheduled-less-write-off']) {
      expect(lines.flat().join(' ')).toContain(option);
    }
  }
});

describe('W10 an insurer writes off less than was estimated, 200.00', () => {
  it.each([
    ['150.00', '50.00'],
    ['0.00, a denial', '200.00'],
  ])('%s: production rises by the difference', (actual, adjusted) => {
    const [writeOff = ''] = actual.split(',');
    const line = claimLine('L', '1 2024-03-20 0', {
      'Write-off Estimate': '200',
      'Estimate Date': '2024-03-04',
      'Write-off': writeOff,
    });
    const ledger = { Charges: [charge('1', '2024-03-02 A 1000')], 'Claim Lines': [line] };
    expect(told(ledger, the20th, { 'write-off-date': 'claim' })).toEqual([
      `A: Writeoff Adj ${adjusted}, Tot Prod ${adjusted}`,
      `payroll of A: Change in Write-off ${adjusted}, Net Prod ${adjusted}`,
    ]);
  });
});

describe('what a claim line does, by its status', () => {
  const sent = {
    'Write-off Estimate': '20',
    'Estimate Date': '2024-03-04',
    'Write-off': '30',
  };
  const of = (status: string, more: PlainRow = {}): Tables => ({
    Charges: [charge('1', '2024-03-02 A 100')],
    'Claim Lines': [claimLine('L', '1 2024-03-20 50', { ...sent, Status: status, ...more })],
  });
  const inMarch = (ledger: Tables, mode: string): string =>
    figures(run(ledger, march, { 'write-off-date': mode }), 'Provider', 'A');

  it.each([
    ['Received', [-30, -30, -20, -10], 50],
    ['Supplemental', [-30, -30, -20, -10], 50],
    ['Not Received', [0, -30, -20, 0], 0],
    ['Estimate', [0, 0, 0, 0], 0],
    ['Preauth', [0, 0, 0, 0], 0],
    ['Adjustment', [0, 0, 0, 0], 0],
    ['InsHist', [0, 0, 0, 0], 0],
    ['CapEstimate', [0, 0, 0, 0], 0],
    ['CapClaim', [0, 0, 0, 0], 50],
  ])(
    'W1 to W3, P8, P41 %s: when paid, when done, as estimated and changed, and income',
    (status, [whenPaid = 0, whenDone = 0, estimate = 0, change = 0], income) => {
      const named = (head: string, cents: number): string[] =>
        cents === 0 ? [] : [`${head} ${cents.toFixed(2)}`];
      const said = (writeOffs: readonly string[], net: number): string =>
        [
          'Production 100.00',
          ...writeOffs,
          `Tot Prod ${net.toFixed(2)}`,
          ...named('Ins Income', income),
          ...named('Total Income', income),
        ].join(', ');
      const ledger = of(status);
      expect(inMarch(ledger, 'insurance-payment')).toBe(
        said(named('Writeoff', whenPaid), 100 + whenPaid),
      );
      expect(inMarch(ledger, 'procedure')).toBe(said(named('Writeoff', whenDone), 100 + whenDone));
      expect(inMarch(ledger, 'claim')).toBe(
        said(
          [...named('Writeoff Est', estimate), ...named('Writeoff Adj', change)],
          100 + estimate + change,
        ),
      );
    },
  );

  it('P1 CapComplete is no write-off: it comes off gross production on the day of the work', () => {
    const ledger = of('CapComplete', { 'Insurance Paid': '' });
    expect(told(ledger, '2024-03-02')).toEqual([
      'A: Production 70.00, Tot Prod 70.00',
      'payroll of A: UCR Production 100.00, Net Prod 100.00',
    ]);
  });

  it('P12, P30 received without a check is no income yet; payroll shows it and does not count it', () => {
    const ledger = of('Received', { 'Check Date': '', 'Write-off': '20' });
    expect(told(ledger, the20th)).toEqual([
      'A: Writeoff -20.00, Tot Prod -20.00',
      'payroll of A: Ins Not Final 50.00',
    ]);
  });

  it('P12 without a column Check Date the money is final on its Payment Date', () => {
    const line: Record<string, Cell> = { ...claimLine('L', '1 2024-03-20 50') };
    delete line['Check Date'];
    const ledger = { Charges: [charge('1', '2024-03-02 A 100')], 'Claim Lines': [line] };
    expect(told(ledger, the20th)).toEqual([
      'A: Ins Income 50.00, Total Income 50.00',
      'payroll of A: Ins Income 50.00, Net Income 50.00',
    ]);
  });

  it('P4, P26, P33 a line of another provider than its charge is his: estimate, change and money', () => {
    const ledger = of('Received', { Provider: 'B' });
    expect(told(ledger, the20th, { 'write-off-date': 'claim' })).toEqual([
      'B: Writeoff Adj -10.00, Tot Prod -10.00, Ins Income 50.00, Total Income 50.00',
      'payroll of B: Change in Write-off -10.00, Net Prod -10.00, Ins Income 50.00, Net Income 50.00',
    ]);
    expect(told(ledger, '2024-03-04', { 'write-off-date': 'claim' })).toEqual([
      'B: Writeoff Est -20.00, Tot Prod -20.00',
    ]);
  });

  it('W12 a write-off corrected on a received line changes the month of its payment, never income', () => {
    expect(told(of('Received', { 'Write-off': '35' }), the20th)).toEqual([
      'A: Writeoff -35.00, Tot Prod -35.00, Ins Income 50.00, Total Income 50.00',
      'payroll of A: Change in Write-off -15.00, Net Prod -15.00, Ins Income 50.00, Net Income 50.00',
    ]);
  });
});

describe('one write-off of a line in Production & Income and in CPT Billed Services', () => {
  const [from, to] = march;
  const told100 = (status: string, writeOffs: PlainRow): unknown[] => {
    const ledger = {
      Charges: [charge('1', '2024-03-02 A 100', { Code: 'D2740' })],
      'Claim Lines': [claimLine('L', '1 2024-03-20 0', { Status: status, ...writeOffs })],
    };
    const options = { 'write-off-date': 'procedure' };
    const shown = runReportsOf(ledger, ['production-income', 'cpt'], { from, to, options });
    const [, , , earned] = shown.table('CPT Billed Services')?.rows[0] ?? [];
    return [figures(shown, 'Provider', 'A'), earned];
  };
  const left = (writeOff: string, net: string): unknown[] => [
    `Production 100.00, Writeoff ${writeOff}, Tot Prod ${net}`,
    net,
  ];

  it('W2, P43, Z-19 not received: the estimate as it was last edited, not as it was sent', () => {
    const sent = { 'Write-off Estimate': '20', 'Write-off': '25' };
    expect(told100('Not Received', sent)).toEqual(left('-25.00', '75.00'));
  });

  it('P9, W3 an estimate of -1 says that there is none: the first one counts', () => {
    const sent = { 'Write-off Estimate': '20', 'Write-off': '-1' };
    expect(told100('Not Received', sent)).toEqual(left('-20.00', '80.00'));
  });

  it('of what was received -1.00 is an amount, as of any other take-back', () => {
    const actual = { 'Write-off Estimate': '20', 'Write-off': '-1' };
    expect(told100('Supplemental', actual)).toEqual(left('1.00', '101.00'));
  });
});

describe('P3, P10 whose an adjustment is', () => {
  it('its own provider, also where that is not the one of its charge', () => {
    const Adjustments = [adjustment('a', '2024-03-20 -30 Courtesy', { ...onCrown, Provider: 'B' })];
    expect(told({ Charges: work, Adjustments }, the20th)).toEqual([
      'B: Adjustments -30.00, Tot Prod -30.00',
      'payroll of B: Prod Adj -30.00, Net Prod -30.00',
    ]);
  });

  it('P33 without a provider it stands under No provider, in payroll too', () => {
    const Adjustments = [adjustment('a', '2024-03-20 -30 Courtesy')];
    expect(told({ Charges: work, Adjustments }, the20th)).toEqual([
      'No provider: Adjustments -30.00, Tot Prod -30.00',
      'payroll of No provider: Prod Adj -30.00, Net Prod -30.00',
    ]);
  });

  it('P10 the discount of a completed charge is one of its day; in payroll of the day it was completed', () => {
    const Charges = [
      charge('1', '2024-03-20 A 100', { Discount: '15', 'Completed Date': '2024-03-21' }),
    ];
    expect(told({ Charges }, the20th)).toEqual([
      'A: Production 100.00, Adjustments -15.00, Tot Prod 85.00',
    ]);
    expect(told({ Charges }, '2024-03-21')).toEqual([
      'payroll of A: UCR Production 100.00, Prod Adj -15.00, Net Prod 85.00',
    ]);
  });
});

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
