/** Production & Income: the complete fixture, the vendor examples and every rule by its name (P, W, U, R). */
import { adjustment, charge, figures, type Options, payment, run } from '../support/incomeRows';
import type { Cell, PlainLedger } from '../support/plainLedger';
import { runReportsOf } from '../support/reportTables';

const july = ['2024-07-01', '2024-07-31'] as const;
const august = ['2024-08-01', '2024-08-31'] as const;
const both = ['2024-07-01', '2024-08-31'] as const;

/** The one complete fixture of the rules. */
const fixture: Partial<PlainLedger> = {
  Charges: [
    charge('1', '2024-07-03 A 1000', { Description: 'Crown' }),
    charge('2', '2024-07-03 H 100', { Description: 'Prophy' }),
    charge('3', '2024-07-20 A 200', { Description: 'Filling' }),
    charge('4', '2024-08-28 A 300', { Status: 'Scheduled', 'Completed Date': '' }),
  ],
  Adjustments: [
    adjustment('a1', '2024-07-20 -20 Courtesy', { Provider: 'A' }),
    adjustment('a2', '2024-08-05 25 NSF fee', { Provider: 'H' }),
    adjustment('a3', '2024-07-31 -30 Bad debt', { Provider: 'A', 'Entered Date': '2024-08-10' }),
  ],
  'Claim Lines': [
    {
      'Claim Line ID': 'c1',
      'Charge ID': '1',
      Status: 'Received',
      'Write-off Estimate': '200',
      'Estimate Date': '2024-07-05',
      'Write-off': '240',
      'Insurance Paid': '380',
      'Payment Date': '2024-08-20',
      'Check Date': '2024-08-20',
      'Received Date': '2024-08-20',
    },
    {
      'Claim Line ID': 'c2',
      'Charge ID': '2',
      Status: 'Received',
      'Write-off Estimate': '20',
      'Estimate Date': '2024-07-05',
      'Write-off': '20',
      'Insurance Paid': '80',
      'Payment Date': '2024-08-20',
      'Check Date': '2024-08-20',
      'Received Date': '2024-08-20',
    },
    { 'Claim Line ID': 'c4', 'Charge ID': '4', Status: 'Estimate', 'Write-off': '60' },
  ],
  Payments: [
    payment('p1', '2024-07-03 400', { Provider: 'A', 'Charge ID': '1' }),
    payment('p2', '2024-07-20 180', { Provider: 'A', 'Charge ID': '3' }),
    payment('p3', '2024-08-05 -180 Returned Check', { Provider: 'A', 'Charge ID': '3' }),
    payment('p4', '2024-08-06 100', { 'Unearned Type': 'Prepayment' }),
    payment('p5', '2024-07-31 150', { Provider: 'A', 'Unearned Type': 'Hidden plan' }),
    payment('p6', '2024-08-20 -20 Transfer', { Provider: 'A', 'Charge ID': '1' }),
    payment('p6', '2024-08-20 20 Transfer', { 'Unearned Type': 'Prepayment' }),
    payment('p7', '2024-08-25 -50 Refund', { 'Unearned Type': 'Prepayment' }),
  ],
};

const estimateFirst = { 'write-off-date': 'claim' };
const whenDone = { 'write-off-date': 'procedure' };

describe('the complete fixture', () => {
  it.each<[string, { period: readonly [string, string]; options: Options }, string, string]>([
    [
      'July A',
      { period: july, options: {} },
      'A',
      'Production 1200.00, Adjustments -50.00, Tot Prod 1150.00, Pt Income 580.00, Total Income 580.00',
    ],
    ['July H', { period: july, options: {} }, 'H', 'Production 100.00, Tot Prod 100.00'],
    [
      'July all',
      { period: july, options: {} },
      'Total',
      'Production 1300.00, Adjustments -50.00, Tot Prod 1250.00, Pt Income 580.00, Total Income 580.00',
    ],
    [
      'August A',
      { period: august, options: {} },
      'A',
      'Writeoff -240.00, Tot Prod -240.00, Pt Income -200.00, Ins Income 380.00, Total Income 180.00',
    ],
    [
      'August H',
      { period: august, options: {} },
      'H',
      'Adjustments 25.00, Writeoff -20.00, Tot Prod 5.00, Ins Income 80.00, Total Income 80.00',
    ],
    [
      'August none',
      { period: august, options: {} },
      'No provider',
      'Unearned Pt Income 70.00, Total Income 70.00',
    ],
    [
      'August all',
      { period: august, options: {} },
      'Total',
      'Adjustments 25.00, Writeoff -260.00, Tot Prod -235.00, Pt Income -200.00, Unearned Pt Income 70.00, Ins Income 460.00, Total Income 330.00',
    ],
    [
      'August all without unearned (U3)',
      { period: august, options: { 'include-unearned': 'no' } },
      'Total',
      'Adjustments 25.00, Writeoff -260.00, Tot Prod -235.00, Pt Income -200.00, Ins Income 460.00, Total Income 260.00',
    ],
    [
      'July A, procedure date (W2)',
      { period: july, options: whenDone },
      'A',
      'Production 1200.00, Adjustments -50.00, Writeoff -240.00, Tot Prod 910.00, Pt Income 580.00, Total Income 580.00',
    ],
    [
      'July all, procedure date',
      { period: july, options: whenDone },
      'Total',
      'Production 1300.00, Adjustments -50.00, Writeoff -260.00, Tot Prod 990.00, Pt Income 580.00, Total Income 580.00',
    ],
    [
      'July all, claim date (W3)',
      { period: july, options: estimateFirst },
      'Total',
      'Production 1300.00, Adjustments -50.00, Writeoff Est -220.00, Tot Prod 1030.00, Pt Income 580.00, Total Income 580.00',
    ],
    [
      'August all, claim date',
      { period: august, options: estimateFirst },
      'Total',
      'Adjustments 25.00, Writeoff Adj -40.00, Tot Prod -15.00, Pt Income -200.00, Unearned Pt Income 70.00, Ins Income 460.00, Total Income 330.00',
    ],
    [
      'July H, procedure date',
      { period: july, options: whenDone },
      'H',
      'Production 100.00, Writeoff -20.00, Tot Prod 80.00',
    ],
    [
      'August A, procedure date',
      { period: august, options: whenDone },
      'A',
      'Pt Income -200.00, Ins Income 380.00, Total Income 180.00',
    ],
    [
      'August H, procedure date',
      { period: august, options: whenDone },
      'H',
      'Adjustments 25.00, Tot Prod 25.00, Ins Income 80.00, Total Income 80.00',
    ],
    [
      'August all, procedure date',
      { period: august, options: whenDone },
      'Total',
      'Adjustments 25.00, Tot Prod 25.00, Pt Income -200.00, Unearned Pt Income 70.00, Ins Income 460.00, Total Income 330.00',
    ],
    [
      'July A, claim date',
      { period: july, options: estimateFirst },
      'A',
      'Production 1200.00, Adjustments -50.00, Writeoff Est -200.00, Tot Prod 950.00, Pt Income 580.00, Total Income 580.00',
    ],
    [
      'July H, claim date',
      { period: july, options: estimateFirst },
      'H',
      'Production 100.00, Writeoff Est -20.00, Tot Prod 80.00',
    ],
    [
      'August A, claim date',
      { period: august, options: estimateFirst },
      'A',
      'Writeoff Adj -40.00, Tot Prod -40.00, Pt Income -200.00, Ins Income 380.00, Total Income 180.00',
    ],
    [
      'August H, claim date',
      { period: august, options: estimateFirst },
      'H',
      'Adjustments 25.00, Tot Prod 25.00, Ins Income 80.00, Total Income 80.00',
    ],
    [
      'August none without unearned (U3)',
      { period: august, options: { 'include-unearned': 'no' } },
      'No provider',
      '',
    ],
  ])('%s', (_, { period, options }, provider, expected) => {
    expect(figures(run(fixture, period, options), 'Provider', provider)).toBe(expected);
  });

  it('P9 Monthly adds what is scheduled, less its estimated write-off where the option says so', () => {
    const less = run(fixture, august, { 'scheduled-less-write-off': 'yes' });
    expect(figures(less, 'Monthly', '2024-08-28')).toBe('Sched 240.00, Tot Prod 240.00');
    expect(figures(run(fixture, august), 'Monthly', '2024-08-28')).toBe(
      'Sched 300.00, Tot Prod 300.00',
    );
  });

  it('P24 fills the calendar: a row for every day and every month', () => {
    const shown = run(fixture, both);
    const days = shown.table('Production & Income - Monthly');
    expect(days?.rows).toHaveLength(62);
    expect(days?.rows[2]?.slice(0, 3)).toEqual(['2024-07-03', 'Wednesday', '1100.00']);
    const months = shown.table('Production & Income - Annual');
    expect(months?.rows.map(([month]) => month)).toEqual(['2024-07', '2024-08']);
  });

  it('W8 every mode gives 1,015.00 over both months once every claim line is received', () => {
    for (const mode of ['insurance-payment', 'procedure', 'claim']) {
      const shown = run(fixture, both, { 'write-off-date': mode });
      expect(figures(shown, 'Annual', 'Total')).toContain('Tot Prod 1015.00');
    }
  });

  it.each([
    [
      '2024-07',
      'A',
      [
        '1200.00',
        '-200.00',
        '-20.00',
        '0.00',
        '980.00',
        '580.00',
        '0.00',
        '0.00',
        '0.00',
        '580.00',
      ],
    ],
    [
      '2024-07',
      'H',
      ['100.00', '-20.00', '0.00', '0.00', '80.00', '0.00', '0.00', '0.00', '0.00', '0.00'],
    ],
    [
      '2024-08',
      'A',
      ['0.00', '0.00', '0.00', '-40.00', '-40.00', '-200.00', '0.00', '380.00', '0.00', '180.00'],
    ],
    [
      '2024-08',
      'H',
      ['0.00', '0.00', '25.00', '0.00', '25.00', '0.00', '0.00', '80.00', '0.00', '80.00'],
    ],
    [
      '2024-08',
      'No provider',
      ['0.00', '0.00', '0.00', '0.00', '0.00', '0.00', '70.00', '0.00', '0.00', '0.00'],
    ],
  ])('P30 payroll of %s, %s', (month, provider, expected) => {
    const table = run(fixture, both).table('Provider Payroll');
    const sums = expected.map(() => 0);
    for (const [day, name, ...cells] of table?.rows ?? []) {
      if (!String(day).startsWith(month) || name !== provider) continue;
      cells.forEach((cell, column) => (sums[column] = (sums[column] ?? 0) + Number(cell)));
    }
    expect(sums.map((sum) => sum.toFixed(2))).toEqual(expected);
  });

  it('U6 Daily Payments add up to Total Income with unearned, also where that is left out', () => {
    for (const unearned of ['yes', 'no']) {
      const shown = run(fixture, both, { 'include-unearned': unearned });
      expect(shown.table('Daily Payments')?.total.at(-1)).toBe('910.00');
    }
  });

  it('lists every item of a day with what it is', () => {
    const table = run(fixture, july).table('Production & Income - Daily');
    expect(table?.columns).toEqual([
      'Date',
      'Name',
      'Description',
      'Provider',
      'Production',
      'Adjust',
      'Writeoff',
      'Pt Income',
      'Ins Income',
    ]);
    expect(table?.rows[0]).toEqual([
      '2024-07-03',
      null,
      'Crown',
      'A',
      '1000.00',
      '0.00',
      '0.00',
      '0.00',
      '0.00',
    ]);
    expect(table?.total.slice(4)).toEqual(['1300.00', '-50.00', '0.00', '580.00', '0.00']);
  });

  it('K4 every tie-out is 0.00', () => {
    for (const options of [{}, whenDone, estimateFirst]) {
      expect(Object.values(run(fixture, both, options).checks).filter((off) => off !== 0)).toEqual(
        [],
      );
    }
  });
});

describe('W7 one crown, four modes, two run dates', () => {
  const crown = (received: boolean): Partial<PlainLedger> => ({
    Charges: [charge('1', '2024-07-10 A 1000')],
    'Claim Lines': [
      {
        'Claim Line ID': 'c',
        'Charge ID': '1',
        Status: received ? 'Received' : 'Not Received',
        'Write-off Estimate': '200',
        'Estimate Date': '2024-07-12',
        'Write-off': received ? '240' : '200',
        'Insurance Paid': received ? '380' : '',
        'Payment Date': received ? '2024-08-20' : '',
        'Check Date': received ? '2024-08-20' : '',
        'Received Date': received ? '2024-08-20' : '',
      },
    ],
    Payments: [payment('p', '2024-07-10 400', { 'Charge ID': '1' })],
  });
  const produced = (received: boolean, period: readonly [string, string], mode: string): string =>
    figures(run(crown(received), period, { 'write-off-date': mode }), 'Provider', 'Total')
      .split(', ')
      .find((figure) => figure.startsWith('Tot Prod')) ?? 'Tot Prod 0.00';

  it.each([
    ['insurance-payment', '1000.00', '1000.00', '-240.00'],
    ['procedure', '800.00', '760.00', '0.00'],
    ['claim', '800.00', '800.00', '-40.00'],
  ])('%s', (mode, before, julyLater, augustLater) => {
    expect(produced(false, july, mode)).toBe(`Tot Prod ${before}`);
    expect(produced(true, july, mode)).toBe(`Tot Prod ${julyLater}`);
    expect(produced(true, august, mode)).toBe(`Tot Prod ${augustLater}`);
    expect(produced(true, both, mode)).toBe('Tot Prod 760.00');
  });

  it('income is the same in every mode: the patient in July, the insurer in August', () => {
    for (const mode of ['insurance-payment', 'procedure', 'claim']) {
      const income = (period: readonly [string, string]): string[] =>
        figures(run(crown(true), period, { 'write-off-date': mode }), 'Provider', 'A')
          .split(', ')
          .filter((figure) => / Income /.test(figure));
      expect(income(july)).toEqual(['Pt Income 400.00', 'Total Income 400.00']);
      expect(income(august)).toEqual(['Ins Income 380.00', 'Total Income 380.00']);
    }
  });

  it('payroll: 800.00, then -40.00, 760.00 in all', () => {
    const net = (received: boolean, period: readonly [string, string]): unknown =>
      run(crown(received), period).table('Provider Payroll')?.total[6];
    expect([net(false, july), net(true, july), net(true, august), net(true, both)]).toEqual([
      '800.00',
      '800.00',
      '-40.00',
      '760.00',
    ]);
  });

  it('W6 without a first estimate, claim cannot be computed and is refused', () => {
    const plain = crown(true);
    const line = { ...plain['Claim Lines']![0] } as Record<string, Cell>;
    delete line['Write-off Estimate'];
    expect(() =>
      run({ ...plain, 'Claim Lines': [line] }, july, { 'write-off-date': 'claim' }),
    ).toThrow(/write-off-date=claim cannot be computed.*Write-off Estimate/);
  });
});

it('P32 a procedure set complete later, and adjustments entered later', () => {
  const plain: Partial<PlainLedger> = {
    Charges: [charge('1', '2024-07-10 A 500', { 'Completed Date': '2024-08-02' })],
    Adjustments: [
      adjustment('a1', '2024-07-31 -50 Courtesy', { Provider: 'A', 'Entered Date': '2024-08-03' }),
      adjustment('a2', '2024-08-05 -100 Bad debt', { Provider: 'A' }),
    ],
    Payments: [
      payment('p', '2024-08-06 200', { Provider: 'A', 'Charge ID': '1' }),
      payment('p', '2024-08-06 30', { Provider: 'A' }),
    ],
  };
  expect(figures(run(plain, july), 'Provider', 'A')).toBe(
    'Production 500.00, Adjustments -50.00, Tot Prod 450.00',
  );
  expect(figures(run(plain, august), 'Provider', 'A')).toBe(
    'Adjustments -100.00, Tot Prod -100.00, Pt Income 230.00, Total Income 230.00',
  );
  expect(run(plain, august).table('Provider Payroll')?.total.slice(2)).toEqual([
    '500.00',
    '0.00',
    '-50.00',
    '0.00',
    '450.00',
    '200.00',
    '30.00',
    '0.00',
    '0.00',
    '200.00',
  ]);
  expect(run(plain, july).table('Provider Payroll')?.rows).toEqual([]);
});

describe('U4 a deposit of January for a procedure of February', () => {
  const of = (type: string): Partial<PlainLedger> => ({
    Charges: [charge('1', '2024-02-10 A 1000')],
    Payments: [
      payment('d', '2024-01-05 300', { 'Unearned Type': type }),
      payment('t', '2024-02-10 -300 Transfer', { 'Unearned Type': type }),
      payment('t', '2024-02-10 300 Transfer', { 'Charge ID': '1' }),
    ],
  });
  const income = (type: string, month: string, unearned: string): string =>
    figures(
      run(of(type), [`2024-${month}-01`, `2024-${month}-28`], { 'include-unearned': unearned }),
      'Annual',
      'Total',
    )
      .split(', ')
      .filter((figure) => figure.includes('Income'))
      .join(', ');

  it.each([
    [
      'Prepayment',
      'yes',
      'Unearned Pt Income 300.00, Total Income 300.00',
      'Pt Income 300.00, Unearned Pt Income -300.00',
    ],
    ['Prepayment', 'no', '', 'Pt Income 300.00, Total Income 300.00'],
    ['Hidden TP', 'yes', '', 'Pt Income 300.00, Total Income 300.00'],
    ['Hidden TP', 'no', '', 'Pt Income 300.00, Total Income 300.00'],
  ])('%s, include-unearned=%s', (type, unearned, january, february) => {
    expect(income(type, '01', unearned)).toBe(january);
    expect(income(type, '02', unearned)).toBe(february);
  });
});

describe('what once went wrong', () => {
  const march = ['2024-03-01', '2024-03-31'] as const;
  const twoPlaces: Partial<PlainLedger> = {
    Charges: [
      charge('1', '2024-03-02 A 60', { Location: 'East', 'Invoice Number': '1' }),
      charge('2', '2024-03-02 B 40', { Location: 'West', 'Claim Number': 'K' }),
    ],
    Payments: [
      payment('p', '2024-03-05 60', { 'Invoice Number': '1' }),
      payment('q', '2024-03-05 7', { 'Claim Number': 'K' }),
    ],
    Adjustments: [adjustment('a', '2024-03-06 -10 Courtesy', { 'Invoice Number': '1' })],
  };

  it.each([
    [
      'East',
      'Production 60.00, Adjustments -10.00, Tot Prod 50.00, Pt Income 60.00, Total Income 60.00',
    ],
    ['West', 'Production 40.00, Tot Prod 40.00, Pt Income 7.00, Total Income 7.00'],
  ])('money goes with the location %s of the work it is on', (location, expected) => {
    const [from, to] = march;
    const shown = runReportsOf(twoPlaces, ['production-income', 'sales', 'bridge'], {
      from,
      to,
      locations: [location],
    });
    expect(figures(shown, 'Provider', 'Total')).toBe(expected);
    const bridge = shown.table('Reconciliation Bridge')?.rows ?? [];
    const cash = bridge.find(([line]) => line === 'Cash')?.[1];
    expect(cash).toBe(shown.table('Cash Summary')?.total[1]);
    expect(Object.values(shown.checks).filter((off) => off !== 0)).toEqual([]);
  });

  it('P30 a deposit, and what was paid above the invoice, are not allocated', () => {
    const plain: Partial<PlainLedger> = {
      Charges: [charge('1', '2024-03-02 A 100', { 'Invoice Number': '1' })],
      Payments: [
        payment('d', '2024-03-10 50 Deposit', { 'Invoice Number': '1' }),
        payment('p', '2024-03-11 120', { 'Invoice Number': '1' }),
      ],
    };
    const total = run(plain, march).table('Provider Payroll')?.total;
    expect(total?.slice(7)).toEqual(['100.00', '70.00', '0.00', '0.00', '100.00']);
  });

  it('U3 a prepayment of an insurer is unearned', () => {
    const plain: Partial<PlainLedger> = {
      Payments: [payment('p', '2024-03-11 50', { Payer: 'Insurance', 'Unearned Type': 'Prepay' })],
    };
    expect(figures(run(plain, march), 'Annual', 'Total')).toBe(
      'Unearned Pt Income 50.00, Total Income 50.00',
    );
    expect(figures(run(plain, march, { 'include-unearned': 'no' }), 'Annual', 'Total')).toBe('');
  });

  it('P9 a write-off of -1 is blank: the estimate counts', () => {
    const line = {
      'Claim Line ID': 'c',
      'Charge ID': '1',
      'Write-off': '-1',
      'Write-off Estimate': '20',
    };
    const scheduled: Partial<PlainLedger> = {
      Charges: [charge('1', '2024-03-02 A 100', { Status: 'Scheduled' })],
      'Claim Lines': [{ ...line, Status: 'Estimate' }],
    };
    const less = { 'scheduled-less-write-off': 'yes' };
    expect(figures(run(scheduled, march, less), 'Monthly', 'Total')).toBe(
      'Sched 80.00, Tot Prod 80.00',
    );
    const sent: Partial<PlainLedger> = {
      Charges: [charge('1', '2024-03-02 A 100')],
      'Claim Lines': [{ ...line, Status: 'Not Received' }],
    };
    expect(figures(run(sent, march, { 'write-off-date': 'procedure' }), 'Annual', 'Total')).toBe(
      'Production 100.00, Writeoff -20.00, Tot Prod 80.00',
    );
  });

  it('a line without a Payment Date was written off by its check', () => {
    const plain: Partial<PlainLedger> = {
      Charges: [charge('1', '2024-03-02 A 100')],
      'Claim Lines': [
        {
          'Claim Line ID': 'c',
          'Charge ID': '1',
          Status: 'Received',
          'Write-off': '30',
          'Check Date': '2024-03-20',
        },
      ],
    };
    expect(figures(run(plain, march), 'Annual', 'Total')).toBe(
      'Production 100.00, Writeoff -30.00, Tot Prod 70.00',
    );
  });
});
