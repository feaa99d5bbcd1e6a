/** Refunds, returned checks and credits of section 6, one by one: which columns of which day they hit (K9, R1 to R16). */
import {
  adjustment,
  charge,
  claimLine,
  figures,
  type Options,
  payment,
  run,
  type Tables,
  told,
} from '../support/incomeRows';

const march = ['2024-03-01', '2024-03-31'] as const;

interface Told {
  readonly ledger: Tables;
  /** What stands on the sheets for 20 March; every figure that is not 0.00. */
  readonly says: readonly string[];
  readonly options?: Options;
}

const the20th = '2024-03-20';
/** Work of 2 March, paid in full on that day: a crown of A, a filling of B. */
const work = [
  charge('1', '2024-03-02 A 500', { Description: 'Crown' }),
  charge('2', '2024-03-02 B 200', { Description: 'Filling' }),
];
const paid = [
  payment('p1', '2024-03-02 500', { 'Charge ID': '1' }),
  payment('p2', '2024-03-02 200', { 'Charge ID': '2' }),
];
const onCrown = { 'Charge ID': '1' };
const ofA = { Provider: 'A', 'Charge ID': '1' };

describe('section 6: refunds, returned checks and credits hit only the columns they name (K9)', () => {
  it.each<[string, Told]>([
    [
      'R1 a refund of patient money takes it from where it sits: the crown of A',
      {
        ledger: {
          Charges: work,
          Payments: [...paid, payment('r', '2024-03-20 -30 Refund', onCrown)],
        },
        says: [
          'A: Pt Income -30.00, Total Income -30.00',
          'payroll of A: Pat Inc Alloc -30.00, Net Income -30.00',
        ],
      },
    ],
    [
      'R1 a refund of money that sits on unearned',
      {
        ledger: {
          Charges: work,
          Payments: [
            ...paid,
            payment('d', '2024-03-05 100', { 'Unearned Type': 'Prepayment' }),
            payment('r', '2024-03-20 -100 Refund', { 'Unearned Type': 'Prepayment' }),
          ],
        },
        says: [
          'No provider: Unearned Pt Income -100.00, Total Income -100.00',
          'payroll of No provider: Pat Inc Unalloc -100.00',
        ],
      },
    ],
    [
      'R2 a returned check is income alone; its fee is production',
      {
        ledger: {
          Charges: work,
          Payments: [...paid, payment('r', '2024-03-20 -500 Returned Check', onCrown)],
          Adjustments: [adjustment('a', '2024-03-20 25 NSF fee', { Provider: 'A' })],
        },
        says: [
          'A: Adjustments 25.00, Tot Prod 25.00, Pt Income -500.00, Total Income -500.00',
          'payroll of A: Prod Adj 25.00, Net Prod 25.00, Pat Inc Alloc -500.00, Net Income -500.00',
        ],
      },
    ],
    [
      'R3 work not done and refunded: a negative adjustment and a negative payment',
      {
        ledger: {
          Charges: work,
          Payments: [...paid, payment('r', '2024-03-20 -200 Refund', { 'Charge ID': '2' })],
          Adjustments: [adjustment('a', '2024-03-20 -200 Not done', { Provider: 'B' })],
        },
        says: [
          'B: Adjustments -200.00, Tot Prod -200.00, Pt Income -200.00, Total Income -200.00',
          'payroll of B: Prod Adj -200.00, Net Prod -200.00, Pat Inc Alloc -200.00, Net Income -200.00',
        ],
      },
    ],
    [
      'R4 a courtesy redo by the same provider: gross production, and nothing else',
      {
        ledger: {
          Charges: [...work, charge('3', '2024-03-20 A 500')],
          Payments: paid,
          Adjustments: [
            adjustment('a', '2024-03-20 -500 Warranty', { Provider: 'A', 'Charge ID': '3' }),
          ],
        },
        says: [
          'A: Production 500.00, Adjustments -500.00',
          'payroll of A: UCR Production 500.00, Prod Adj -500.00',
        ],
      },
    ],
    [
      'R5 a warranty redo by another provider moves production, and the income that the patient paid',
      {
        ledger: {
          Charges: [...work, charge('3', '2024-03-20 B 500')],
          Payments: [
            ...paid,
            payment('t', '2024-03-20 -400 Transfer', ofA),
            payment('t', '2024-03-20 400 Transfer', { Provider: 'B', 'Charge ID': '3' }),
          ],
          Adjustments: [adjustment('a', '2024-03-20 -500 Warranty', ofA)],
        },
        says: [
          'A: Adjustments -500.00, Tot Prod -500.00, Pt Income -400.00, Total Income -400.00',
          'B: Production 500.00, Tot Prod 500.00, Pt Income 400.00, Total Income 400.00',
          'payroll of A: Prod Adj -500.00, Net Prod -500.00, Pat Inc Alloc -400.00, Net Income -400.00',
          'payroll of B: UCR Production 500.00, Net Prod 500.00, Pat Inc Alloc 400.00, Net Income 400.00',
        ],
      },
    ],
    [
      'R6 an insurer takes money back: a negative supplemental line on a negative check',
      {
        ledger: {
          Charges: work,
          'Claim Lines': [
            claimLine('L1', '1 2024-03-05 80'),
            claimLine('L2', '1 2024-03-20 -80', { Status: 'Supplemental' }),
          ],
        },
        says: [
          'A: Ins Income -80.00, Total Income -80.00',
          'payroll of A: Ins Income -80.00, Net Income -80.00',
        ],
      },
    ],
    [
      'R7 … and the patient is not responsible: a negative adjustment takes the production too',
      {
        ledger: {
          Charges: work,
          'Claim Lines': [claimLine('L2', '1 2024-03-20 -80', { Status: 'Supplemental' })],
          Adjustments: [adjustment('a', '2024-03-20 -80 Insurer took back', ofA)],
        },
        says: [
          'A: Adjustments -80.00, Tot Prod -80.00, Ins Income -80.00, Total Income -80.00',
          'payroll of A: Prod Adj -80.00, Net Prod -80.00, Ins Income -80.00, Net Income -80.00',
        ],
      },
    ],
    [
      'R7 … or a positive write-off on the supplemental line does',
      {
        ledger: {
          Charges: work,
          'Claim Lines': [
            claimLine('L2', '1 2024-03-20 -80', { Status: 'Supplemental', 'Write-off': '80' }),
          ],
        },
        says: [
          'A: Writeoff -80.00, Tot Prod -80.00, Ins Income -80.00, Total Income -80.00',
          'payroll of A: Change in Write-off -80.00, Net Prod -80.00, Ins Income -80.00, Net Income -80.00',
        ],
      },
    ],
    [
      'R8 an insurer offsets 80.00 against another claim: the check is the net, 120.00',
      {
        ledger: {
          Charges: work,
          'Claim Lines': [
            claimLine('L2', '1 2024-03-20 -80', { Status: 'Supplemental' }),
            claimLine('L3', '2 2024-03-20 200'),
          ],
          // The check itself is cash only: the lines say whose money it is.
          Payments: [payment('c', '2024-03-20 120', { Payer: 'Insurance' })],
        },
        says: [
          'A: Ins Income -80.00, Total Income -80.00',
          'B: Ins Income 200.00, Total Income 200.00',
          'payroll of A: Ins Income -80.00, Net Income -80.00',
          'payroll of B: Ins Income 200.00, Net Income 200.00',
        ],
      },
    ],
    [
      'R9 discount, courtesy, small balance and bad debt are production; bad debt is out of payroll',
      {
        ledger: {
          Charges: work,
          Adjustments: [
            adjustment('a', '2024-03-20 -10 Senior discount', ofA),
            adjustment('b', '2024-03-20 -20 Professional courtesy', ofA),
            adjustment('c', '2024-03-20 -1.50 Small balance', ofA),
            adjustment('d', '2024-03-20 -40 Bad debt', ofA),
          ],
        },
        says: [
          'A: Adjustments -71.50, Tot Prod -71.50',
          'payroll of A: Prod Adj -31.50, Net Prod -31.50',
        ],
      },
    ],
    [
      'R10 bad debt that is paid later: a positive adjustment and a payment',
      {
        ledger: {
          Charges: work,
          Adjustments: [
            adjustment('d', '2024-03-05 -40 Bad debt', ofA),
            adjustment('e', '2024-03-20 40 Bad debt recovered', ofA),
          ],
          Payments: [payment('p', '2024-03-20 40', ofA)],
        },
        says: [
          'A: Adjustments 40.00, Tot Prod 40.00, Pt Income 40.00, Total Income 40.00',
          'payroll of A: Pat Inc Alloc 40.00, Net Income 40.00',
        ],
      },
    ],
    [
      'R11 the wrong provider was paid: a transfer is no production and 0.00 for the practice',
      {
        ledger: {
          Charges: work,
          Payments: [
            ...paid,
            payment('t', '2024-03-20 -60 Transfer', ofA),
            payment('t', '2024-03-20 60 Transfer', { Provider: 'B', 'Charge ID': '2' }),
          ],
        },
        says: [
          'A: Pt Income -60.00, Total Income -60.00',
          'B: Pt Income 60.00, Total Income 60.00',
          'payroll of A: Pat Inc Alloc -60.00, Net Income -60.00',
          'payroll of B: Pat Inc Alloc 60.00, Net Income 60.00',
        ],
      },
    ],
    [
      'R13 an insurer paid too much and the patient gets it: income of the patient, not of the insurer',
      {
        ledger: {
          Charges: work,
          'Claim Lines': [claimLine('L1', '1 2024-03-05 80')],
          Payments: [...paid, payment('r', '2024-03-20 -80 Refund', onCrown)],
        },
        says: [
          'A: Pt Income -80.00, Total Income -80.00',
          'payroll of A: Pat Inc Alloc -80.00, Net Income -80.00',
        ],
      },
    ],
    [
      'P14 from a procedure to unearned: 0.00 for the practice, A loses 20.00',
      {
        ledger: {
          Charges: work,
          Payments: [
            ...paid,
            payment('t', '2024-03-20 -20 Transfer', ofA),
            payment('t', '2024-03-20 20 Transfer', { 'Unearned Type': 'Prepayment' }),
          ],
        },
        says: [
          'A: Pt Income -20.00, Total Income -20.00',
          'No provider: Unearned Pt Income 20.00, Total Income 20.00',
          'payroll of A: Pat Inc Alloc -20.00, Net Income -20.00',
          'payroll of No provider: Pat Inc Unalloc 20.00',
        ],
      },
    ],
    [
      'P14 … and with unearned left out the income of the practice falls by 20.00',
      {
        options: { 'include-unearned': 'no' },
        ledger: {
          Charges: work,
          Payments: [
            ...paid,
            payment('t', '2024-03-20 -20 Transfer', ofA),
            payment('t', '2024-03-20 20 Transfer', { 'Unearned Type': 'Prepayment' }),
          ],
        },
        says: [
          'A: Pt Income -20.00, Total Income -20.00',
          'payroll of A: Pat Inc Alloc -20.00, Net Income -20.00',
          'payroll of No provider: Pat Inc Unalloc 20.00',
        ],
      },
    ],
  ])('%s', (_, { ledger, says, options }) => {
    expect(told(ledger, the20th, options)).toEqual(says);
  });

  it('R11, P14 the practice as a whole neither gains nor loses by a transfer', () => {
    const Payments = [
      payment('t', '2024-03-20 -60 Transfer', ofA),
      payment('t', '2024-03-20 60 Transfer', { Provider: 'B', 'Charge ID': '2' }),
    ];
    const shown = run({ Charges: work, Payments }, [the20th, the20th]);
    expect(figures(shown, 'Provider', 'Total')).toBe('');
    expect(shown.table('Daily Payments')?.total.at(-1)).toBe('0.00');
  });
});

describe('R12 an adjustment of 100.00 that the Type Map calls', () => {
  const nsf = adjustment('a', '2024-03-20 100 NSF', ofA);
  it.each([
    [
      'collection: money given back',
      'collection',
      [
        'A: Pt Income -100.00, Total Income -100.00',
        'payroll of A: Pat Inc Alloc -100.00, Net Income -100.00',
      ],
    ],
    [
      'production',
      'production',
      ['A: Adjustments 100.00, Tot Prod 100.00', 'payroll of A: Prod Adj 100.00, Net Prod 100.00'],
    ],
    [
      'a write-off: production still',
      'write-off',
      ['A: Adjustments 100.00, Tot Prod 100.00', 'payroll of A: Prod Adj 100.00, Net Prod 100.00'],
    ],
    ['bad debt: production, not payroll', 'bad-debt', ['A: Adjustments 100.00, Tot Prod 100.00']],
    ['excluded: nothing', 'excluded', []],
    ['tax: nothing', 'tax', []],
  ])('%s', (_, bucket, says) => {
    const map = [{ Tab: 'Adjustments', Pattern: 'NSF*', Bucket: bucket }];
    expect(told({ Charges: work, Adjustments: [nsf], 'Type Map': map }, the20th)).toEqual(says);
  });
});

describe('R15 an invoice with tax 8.00 and lines of 50.00 by A and by B', () => {
  const ledger: Tables = {
    Charges: [
      charge('1', '2024-03-02 A 50', { 'Invoice Number': '7' }),
      charge('2', '2024-03-03 B 50', { 'Invoice Number': '7' }),
    ],
    Invoices: [{ 'Invoice Number': '7', Tax: '8', Status: 'Open' }],
    Payments: [
      payment('p', '2024-03-20 68', { 'Invoice Number': '7' }),
      payment('r', '2024-03-21 -20 Refund', { 'Invoice Number': '7' }),
    ],
  };
  it('paid 68.00: the tax first, then the older line in full', () => {
    expect(told(ledger, the20th).slice(0, 3)).toEqual([
      'A: Pt Income 50.00, Total Income 50.00',
      'B: Pt Income 10.00, Total Income 10.00',
      'No provider: Pt Income 8.00, Total Income 8.00',
    ]);
  });
  it('20.00 given back: from the newer line, then from the older one', () => {
    expect(told(ledger, '2024-03-21').slice(0, 2)).toEqual([
      'A: Pt Income -10.00, Total Income -10.00',
      'B: Pt Income -10.00, Total Income -10.00',
    ]);
  });
  it('the base of A for a commission is 40.00', () => {
    expect(figures(run(ledger, march), 'Provider', 'A')).toContain('Pt Income 40.00');
  });
});
