/** Commission: which rule holds and why, what is not counted, what is refused, and the statements. */
import type { PlainLedger, PlainRow } from '../../support/plainLedger';
import { detailOf, memoOf, paid, plan, runCommission, work } from '../../support/commission/run';
import { runReportsOf, type ShownReports } from '../../support/reportTables';

type Ledger = Partial<PlainLedger>;
/** What was told of plans; texts in cells of these ledgers are told as well. */
function planProblems({ problems }: ShownReports): string[] {
  return problems
    .filter(({ code }) => code.startsWith('PLAN_'))
    .map(({ code, found }) => `${code} ${found}`);
}

const gross = { Basis: 'gross-production' };

describe('the most specific rule', () => {
  const ledger = (plans: PlainRow[]): Ledger => ({
    Charges: [
      work('1', '2024-03-05 100', {
        Code: 'D2740-52',
        Category: 'Crowns',
        'Invoice Tag': 'Big; Lab',
      }),
      work('2', '2024-03-05 10', { Code: 'D0120', Category: 'Crowns' }),
      work('3', '2024-03-05 1', { Code: 'X', 'Invoice Tag': 'lab' }),
    ],
    'Commission Plans': plans,
  });

  it('code before tag before category before all work, and the reason is shown', () => {
    const plans = [
      plan({ ...gross, Rate: 10 }),
      plan({ ...gross, Rate: 20, 'Applies To': 'crowns' }),
      plan({ ...gross, Rate: 30, 'Applies To': 'LAB' }),
      plan({ ...gross, Rate: 40, 'Applies To': 'D9999; d2740' }),
      { Provider: '*', ...gross, Rate: 50 },
    ];
    const run = runCommission(ledger(plans), '2024-03');
    expect(detailOf(run, ['Code', 'Commission', 'Rule'])).toEqual([
      'D2740-52 | 40.00 | 40 % for code D9999; d2740 (row 5)',
      'D0120 | 2.00 | 20 % for category crowns (row 3)',
      'X | 0.30 | 30 % for tag LAB (row 4)',
    ]);
    expect(planProblems(run.shown)).toEqual([
      'PLAN_WORD_UNKNOWN "D9999", which is no code, invoice tag or category of any charge',
    ]);
  });

  it('of two tags the row that stands first', () => {
    const plans = [
      plan({ ...gross, Rate: 20, 'Applies To': 'Lab' }),
      plan({ ...gross, Rate: 30, 'Applies To': 'Big' }),
    ];
    expect(detailOf(runCommission(ledger(plans), '2024-03'), ['Rule'])[0]).toBe(
      '20 % for tag Lab (row 2)',
    );
  });

  it.each([
    ['98941', '98941-25'],
    ['98941-25', '98941'],
  ])('a code with its modifier before the code alone, whichever stands first: %s', (...codes) => {
    const rates: Readonly<Record<string, number>> = { '98941': 10, '98941-25': 20 };
    const plans = codes.map((code) =>
      plan({ ...gross, Rate: rates[code] ?? 0, 'Applies To': code }),
    );
    const charges = (words: PlainRow): Ledger => ({
      Charges: [
        work('1', '2024-03-05 1000', words),
        work('2', '2024-03-06 100', { Code: '98941' }),
      ],
      'Commission Plans': plans,
    });
    const inCode = runCommission(charges({ Code: '98941-25' }), '2024-03');
    const beside = runCommission(charges({ Code: '98941', Modifiers: '25' }), '2024-03');
    expect([inCode.payable, beside.payable]).toEqual([{ A: '210.00' }, { A: '210.00' }]);
    expect(planProblems(beside.shown)).toEqual([]);
  });

  it('a category with a comma is one, and a list of two is two', () => {
    const run = runCommission(
      {
        Charges: [
          work('1', '2024-03-05 1000', { Category: 'Diets, Rx' }),
          work('2', '2024-03-05 1000', { Category: 'Surgery' }),
          work('3', '2024-03-05 1000', { Category: 'Lab' }),
          work('4', '2024-03-05 1000', { Category: 'Other' }),
        ],
        'Commission Plans': [
          plan({ ...gross, Rate: 5, 'Applies To': 'Diets, Rx' }),
          plan({ ...gross, Rate: 10, 'Applies To': 'Surgery, Lab' }),
          plan({ ...gross, Rate: 20 }),
        ],
      },
      '2024-03',
    );
    expect(run.payable).toEqual({ A: '450.00' });
    expect(planProblems(run.shown)).toEqual([]);
  });

  it('each basis has its own: the same work in two of them is told', () => {
    const plans = [plan({ ...gross, Rate: 30 }), plan({ Rate: 40, 'Applies To': 'Crowns' })];
    expect(planProblems(runCommission(ledger(plans), '2024-03').shown)).toEqual([
      'PLAN_NOT_COMPUTED net-income needs the table Payments',
      'PLAN_TWO_BASES net-income beside gross-production in row 2, for some of the same work',
    ]);
  });

  it('everyone else is everyone without a row of his own: what his plan leaves out is told', () => {
    const plans = [
      plan({ ...gross, 'Applies To': 'D0120' }),
      { Provider: '*', ...gross, Rate: 25 },
    ];
    const own = ledger(plans);
    own.Charges!.push(
      work('4', '2024-03-05 1000 B'),
      work('5', '2024-03-05 500', { Provider: '' }),
    );
    const run = runCommission(own, '2024-03');
    expect(run.summary).toEqual([
      'A gross-production 10.00 3.00 0.00 0.00 3.00',
      'B gross-production 1000.00 250.00 0.00 0.00 250.00',
      'Total  1010.00 253.00 0.00 0.00 253.00',
    ]);
    expect(memoOf(run, 'Commission Summary', 'Why')).toEqual([
      'A | gross-production | No row of the plan is in force for it | 2 | 101.00',
      'No provider | gross-production | Names no provider | 1 | 500.00',
    ]);
    expect(detailOf(run, ['Provider', 'Rule'])[1]).toBe(
      'B | 25 % for all work of everyone else (row 3)',
    );
  });
});

describe('a plan that changes in the middle of a month', () => {
  const days = ['2024-03-10 30000', '2024-03-15 30000', '2024-03-20 40000'];
  const ledger = (plans: PlainRow[]): Ledger => ({
    Charges: days.map((day, place) => work(`${place}`, day)),
    'Commission Plans': plans.map((row) => ({ ...row, ...gross })),
  });
  const until = { 'Effective To': '2024-03-14' };
  const since = { 'Effective From': '2024-03-15' };

  it('is split by Effective From', () => {
    const run = runCommission(ledger([plan(until), plan({ ...since, Rate: 35 })]), '2024-03');
    // 30,000 at 30 % and 70,000 at 35 %.
    expect(run.payable).toEqual({ A: '33500.00' });
  });

  it.each([
    // 30,000 at 30 %; then 20,000 at 32 % up to 50,000, and 50,000 at 37 %.
    ['marginal', '33900.00'],
    // 30,000 at 30 %, the tier of 14 March; then 70,000 at 37 %, that of 31 March.
    ['cliff', '34900.00'],
  ])('its tiers count the whole month, %s', (method, expected) => {
    const tiers = { 'Tier Method': method, 'Tier Period': 'month' };
    const run = runCommission(
      ledger([
        plan({ ...until, ...tiers }),
        plan({ ...until, Rate: 35, 'Tier From': 50_000 }),
        plan({ ...since, ...tiers, Rate: 32 }),
        plan({ ...since, Rate: 37, 'Tier From': 50_000 }),
      ]),
      '2024-03',
    );
    expect(run.payable).toEqual({ A: expected });
  });

  describe('its tiers go on counting where one rate stood', () => {
    const days = ['2024-01-05 40000', '2024-02-05 20000', '2024-03-05 1000'];
    const ledgerOf = (plans: PlainRow[]): Partial<PlainLedger> => ({
      Charges: days.map((words, place) => work(`c${place}`, words)),
      Payments: days.map((words, place) => paid(`p${place}`, words, `c${place}`)),
      'Commission Plans': plans,
    });
    const months = (plans: PlainRow[]): unknown[] =>
      ['2024-01', '2024-02', '2024-03'].map(
        (month) => runCommission(ledgerOf(plans), month).payable['A'],
      );
    const february = { 'Effective From': '2024-02-01' };

    it.each([
      // 10,000 at 30 % up to 50,000, then 10,000 at 35 %.
      ['marginal', '6500.00'],
      ['cliff', '7000.00'],
    ])('the upper tier comes later, %s', (method, expected) => {
      const tiers = { 'Tier Method': method, 'Tier Period': 'quarter' };
      const upper = plan({ ...february, Rate: 35, 'Tier From': 50_000 });
      const expectedMonths = ['12000.00', expected, '350.00'];
      expect(months([plan(tiers), upper])).toEqual(expectedMonths);
      // The same where the row of January says nothing of tiers.
      const until = plan({ 'Effective To': '2024-01-31' });
      expect(months([until, plan({ ...february, ...tiers }), upper])).toEqual(expectedMonths);
    });

    it('one rate after the tiers is that rate', () => {
      const tiers = {
        'Tier Method': 'marginal',
        'Tier Period': 'quarter',
        'Effective To': '2024-01-31',
      };
      const plans = [
        plan(tiers),
        plan({ ...tiers, Rate: 35, 'Tier From': 30_000 }),
        plan({ ...february, Rate: 20 }),
      ];
      expect(months(plans)).toEqual(['12500.00', '4000.00', '200.00']);
    });
  });
});

describe('the bases are the figures of their reports', () => {
  /** The one complete fixture of the rules (production and income, section 9). */
  const fixture = (plans: PlainRow[]): Ledger => ({
    Charges: [
      work('1', '2024-07-03 1000'),
      work('2', '2024-07-03 100 H'),
      work('3', '2024-07-20 200'),
      work('4', '2024-08-28 300', { Status: 'Scheduled', 'Completed Date': '' }),
    ],
    Adjustments: [
      ['a1', '2024-07-20', '2024-07-20', -20, 'Courtesy', 'A'],
      ['a2', '2024-08-05', '2024-08-05', 25, 'NSF fee', 'H'],
      ['a3', '2024-07-31', '2024-08-10', -30, 'Bad debt', 'A'],
    ].map(([id, date, entered, amount, type, provider]) => ({
      'Adjustment ID': id!,
      Date: date!,
      'Entered Date': entered!,
      Amount: amount!,
      Type: type!,
      Provider: provider!,
    })),
    'Claim Lines': [
      ['1', 200, 240, 380],
      ['2', 20, 20, 80],
    ].map(([id, estimate, writeOff, insurance]) => ({
      'Claim Line ID': `c${String(id)}`,
      'Charge ID': id!,
      Status: 'Received',
      'Write-off Estimate': estimate!,
      'Estimate Date': '2024-07-05',
      'Write-off': writeOff!,
      'Insurance Paid': insurance!,
      'Payment Date': '2024-08-20',
      'Check Date': '2024-08-20',
      'Received Date': '2024-08-20',
    })),
    Payments: [
      paid('p1', '2024-07-03 400', '1', { Provider: 'A' }),
      paid('p2', '2024-07-20 180', '3', { Provider: 'A' }),
      paid('p3', '2024-08-05 -180 Returned Check', '3', { Provider: 'A' }),
      paid('p4', '2024-08-06 100', '', { 'Unearned Type': 'Prepayment' }),
      paid('p5', '2024-07-31 150', '', { Provider: 'A', 'Unearned Type': 'Hidden plan' }),
      paid('p6', '2024-08-20 -20 Transfer', '1', { Provider: 'A' }),
      paid('p6', '2024-08-20 20 Transfer', '', { 'Unearned Type': 'Prepayment' }),
      paid('p7', '2024-08-25 -50 Refund', '', { 'Unearned Type': 'Prepayment' }),
    ],
    'Commission Plans': plans,
  });
  const both = ['2024-07-01', '2024-08-31'] as const;

  it.each<[string, PlainRow, Record<string, string>, string]>([
    ['30 % of net production', { Basis: 'net-production' }, {}, '910.00 273.00'],
    ['30 % of payroll net production', { Basis: 'payroll-net-production' }, {}, '940.00 282.00'],
    ['35 % of net income', { Basis: 'net-income', Rate: 35 }, {}, '760.00 266.00'],
    [
      '30 % of net production, as first estimated',
      { Basis: 'net-production' },
      { 'write-off-date': 'claim' },
      '910.00 273.00',
    ],
    ['10 % of gross production', { Basis: 'gross-production', Rate: 10 }, {}, '1200.00 120.00'],
  ])('%s of the fixture, over both months', (_, terms, options, expected) => {
    const run = runCommission(fixture([plan(terms)]), both, options);
    const [base, payable] = expected.split(' ');
    expect(run.summary[0]).toBe(
      `A ${String(terms['Basis'])} ${base!} ${payable!} 0.00 0.00 ${payable!}`,
    );
    expect(Object.values(run.shown.checks).filter((off) => off !== 0)).toEqual([]);
  });

  it('W9 pays on 1,150 in July and takes back 240 in August', () => {
    const ledger = fixture([plan({ Basis: 'net-production' })]);
    expect(runCommission(ledger, '2024-07').payable).toEqual({ A: '345.00' });
    expect(runCommission(ledger, '2024-08').payable).toEqual({ A: '-72.00' });
  });

  it('every basis ties to the figure of its report, provider by provider', () => {
    const plans = [
      'collected-invoicing',
      'cpt-collections',
      'gross-production',
      'net-production',
      'payroll-net-production',
      'net-income',
    ].map((basis) => ({ Provider: '*', Basis: basis, Rate: 10 }));
    const ledger = fixture(plans);
    ledger.Invoices = [];
    const { checks } = runReportsOf(ledger, ['commission'], { from: both[0], to: both[1] });
    expect(Object.keys(checks).filter((id) => id.startsWith('commission.base.'))).toEqual(
      plans.map(({ Basis }) => `commission.base.${Basis}`),
    );
    expect(Object.values(checks).filter((off) => off !== 0)).toEqual([]);
  });

  it('what is not counted stands with its reason', () => {
    const run = runCommission(fixture([plan({})]), '2024-08');
    expect(memoOf(run, 'Commission Summary', 'Why')).toEqual([
      'H | net-income | The provider has no commission plan | 1 | 80.00',
      'No provider | net-income | Unallocated: attached to no charge, not yet payable | 3 | 70.00',
    ]);
  });
});

describe('not counted', () => {
  it('open invoices, unallocated money, deposits and excluded lines, each with its reason', () => {
    const ledger: Ledger = {
      Charges: [
        work('1', '2024-03-05 100', { 'Invoice Number': 'i' }),
        work('2', '2024-03-05 60', { 'Invoice Number': 'i', Commissionable: 'No', Code: 'FOOD' }),
        work('3', '2024-03-05 50', { 'Invoice Number': 'open' }),
        work('4', '2024-03-05 40'),
      ],
      Invoices: [
        { 'Invoice Number': 'i', 'Closed Date': '2024-03-06' },
        { 'Invoice Number': 'open' },
      ],
      Payments: [
        ['p', 'Payment', 170, 'i'],
        ['q', 'Payment', 30, 'open'],
        ['r', 'Deposit', 200, ''],
        ['s', 'Payment', 40, '', '4'],
      ].map(([id, type, amount, invoice, charge = '']) => ({
        'Payment ID': id!,
        'Payment Date': '2024-03-07',
        Type: type!,
        Amount: amount!,
        'Invoice Number': invoice!,
        'Charge ID': charge,
      })),
      'Commission Plans': [plan({ Basis: 'collected-invoicing' })],
    };
    const run = runCommission(ledger, '2024-03');
    expect(run.summary[0]).toBe('A collected-invoicing 100.00 30.00 0.00 0.00 30.00');
    expect(
      detailOf(run, ['Table', 'Row', 'Document', 'Code', 'Base', 'Commission', 'Rule']),
    ).toEqual([
      'Payments | 2 | i | null | 100.00 | 30.00 | 30 % for all work (row 2)',
      'Payments | 2 | i | FOOD | 0.00 | 0.00 | excluded from commissions (Commissionable is No): 60.00 not counted',
    ]);
    const own = [
      'collected-invoicing: Excluded from commissions | 1 | 60.00',
      'collected-invoicing: On invoices that are open: counts when they are closed | 1 | 30.00',
      'collected-invoicing: On work that stands on no invoice: counts when it is put on one that is closed | 1 | 40.00',
    ];
    expect(memoOf(run, 'Commission Summary', 'Why')).toEqual([
      ...own.map((row) => `A | ${row.replace(': ', ' | ')}`),
      'No provider | collected-invoicing | Unallocated: on no line of a closed invoice, not yet payable | 1 | 10.00',
      'No provider | collected-invoicing | Deposits and prepayments: not earned yet | 1 | 200.00',
    ]);
    const { shown } = run;
    const why = shown.memos.get('Statement - A')?.find(({ columns }) => columns[0] === 'Why');
    expect(why?.rows.map((row) => row.join(' | '))).toEqual(own);
  });
});

describe('what cannot be computed is refused by name', () => {
  const charges = [work('1', '2024-03-05 100'), work('2', '2024-03-05 100 B')];

  it('a plan with a term that is not computed, and nobody else', () => {
    const plans = [
      { Provider: 'A', ...gross, Rate: 30, Retention: '5 %' },
      { Provider: 'B', ...gross, Rate: 30 },
    ];
    const run = runCommission({ Charges: charges, 'Commission Plans': plans }, '2024-03');
    expect(run.summary).toEqual([
      'B gross-production 100.00 30.00 0.00 0.00 30.00',
      'Total  100.00 30.00 0.00 0.00 30.00',
    ]);
    const refused = run.shown.memos.get('Commission Summary')!.at(-1)!.rows;
    expect(refused).toEqual([
      ['A', 'a term that is not computed: retention, base pay, bonus and cap are settled by hand'],
    ]);
  });

  it('a basis whose tables or columns are not there', () => {
    const plans = [
      { Provider: 'A', Basis: 'collected-invoicing', Rate: 30 },
      { Provider: 'B', Basis: 'net-income', Rate: 30 },
    ];
    const payments = [
      { 'Payment ID': 'p', 'Payment Date': '2024-03-05', Type: 'Payment', Amount: 100 },
    ];
    const run = runCommission(
      { Charges: charges, Payments: payments, 'Commission Plans': plans },
      '2024-03',
    );
    expect(run.summary).toEqual(['Total  0.00 0.00 0.00 0.00 0.00']);
    expect(planProblems(run.shown)).toEqual([
      'PLAN_NOT_COMPUTED collected-invoicing needs the table Invoices',
      "PLAN_NOT_COMPUTED net-income needs the column 'Entered Date' in Payments on 'Payments'",
    ]);
  });

  it.each([
    ['service', 'North', '200.00'],
    ['service', 'South', '300.00'],
    ['collection', 'South', '300.00'],
  ])('laboratory costs by %s: those of %s alone', (labDate, location, payable) => {
    const shown = runReportsOf(
      {
        Charges: [
          work('1', '2024-03-02 1000', { 'Lab Cost': 100, Location: 'North' }),
          work('2', '2024-03-03 2000', { 'Lab Cost': 300, Location: 'South' }),
        ],
        'Commission Plans': [plan({ ...gross, 'Lab Method': 'share-of-lab', 'Lab Share': 100 })],
      },
      ['commission'],
      {
        from: '2024-03-01',
        to: '2024-03-31',
        locations: [location],
        options: { 'lab-date': labDate },
      },
    );
    expect(shown.table('Commission Summary')!.rows.map((row) => row[6])).toEqual([payable]);
  });

  it('tiers and guarantees of some locations only', () => {
    const here = charges.map((charge) => ({ ...charge, Location: 'East' }));
    const plans = [
      { Provider: 'A', ...gross, Rate: 30, Draw: 100 },
      { Provider: 'B', ...gross, Rate: 30 },
    ];
    const shown = runReportsOf({ Charges: here, 'Commission Plans': plans }, ['commission'], {
      from: '2024-03-01',
      to: '2024-03-31',
      locations: ['East'],
    });
    expect(shown.table('Commission Summary')!.rows.map(([provider]) => provider)).toEqual(['B']);
    expect(planProblems(shown)).toEqual([
      'PLAN_NOT_COMPUTED its guarantee, draw or deficit is about all locations, and only some were asked for',
    ]);
    expect(Object.values(shown.checks).filter((off) => off !== 0)).toEqual([]);
  });
});

describe('statements', () => {
  const ledger: Ledger = {
    Charges: [
      work('1', '2024-03-05 100', {
        Provider: 'Adams, Jane: DVM/VMD of the long name',
        Code: 'X',
        Description: 'Exam',
        'Invoice Tag': 'Exam',
      }),
      work('2', '2024-04-05 100', { Provider: 'Adams, Jane: DVM/VMD of the long nome' }),
    ],
    'Commission Plans': [{ Provider: '*', ...gross, Rate: 30 }],
  };
  const quarter = ['2024-03-01', '2024-04-30'] as const;

  it('one sheet a provider, with a name that Excel takes', () => {
    const { shown } = runCommission(ledger, quarter);
    expect(shown.sheets).toEqual([
      'Commission Summary',
      'Commission Detail',
      'Statement - Adams, Jane  DVM VM',
      'Statement - Adams, Jane  DV (2)',
    ]);
    for (const name of shown.sheets) expect(name.length).toBeLessThanOrEqual(31);
  });

  it('say what is payable, every line with its cell, rates, and months', () => {
    const { shown } = runCommission(ledger, quarter);
    const [, , name = ''] = shown.sheets;
    expect(shown.table(name)).toEqual({
      columns: ['Line', 'Rows', 'Base', 'Amount'],
      rows: [
        ['Commission on gross-production', 1, '100.00', '30.00'],
        ['Adjustments: what a guarantee adds', null, null, '0.00'],
        ['Carry-forward: draws and deficits', null, null, '0.00'],
      ],
      total: ['Payable', null, null, '30.00'],
    });
    const [lines, rates, months] = shown.memos.get(name)!;
    expect(lines!.rows).toEqual([
      [
        'X Exam',
        '2024-03-05',
        '100.00',
        '30.00',
        0.3,
        'Charges!A2',
        '1',
        '30 % for all work of everyone else (row 2)',
      ],
    ]);
    expect(rates!.rows).toEqual([
      ['gross-production: 30 % for all work of everyone else (row 2)', '30 %', '100.00', '30.00'],
    ]);
    expect(months!.rows).toEqual([
      ['2024-03', '100.00', '30.00', '0.00', '0.00', '30.00'],
      ['2024-04', '0.00', '0.00', '0.00', '0.00', '0.00'],
    ]);
  });

  it('a filter hides the others and changes no figure', () => {
    const provider = 'Adams, Jane: DVM/VMD of the long nome';
    const shown = runReportsOf(ledger, ['commission'], {
      from: quarter[0],
      to: quarter[1],
      providers: [provider],
    });
    expect(shown.sheets).toEqual([
      'Commission Summary',
      'Commission Detail',
      'Statement - Adams, Jane  DV (2)',
    ]);
    const table = shown.table('Commission Summary')!;
    expect(table.rows.map(([name]) => name)).toEqual([provider]);
    expect(table.total[6]).toBe('60.00');
  });
});
