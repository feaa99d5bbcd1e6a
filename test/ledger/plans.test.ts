/** Commission plans as rules, and whose plan cannot be used: named, with the cell (G12). */
import type { PlainRow } from '../support/plainLedger';
import { ledgerOf } from '../support/run';

const charge: PlainRow = {
  'Charge ID': 'L1',
  'Service Date': '2024-03-01',
  Provider: 'Adams',
  Amount: 100,
};
const other = { ...charge, 'Charge ID': 'L2', Provider: 'Baker' };

function plansOf(...rows: PlainRow[]): { told: string[]; refused: string[]; rules: number } {
  const plans = rows.map((row) => ({ Provider: 'Adams', Basis: 'net-income', Rate: 30, ...row }));
  const ledger = ledgerOf({
    Charges: [charge, other],
    Invoices: [],
    Payments: [],
    'Commission Plans': plans,
  });
  const problems = ledger.problems.filter(
    ({ sheet, code }) => sheet === 'Commission Plans' && code !== 'DATE_AS_TEXT',
  );
  return {
    told: problems.map(({ code, cell, column }) => `${code} ${cell} ${column}`),
    refused: [...ledger.plans.refused.keys()].map((place) => ledger.providers.names[place] ?? '*'),
    rules: ledger.plans.rules.length,
  };
}

it('reads a row as a rule, with blanks as the format says', () => {
  const ledger = ledgerOf({
    Charges: [charge, other],
    Invoices: [],
    Payments: [],
    'Commission Plans': [
      {
        Provider: '*',
        Basis: 'Net Production',
        Rate: '27.5 %',
        'Applies To': 'D2740; Crowns',
        'Effective From': '2024-01-01',
        'Effective To': '2024-06-30',
        'Lab Method': 'share-of-lab',
        'Lab Share': 50,
        'Credit To': 'Baker',
        'Carry Deficit': 'TRUE',
      },
    ],
  });
  const [rule] = ledger.plans.rules;
  expect(rule).toMatchObject({
    provider: -1,
    basis: 'net-production',
    rate: 27_500_000,
    words: ['d2740', 'crowns'],
    creditTo: ledger.providers.names.indexOf('Baker'),
    creditShare: 100_000_000,
    labMethod: 'share-of-lab',
    labShare: 50_000_000,
    tierFrom: 0,
    guarantee: undefined,
    draw: undefined,
    carry: 'Yes',
  });
  // To the last second of its last day.
  expect((rule!.to + 1 - rule!.from) / 86400).toBe(182);
});

it.each<[string, PlainRow[], string[]]>([
  ['a term that is not computed', [{ 'Base Pay': 5000 }], ['PLAN_REFUSED D2 Base Pay']],
  ['a term under another name', [{ 'Flat Fee': 40 }], ['PLAN_REFUSED D2 Flat Fee']],
  [
    'dates the wrong way round',
    [{ 'Effective From': '2024-02-01', 'Effective To': '2024-01-31' }],
    ['PLAN_REFUSED E2 Effective To'],
  ],
  [
    'a tier without its method',
    [{ 'Tier From': 50000, 'Tier Period': 'month' }],
    ['PLAN_REFUSED D2 Tier From'],
  ],
  [
    'a tier without its period',
    [{ 'Tier From': 50000, 'Tier Method': 'cliff' }],
    ['PLAN_REFUSED D2 Tier From'],
  ],
  ['a guarantee without its period', [{ Guarantee: 7750 }], ['PLAN_REFUSED D2 Guarantee']],
  [
    'a daily guarantee that is carried',
    [{ Guarantee: 700, 'Guarantee Period': 'day', 'Carry Deficit': 'Yes' }],
    ['PLAN_REFUSED F2 Carry Deficit'],
  ],
  ['a credit for nobody known', [{ 'Credit To': 'Nobody' }], ['PLAN_REFUSED D2 Credit To']],
  ['a credit for the provider himself', [{ 'Credit To': 'Adams' }], ['PLAN_REFUSED D2 Credit To']],
  ['a share without a credit', [{ 'Credit Share': 50 }], ['PLAN_REFUSED D2 Credit Share']],
  ['a lab share without a method', [{ 'Lab Share': 50 }], ['PLAN_REFUSED D2 Lab Share']],
  ['a draw below nothing', [{ Draw: -1 }], ['PLAN_REFUSED D2 Draw']],
  ['the same rate twice', [{}, {}], ['PLAN_OVERLAP C3 Rate']],
  [
    'a code in two lists',
    [{ 'Applies To': 'A; B' }, { 'Applies To': 'b; C' }],
    ['PLAN_OVERLAP C3 Rate'],
  ],
  [
    'tiers of two methods',
    [
      { 'Tier Method': 'cliff', 'Tier Period': 'month' },
      { 'Tier From': 5, 'Tier Method': 'marginal' },
    ],
    ['PLAN_REFUSED D3 Tier Method'],
  ],
  [
    'two draws at a time',
    [{ Draw: 8000 }, { 'Applies To': 'X', Draw: 9000 }],
    ['PLAN_REFUSED D3 Draw'],
  ],
  [
    'two guarantees at a time',
    [
      { Guarantee: 1, 'Guarantee Period': 'day' },
      { 'Applies To': 'X', Guarantee: 1, 'Guarantee Period': 'month' },
    ],
    ['PLAN_REFUSED E3 Guarantee Period'],
  ],
  [
    'a guarantee by period, and a draw in another row',
    [
      { Guarantee: 9000, 'Guarantee Period': 'period' },
      { 'Applies To': 'Y', Draw: 8000 },
    ],
    ['PLAN_REFUSED D2 Guarantee'],
  ],
  [
    'a daily guarantee that another row carries',
    [
      { 'Applies To': 'Y', 'Carry Deficit': 'Yes' },
      { Guarantee: 700, 'Guarantee Period': 'day' },
    ],
    ['PLAN_REFUSED F3 Guarantee'],
  ],
  [
    'a tier whose method ends before it does',
    [
      { 'Tier Method': 'marginal', 'Tier Period': 'month', 'Effective To': '2024-03-31' },
      { 'Tier From': 50000 },
    ],
    ['PLAN_REFUSED G3 Tier From'],
  ],
  [
    'a tier whose period ends before it does',
    [
      { 'Tier Period': 'month', 'Effective To': '2024-03-31' },
      { 'Tier From': 50000, 'Tier Method': 'marginal' },
    ],
    ['PLAN_REFUSED F3 Tier From'],
  ],
])('%s refuses the plan by name', (_, rows, told) => {
  const plans = plansOf(...rows);
  expect({ ...plans, told: plans.told }).toEqual({
    told,
    refused: ['Adams'],
    rules: rows.length - 1,
  });
});

it('a word that is not known, and a row of nobody', () => {
  expect(plansOf({ Basis: 'profit' })).toEqual({
    told: ['VALUE_UNKNOWN B2 Basis'],
    refused: ['Adams'],
    rules: 0,
  });
  expect(plansOf({ Provider: '' }, {}).refused).toEqual(['*', 'Adams', 'Baker', 'No provider']);
});

it('tiers, other work, later dates and other providers do not overlap', () => {
  expect(
    plansOf(
      { 'Tier Method': 'marginal', 'Tier Period': 'month', 'Effective To': '2024-03-31' },
      { 'Tier From': 50000, 'Effective To': '2024-03-31', Rate: 35 },
      { Rate: 32, 'Effective From': '2024-04-01' },
      { 'Applies To': 'D2740', Rate: 40 },
      { Provider: '*' },
    ),
  ).toEqual({ told: [], refused: [], rules: 5 });
});

it('everyone else can be refused, and nobody else with them', () => {
  expect(plansOf({ Provider: '*', Bonus: '5 %' }, {})).toMatchObject({ refused: ['*'], rules: 1 });
});
