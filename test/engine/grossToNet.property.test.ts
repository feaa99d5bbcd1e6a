/** Laws of Gross to Net, on random trails: a second engine, the order of rows, adjacent periods. */
import * as fc from 'fast-check';
import { holds } from '../support/law';
import { moneyOfCents, type PlainRow } from '../support/plainLedger';
import { linesOf, runTrail, tabsOf, type TrailRun } from '../support/trail';
import { expectedOf } from '../support/trailOracle';

const tabs = [
  'Production',
  'Payments',
  '[+] Contract Adj',
  '[-] Contract Adj',
  '[+] Adjustments',
  '[-] Adjustments',
];

const types = [
  'Treatment',
  'Cash',
  'Increase Existing Contract',
  'decrease existing-contract',
  'Reschedule Charged Contract Fees',
  'Transfer Charge Adjustment',
  'Transfer Credit',
  'Data-Entry Correction',
  'Account Adjustment',
  'Refund to Patient',
  'REFUND to Ins. Co.',
  'NSF-Returned Check',
  'nsf returned check',
  'OB Payment Reversal',
  'TopsPay Reversal',
  'Declined CC',
  'Late-Fee Reversal',
  'ReDeposit Check',
  'Re-Deposit Check #12',
  'ReDeposit Check w/o fee',
  'Courtesy Discount',
  'Discount / Write-off',
  'Bad Debt Write Off',
  'Small w/o balance',
  'Two visits',
  'Mystery',
];

/** One pattern stands once a tab, so that the closest is never a matter of order. */
const patterns = ['Mystery', 'Refund*', 'Refund to Pat*', 'ReDeposit*', 'Courtesy Discount', '*'];

const rows = fc.array(
  fc.record({
    Tab: fc.constantFrom(...tabs),
    Date: fc.constantFrom(
      '2024-01-01',
      '2024-01-31T23:59',
      '2024-02-01',
      '2024-02-29',
      '2024-03-01',
    ),
    Type: fc.constantFrom(...types),
    Amount: fc.integer({ min: -500, max: 200_000 }).map(moneyOfCents),
    Description: fc.constantFrom('', '', 'ReDeposit Check #7', 'Deposit', 'Note'),
    Voided: fc.constantFrom('', '', '', 'Yes', '2024-03-05'),
    'Voiding Staff': fc.constantFrom('', '', '', 'Front desk'),
    Provider: fc.constantFrom('', 'Adams', 'Baker'),
  }),
  { maxLength: 25 },
);

const maps = fc.uniqueArray(
  fc.record({
    Tab: fc.constantFrom(...tabs),
    Pattern: fc.constantFrom(...patterns),
    Bucket: fc.constantFrom(
      'production',
      'collection',
      'excluded',
      'tax',
      'bad-debt',
      'discount',
      'write-off',
    ),
    Sign: fc.constantFrom('', '', '+', '-'),
  }),
  { maxLength: 4, selector: ({ Tab, Pattern }) => `${Tab}|${Pattern}` },
);

interface Case {
  readonly trail: PlainRow[];
  readonly map: PlainRow[];
  readonly literal: boolean;
  readonly withVoided: boolean;
}

const cases: fc.Arbitrary<Case> = fc.record({
  trail: rows,
  map: maps,
  literal: fc.boolean(),
  withVoided: fc.boolean(),
});

function runCase(one: Case, from: string, to: string): ReturnType<typeof runTrail> {
  const options = {
    'collection-adjustment-sign': one.literal ? 'literal' : 'ledger',
    'voided-rows': one.withVoided ? 'include' : 'exclude',
  };
  const run: TrailRun & { map: PlainRow[] } = { from, to, options, map: one.map };
  return runTrail(one.trail, run);
}

const january = ['2024-01-01', '2024-01-31'] as const;
const february = ['2024-02-01', '2024-02-29'] as const;

it('a second engine has the same figures and control totals', () => {
  holds(cases, (one) => {
    for (const [from, to] of [january, [january[0], february[1]] as const]) {
      const computed = runCase(one, from, to);
      const expected = expectedOf(one.trail, one.map, { ...one, from, to });
      expect(linesOf(computed)).toEqual(expected.lines);
      const { Total: total, ...found } = tabsOf(computed);
      expect(found).toEqual(expected.tabs);
      const sums = Object.values(expected.tabs);
      expect(total).toEqual(
        [0, 1, 2, 3, 4, 5].map((column) => sums.reduce((sum, tab) => sum + tab[column]!, 0)),
      );
    }
  });
});

it('INV-14 the order of the rows changes nothing', () => {
  const shuffled = cases.chain((one) =>
    fc
      .shuffledSubarray(one.trail, { minLength: one.trail.length, maxLength: one.trail.length })
      .map((trail) => ({ one, other: { ...one, trail } })),
  );
  holds(shuffled, ({ one, other }) => {
    const [before, after] = [one, other].map((each) => runCase(each, january[0], february[1]));
    expect(after!.sheets).toEqual(before!.sheets);
  });
});

it('INV-09 January and February add up to both', () => {
  holds(cases, (one) => {
    const parts = [runCase(one, ...january), runCase(one, ...february)];
    const both = runCase(one, january[0], february[1]);
    const [first, second] = parts.map(linesOf);
    for (const [line, amount] of Object.entries(linesOf(both))) {
      expect([line, first![line]! + second![line]!]).toEqual([line, amount]);
    }
    const [firstTabs, secondTabs] = parts.map(tabsOf);
    for (const [tab, cells] of Object.entries(tabsOf(both))) {
      expect(cells.map((_, place) => firstTabs![tab]![place]! + secondTabs![tab]![place]!)).toEqual(
        cells,
      );
    }
  });
});
