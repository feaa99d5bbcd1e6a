/** What plans would pay, with figures by hand (C4, C6, C10, C12): one practice, one change of its plans at a time. */
import { figuresOf, type Plain } from '../../support/commission/closing';
import { paid, plan, work } from '../../support/commission/run';
import { whatIf, withAllColumns } from '../../support/commission/whatIf';
import type { PlainRow } from '../../support/plainLedger';

/** Adams: 60,000 done and 30,000 of it paid in March, 3,000 for the laboratory. Baker: 10,000 done and paid. */
const practice: Plain = {
  Charges: [
    work('1', '2024-03-04 30000 Adams', { Code: 'D2740', 'Lab Cost': 3000 }),
    work('2', '2024-03-18 30000 Adams', { Code: 'D0120' }),
    work('3', '2024-03-11 10000 Baker', { Code: 'D0120' }),
  ],
  Payments: [paid('p1', '2024-03-05 30000', '1'), paid('p3', '2024-03-12 10000', '3')],
};
const adams = plan({ Provider: 'Adams', Rate: '34 %' });
const baker = plan({ Provider: 'Baker', Basis: 'gross-production', Rate: '40 %' });

const gross = { Basis: 'gross-production' };
const tier = (words: PlainRow): PlainRow => ({ ...adams, ...gross, ...words });

/** Base and payable in cents, now and then. */
it.each<[string, PlainRow[], string, string]>([
  ['the rate', [{ ...adams, Rate: '30' }, baker], '3000000 900000', '1000000 400000'],
  [
    'the basis: 34 % of 60,000',
    [{ ...adams, ...gross }, baker],
    '6000000 2040000',
    '1000000 400000',
  ],
  [
    'marginal tiers: 30 % of 50,000 and 35 % of 10,000',
    [
      tier({ Rate: '30 %', 'Tier Method': 'marginal', 'Tier Period': 'month' }),
      tier({ Rate: '35 %', 'Tier From': '50,000' }),
      baker,
    ],
    '6000000 1850000',
    '1000000 400000',
  ],
  [
    'cliff tiers: 35 % of 60,000',
    [
      tier({ Rate: '30 %', 'Tier Method': 'cliff', 'Tier Period': 'month' }),
      tier({ Rate: '35 %', 'Tier From': '50000.00' }),
      baker,
    ],
    '6000000 2100000',
    '1000000 400000',
  ],
  [
    'the laboratory off the commission: 34 % of 30,000 less 3,000',
    [{ ...adams, 'Lab Method': 'share-of-lab' }, baker],
    '3000000 720000',
    '1000000 400000',
  ],
  [
    'the laboratory off the base: 34 % of 27,000',
    [{ ...adams, 'Lab Method': 'after-lab' }, baker],
    '3000000 918000',
    '1000000 400000',
  ],
  [
    'an exclusion: nothing for D2740, 34 % of 30,000 for the rest',
    [{ ...adams, ...gross }, { ...adams, ...gross, Rate: '0', 'Applies To': 'D2740' }, baker],
    '6000000 1020000',
    '1000000 400000',
  ],
  [
    'a guarantee of 5,000 a month',
    [adams, { ...baker, Guarantee: '5000', 'Guarantee Period': 'month' }],
    '3000000 1020000',
    '1000000 500000',
  ],
  [
    'a tenth of the exams to Adams: 10,200 and 40 % of 1,000',
    [adams, { ...baker, 'Credit To': 'Adams', 'Credit Share': '10 %' }],
    '3100000 1060000',
    '900000 360000',
  ],
  [
    'a plan that ends on 10 March, and one at 20 % from then on',
    [
      { ...adams, ...gross, 'Effective To': '2024-03-10' },
      { ...adams, ...gross, Rate: '20 %', 'Effective From': '2024-03-11' },
      baker,
    ],
    '6000000 1620000',
    '1000000 400000',
  ],
])('%s', (_, rows, adamsThen, bakerThen) => {
  const of = figuresOf(withAllColumns(practice, [adams, baker]), '2024-03');
  const { now, then, problems } = whatIf(of, rows);
  expect(now).toEqual({
    Adams: '3000000 1020000',
    Baker: '1000000 400000',
    Total: '4000000 1420000',
  });
  const sum = (place: number): number =>
    [adamsThen, bakerThen].reduce((all, one) => all + Number(one.split(' ')[place]), 0);
  const Total = `${sum(0)} ${sum(1)}`;
  expect(then).toEqual({ Adams: adamsThen, Baker: bakerThen, Total });
  expect(problems).toEqual([]);
});

/** Problems in the words of a run, and who is paid nothing by them. */
it.each<[string, PlainRow[], string, string[]]>([
  ['0.30', [{ ...adams, Rate: '0.30' }], 'RATE_AMBIGUOUS | held | C2 | Rate', ['Adams']],
  ['a word', [{ ...adams, Basis: 'turnover' }], 'VALUE_UNKNOWN | held | B2 | Basis', ['Adams']],
  [
    'two rates at a time',
    [adams, { ...adams, 'Effective From': '2024-02-01' }],
    'PLAN_OVERLAP | held | C3 | Rate',
    ['Adams'],
  ],
  [
    'a gap, which a run only tells',
    [
      { ...adams, 'Effective To': '2024-01-31' },
      { ...adams, 'Effective From': '2024-02-02' },
    ],
    'PLAN_GAP | warned | J3 | Effective From',
    [],
  ],
  ['a term', [{ ...adams, Bonus: '500' }], 'PLAN_REFUSED | held | T2 | Bonus', ['Adams']],
])('%s is told as in a run', (_, rows, place, unpaid) => {
  const of = figuresOf(withAllColumns(practice, [adams, baker]), '2024-03');
  const { then, problems } = whatIf(of, [...rows, baker]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(place);
  expect('Adams' in then).toBe(!unpaid.includes('Adams'));
  expect(then['Baker']).toBe('1000000 400000');
});
