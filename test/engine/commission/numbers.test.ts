/** Commission: the worked numbers of the rules, by their names (C4 to C12, C22, E20, K10). */
import type { PlainLedger, PlainRow } from '../../support/plainLedger';
import { detailOf, memoOf, paid, plan, runCommission, work } from '../../support/commission/run';

type Ledger = Partial<PlainLedger>;

/** Collections of A: each `2024-03-01 1000` is a charge that is paid on its day. */
function collecting(words: readonly string[], plans: PlainRow[]): Ledger {
  return {
    Charges: words.map((one, place) => work(`c${place}`, one)),
    Payments: words.map((one, place) => paid(`p${place}`, one, `c${place}`)),
    'Commission Plans': plans,
  };
}

describe('E20 rounding', () => {
  /** Three commissionable lines of 10.05, closed and paid in March. */
  const threeLines: Ledger = {
    Charges: ['1', '2', '3'].map((id) =>
      work(id, '2024-03-05 10.05', { 'Invoice Number': '1', Code: 'X' }),
    ),
    Invoices: [{ 'Invoice Number': '1', 'Closed Date': '2024-03-06' }],
    Payments: [
      {
        'Payment ID': 'p',
        'Payment Date': '2024-03-07',
        Type: 'Payment',
        Amount: 30.15,
        'Invoice Number': '1',
      },
    ],
    'Commission Plans': [plan({ Basis: 'collected-invoicing', Rate: 15 })],
  };

  it('once on the group: 30.15 at 15 % is 4.52, and the lines add up to it (C23)', () => {
    const run = runCommission(threeLines, '2024-03');
    expect(run.summary).toEqual([
      'A collected-invoicing 30.15 4.52 0.00 0.00 4.52',
      'Total  30.15 4.52 0.00 0.00 4.52',
    ]);
    expect(detailOf(run, ['Base', 'Rate', 'Commission'])).toEqual([
      '10.05 | 0.15 | 1.51',
      '10.05 | 0.15 | 1.51',
      '10.05 | 0.15 | 1.50',
    ]);
  });

  it('on every line it is 4.53', () => {
    const run = runCommission(threeLines, '2024-03', { 'round-commission-at': 'line' });
    expect(run.payable).toEqual({ A: '4.53' });
  });

  it('2.50 at 5 % is 0.13 half up and 0.12 to the even cent', () => {
    const ledger = collecting(['2024-03-05 2.50'], [plan({ Rate: 5 })]);
    expect(runCommission(ledger, '2024-03').payable).toEqual({ A: '0.13' });
    expect(runCommission(ledger, '2024-03', { 'round-commission': 'half-even' }).payable).toEqual({
      A: '0.12',
    });
  });
});

describe('C4 laboratory costs', () => {
  const crown = (lab: number, amount: number, terms: PlainRow): Ledger => ({
    Charges: [work('1', `2024-03-05 ${amount}`, { 'Lab Cost': lab, Code: 'D2740' })],
    Payments: [paid('p', `2024-03-06 ${amount}`, '1')],
    'Commission Plans': [plan(terms)],
  });

  it.each<[string, Ledger, string]>([
    [
      'collections × 34 % − the whole lab',
      crown(3000, 30_000, { Rate: 34, 'Lab Method': 'share-of-lab', 'Lab Share': '100 %' }),
      '7200.00',
    ],
    [
      '(collections − the whole lab) × 34 %',
      crown(3000, 30_000, { Rate: 34, 'Lab Method': 'after-lab' }),
      '9180.00',
    ],
    [
      'a crown of 1,000, half of its lab of 200: 270 − 100',
      crown(200, 1000, { Rate: 27, 'Lab Method': 'share-of-lab', 'Lab Share': 50 }),
      '170.00',
    ],
    [
      'the same crown, (1,000 − 200) × 27 %',
      crown(200, 1000, { Rate: 27, 'Lab Method': 'after-lab', 'Lab Share': 100 }),
      '216.00',
    ],
    ['a lower rate and no lab', crown(200, 1000, { Rate: 20, 'Lab Method': 'none' }), '200.00'],
  ])('%s', (_, ledger, expected) => {
    for (const basis of ['net-income', 'cpt-collections', 'gross-production', 'net-production']) {
      const [row] = ledger['Commission Plans']!;
      const plans = { ...ledger, 'Commission Plans': [{ ...row, Basis: basis }] };
      expect(runCommission(plans, '2024-03').payable).toEqual({ A: expected });
    }
  });

  it('C5 comes off the first money of the case, or on the day of the work, when the base can fall below 0', () => {
    const ledger: Ledger = {
      Charges: [work('1', '2024-03-05 1000', { 'Lab Cost': 200 })],
      Payments: [paid('p', '2024-04-05 150', '1'), paid('q', '2024-05-05 850', '1')],
      'Commission Plans': [plan({ 'Lab Method': 'after-lab' })],
    };
    const months = ['2024-03', '2024-04', '2024-05'];
    const inMonths = (options = {}): string[] =>
      months.map((month) => runCommission(ledger, month, options).payable['A']!);
    expect(inMonths()).toEqual(['0.00', '0.00', '240.00']);
    expect(inMonths({ 'lab-date': 'service' })).toEqual(['-60.00', '45.00', '255.00']);
  });

  it('what is given back gets its laboratory cost back', () => {
    const ledger: Ledger = {
      Charges: [work('1', '2024-03-05 1000', { 'Lab Cost': 200 })],
      Payments: [paid('p', '2024-03-05 1000', '1'), paid('q', '2024-04-05 -1000 Refund', '1')],
      'Commission Plans': [plan({ 'Lab Method': 'share-of-lab', 'Lab Share': 50 })],
    };
    expect(runCommission(ledger, '2024-03').payable).toEqual({ A: '200.00' });
    expect(runCommission(ledger, '2024-04').payable).toEqual({ A: '-200.00' });
  });
});

describe('C6 to C8 guarantees and draws', () => {
  const twoDays = (terms: PlainRow): Ledger =>
    collecting(['2024-03-05 500', '2024-03-06 3000'], [plan(terms)]);

  it('C6 days of 500 and 3,000 at 30 % with a floor of 700 a day: 700 + 900', () => {
    const run = runCommission(twoDays({ Guarantee: 700, 'Guarantee Period': 'day' }), '2024-03');
    expect(run.summary[0]).toBe('A net-income 3500.00 1050.00 550.00 0.00 1600.00');
  });

  it('C6 averaged over the period: the larger of 1,400 and 1,050', () => {
    const ledger = twoDays({ Guarantee: 1400, 'Guarantee Period': 'period' });
    const run = runCommission(ledger, ['2024-03-05', '2024-03-06']);
    expect(run.summary[0]).toBe('A net-income 3500.00 1050.00 350.00 0.00 1400.00');
  });

  it('C7 a draw of 8,000 at 30 %: 8,000, then 12,000 less the 2,000 that were paid ahead', () => {
    const ledger = collecting(['2024-01-10 20000', '2024-02-10 40000'], [plan({ Draw: 8000 })]);
    const january = runCommission(ledger, '2024-01');
    expect(january.summary[0]).toBe('A net-income 20000.00 6000.00 0.00 2000.00 8000.00');
    const february = runCommission(ledger, '2024-02');
    expect(february.summary[0]).toBe('A net-income 40000.00 12000.00 0.00 -2000.00 10000.00');
    expect(memoOf(january, 'Statement - A', 'Still Owed')).toEqual([
      'Draw 8,000.00, 6,000.00 earned | 2024-01-31 | 2000.00 | 2000.00',
    ]);
    expect(memoOf(february, 'Statement - A', 'Still Owed')).toEqual([
      'Draw 8,000.00, 12,000.00 earned, 2,000.00 owed from before | 2024-02-29 | -2000.00 | 0.00',
    ]);
    expect(runCommission(ledger, ['2024-01-01', '2024-02-29']).payable).toEqual({ A: '18000.00' });
  });

  it('C7 what is owed when a draw ends is shown month after month, and nothing is taken off', () => {
    const words = ['2024-01-10 20000', '2024-02-10 40000'];
    const gross = { Basis: 'gross-production' };
    const plans = [
      plan({ ...gross, Draw: 8000, 'Effective To': '2024-01-31' }),
      plan({ ...gross, 'Effective From': '2024-02-01' }),
    ];
    const ledger = collecting(words, plans);
    const february = runCommission(ledger, '2024-02');
    expect(february.summary[0]).toBe('A gross-production 40000.00 12000.00 0.00 0.00 12000.00');
    expect(memoOf(february, 'Statement - A', 'Still Owed')).toEqual([
      'Draw 0.00, 12,000.00 earned, 2,000.00 owed from before | 2024-02-29 | 0.00 | 2000.00',
    ]);
    // No line of another basis, also where no row of the plan is in force any more.
    const ended = runCommission(collecting(words, plans.slice(0, 1)), '2024-03');
    expect(ended.summary[0]).toBe('A gross-production 0.00 0.00 0.00 0.00 0.00');
    // Nothing owed, nothing shown.
    const paidBack = [plan({ ...gross, Draw: 8000, 'Effective To': '2024-02-29' })];
    const march = runCommission(collecting(words, paidBack), '2024-03');
    expect(memoOf(march, 'Statement - A', 'Still Owed')).toEqual([]);
  });

  it('C7 a draw that is not carried is a floor', () => {
    const terms = { Draw: 8000, 'Carry Deficit': 'No' };
    const ledger = collecting(['2024-01-10 20000', '2024-02-10 40000'], [plan(terms)]);
    expect(runCommission(ledger, '2024-02').payable).toEqual({ A: '12000.00' });
  });

  it('C7 a month is settled on its last day: parts of it add up', () => {
    const ledger = collecting(['2024-01-10 20000', '2024-02-10 40000'], [plan({ Draw: 8000 })]);
    expect(runCommission(ledger, ['2024-01-01', '2024-01-15']).payable).toEqual({ A: '6000.00' });
    expect(runCommission(ledger, ['2024-01-16', '2024-01-31']).payable).toEqual({ A: '2000.00' });
  });

  it.each([
    ['24,000', '24000', '7750.00'],
    ['25,000', '25000', '7750.00'],
    ['26,000', '26000', '8060.00'],
  ])('C8 a base of 7,750 a month or 31 %%: collections of %s', (_, collected, expected) => {
    const terms = { Rate: 31, Guarantee: 7750, 'Guarantee Period': 'month' };
    const ledger = collecting([`2024-03-10 ${collected}`], [plan(terms)]);
    expect(runCommission(ledger, '2024-03').payable).toEqual({ A: expected });
  });

  it('C11 a negative month is taken back at once, or carried where the plan says so', () => {
    const words = ['2024-01-10 1000', '2024-02-10 -400', '2024-03-10 1000'];
    const inMonths = (terms: PlainRow): string[] =>
      ['2024-01', '2024-02', '2024-03'].map(
        (month) => runCommission(collecting(words, [plan(terms)]), month).payable['A']!,
      );
    expect(inMonths({})).toEqual(['300.00', '-120.00', '300.00']);
    expect(inMonths({ 'Carry Deficit': 'Yes' })).toEqual(['300.00', '0.00', '180.00']);
  });

  it('C11 a guarantee whose deficit is carried', () => {
    const words = ['2024-01-10 10000', '2024-02-10 40000'];
    const terms = { Guarantee: 5000, 'Guarantee Period': 'month', 'Carry Deficit': 'Yes' };
    const ledger = collecting(words, [plan(terms)]);
    expect(runCommission(ledger, '2024-01').payable).toEqual({ A: '5000.00' });
    expect(runCommission(ledger, '2024-02').payable).toEqual({ A: '10000.00' });
  });

  it('a guarantee holds in a month without work, but not before the ledger begins', () => {
    const terms = { Guarantee: 5000, 'Guarantee Period': 'month' };
    const ledger = collecting(['2024-02-10 1000'], [plan(terms)]);
    expect(runCommission(ledger, '2024-03').payable).toEqual({ A: '5000.00' });
    expect(runCommission(ledger, '2024-01').payable).toEqual({ A: '0.00' });
  });
});

describe('C9, C10 tiers', () => {
  const tiers = (method: string, period = 'month', more: PlainRow = {}): PlainRow[] => [
    plan({ 'Tier Method': method, 'Tier Period': period, ...more }),
    plan({ Rate: 35, 'Tier From': 50_000, ...more }),
  ];

  it('C10 30 % to 50,000 and 35 % above, on 60,000: marginal 18,500, cliff 21,000', () => {
    const words = ['2024-03-05 45000', '2024-03-06 15000'];
    const marginal = runCommission(collecting(words, tiers('marginal')), '2024-03');
    expect(marginal.payable).toEqual({ A: '18500.00' });
    expect(detailOf(marginal, ['Base', 'Rate', 'Commission', 'Rule'])).toEqual([
      '45000.00 | 0.3 | 13500.00 | 30 % up to 50,000.00 a month, marginal, for all work (row 2)',
      '5000.00 | 0.3 | 1500.00 | 30 % up to 50,000.00 a month, marginal, for all work (row 2)',
      '10000.00 | 0.35 | 3500.00 | 35 % above 50,000.00 a month, marginal, for all work (row 3)',
    ]);
    const cliff = runCommission(collecting(words, tiers('cliff')), '2024-03');
    expect(cliff.payable).toEqual({ A: '21000.00' });
    expect(detailOf(cliff, ['Base', 'Rate', 'Commission'])).toEqual([
      '45000.00 | 0.3 | 13500.00',
      '15000.00 | 0.35 | 5250.00',
      'null | null | 2250.00',
    ]);
  });

  it('exactly at its beginning a tier is not reached', () => {
    const ledger = collecting(['2024-03-05 50000'], tiers('cliff'));
    expect(runCommission(ledger, '2024-03').payable).toEqual({ A: '15000.00' });
  });

  it.each([
    ['month', ['12000.00', '12000.00', '12000.00']],
    ['quarter', ['12000.00', '13500.00', '12000.00']],
    ['year', ['12000.00', '13500.00', '14000.00']],
  ])('the tier begins anew each %s', (period, expected) => {
    const words = ['2024-02-05 40000', '2024-03-05 40000', '2024-04-05 40000'];
    const ledger = collecting(words, tiers('marginal', period));
    const months = ['2024-02', '2024-03', '2024-04'];
    expect(months.map((month) => runCommission(ledger, month).payable['A'])).toEqual(expected);
    expect(runCommission(ledger, ['2024-01-01', '2024-12-31']).payable['A']).toBe(
      expected.reduce((sum, one) => sum + Number(one), 0).toFixed(2),
    );
  });

  it('C9 40 % above 2,200 a day, and nothing below', () => {
    const terms = { Rate: 40, 'Tier From': 2200, 'Tier Method': 'marginal', 'Tier Period': 'day' };
    const words = ['2024-03-05 2000', '2024-03-06 3000', '2024-03-06 200'];
    const run = runCommission(collecting(words, [plan(terms)]), '2024-03');
    expect(run.payable).toEqual({ A: '400.00' });
  });
});

describe('C22, K10 what is taken back', () => {
  const backed = (plans: PlainRow[], more: string[] = []): Ledger => ({
    Charges: [
      work('1', '2024-01-05 60000.01'),
      ...more.map((one, place) => work(`m${place}`, one)),
    ],
    Payments: [
      paid('p', '2024-01-05 60000.01', '1'),
      paid('q', '2024-02-05 -60000.01 Returned Check', '1'),
      ...more.map((one, place) => paid(`n${place}`, one, `m${place}`)),
    ],
    'Commission Plans': plans,
  });

  it.each(['marginal', 'cliff'])('a payment and its reversal cancel exactly, %s', (method) => {
    const plans = [
      plan({ 'Tier Method': method, 'Tier Period': 'month', Rate: 30.7 }),
      plan({ Rate: 35.3, 'Tier From': 50_000 }),
    ];
    const [january, february] = ['2024-01', '2024-02'].map((month) =>
      Number(runCommission(backed(plans), month).payable['A']),
    );
    expect(january).toBeGreaterThan(0);
    expect(january! + february!).toBe(0);
  });

  it('the reversal has the rate of its payment, not that of its own day', () => {
    const plans = [
      plan({ 'Effective To': '2024-01-31' }),
      plan({ Rate: 40, 'Effective From': '2024-02-01' }),
    ];
    const run = runCommission(backed(plans, ['2024-02-06 100']), '2024-02');
    expect(detailOf(run, ['Base', 'Rate', 'Commission', 'Rule'])).toEqual([
      '-60000.01 | 0.3 | -18000.00 | 30 % for all work (row 2); as on 2024-01-05, which it takes back',
      '100.00 | 0.4 | 40.00 | 40 % for all work (row 3)',
    ]);
  });

  it('a returned check that names its payment has its rate, and what is above it that of the newest', () => {
    const plans = [
      plan({ 'Effective To': '2024-01-31' }),
      plan({ Rate: 50, 'Effective From': '2024-02-01' }),
    ];
    const returned = (cents: number, more: PlainRow = {}): Ledger => ({
      Charges: [work('1', '2024-01-05 200')],
      Payments: [
        paid('p', '2024-01-10 100', '1'),
        paid('q', '2024-02-10 100', '1'),
        paid('r', `2024-03-10 ${String(-cents)} Returned Check`, '1', more),
        paid('s', '2024-04-10 -80 Refund', '1'),
      ],
      'Commission Plans': plans,
    });
    const march = (ledger: Ledger): unknown => runCommission(ledger, '2024-03').payable['A'];
    expect(march(returned(100))).toBe('-50.00');
    expect(march(returned(100, { 'Refund Of': 'p' }))).toBe('-30.00');
    expect(march(returned(120, { 'Refund Of': 'p' }))).toBe('-40.00');
    // A payment that is not on the charge: the newest.
    expect(march(returned(100, { 'Refund Of': 'x' }))).toBe('-50.00');
    // 30 of p were taken back: all 80 are of q, the newest.
    const half = returned(30, { 'Refund Of': 'p' });
    expect(runCommission(half, '2024-04').payable['A']).toBe('-40.00');
  });

  it('a redeposit is a payment of its own, under the plan of its day', () => {
    const plans = [
      plan({ 'Effective To': '2024-01-31' }),
      plan({ Rate: 40, 'Effective From': '2024-02-01' }),
    ];
    const ledger = backed(plans);
    ledger.Payments!.push(paid('r', '2024-03-05 60000.01 Redeposit', '1'));
    expect(runCommission(ledger, '2024-03').payable).toEqual({ A: '24000.00' });
  });
});

describe('C12 credits to others', () => {
  it('half of the exams of a hygiene visit, to the cent', () => {
    const ledger: Ledger = {
      Charges: [
        work('1', '2024-03-05 99.99 H', { Code: 'D0120' }),
        work('2', '2024-03-05 100 H', { Code: 'D1110' }),
        work('3', '2024-03-06 10 A'),
      ],
      'Commission Plans': [
        { Provider: 'H', Basis: 'gross-production', Rate: 30 },
        {
          Provider: 'H',
          Basis: 'gross-production',
          Rate: 40,
          'Applies To': 'D0120',
          'Credit To': 'A',
          'Credit Share': '25 %',
        },
      ],
    };
    const run = runCommission(ledger, '2024-03');
    expect(run.summary).toEqual([
      'A gross-production 25.00 10.00 0.00 0.00 10.00',
      'H gross-production 174.99 60.00 0.00 0.00 60.00',
      'Total  199.99 70.00 0.00 0.00 70.00',
    ]);
    expect(detailOf(run, ['Provider', 'Code', 'Base', 'Rule'])).toEqual([
      'A | D0120 | 25.00 | 40 % for code D0120 (row 3); 25 % of work of H',
      'H | D0120 | 74.99 | 40 % for code D0120 (row 3); 25 % of it credited to A',
      'H | D1110 | 100.00 | 30 % for all work (row 2)',
    ]);
    // A has no plan of his own: his own work earns nothing, and is told.
    expect(memoOf(run, 'Commission Summary', 'Why')).toEqual([
      'A | gross-production | The provider has no commission plan | 1 | 10.00',
    ]);
  });
});
