/** INV-20 to INV-24: shares add up to what is shared, and months to their year. */
import * as fc from 'fast-check';
import { spread } from '../../../src/engine/spread';
import { work, runCommission, plan } from '../../support/commission/run';
import { holds } from '../../support/law';
import { moneyOfCents, type PlainRow } from '../../support/plainLedger';

const trillion = 10 ** 12;
const amount = fc.oneof(
  fc.integer({ min: -200, max: 200 }),
  fc.integer({ min: -trillion, max: trillion }),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);
const weights = fc
  .array(fc.oneof(fc.constantFrom(0, 1, 1, 3), fc.nat(100_000_000)), { minLength: 1, maxLength: 8 })
  .filter((some) => some.some((weight) => weight > 0));
const split = fc.record({ cents: amount, weights });

describe('shares', () => {
  it('INV-20 add up to what is shared', () => {
    holds(split, (one) => {
      const { shares, rest } = spread(one.cents, one.weights);
      expect(rest).toBe(0);
      expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(one.cents));
    });
  });

  it('INV-21 of what is taken back are those of what was given; no weight, no share, no -0', () => {
    holds(split, (one) => {
      const { shares } = spread(one.cents, one.weights);
      const back = spread(0 - one.cents, one.weights).shares;
      expect(back).toEqual(shares.map((share) => (share === 0 ? 0 : 0 - share)));
      expect([...shares, ...back].some((share) => Object.is(share, -0))).toBe(false);
      for (const [place, weight] of one.weights.entries()) {
        if (weight === 0) expect(shares[place]).toBe(0);
      }
    });
  });

  it('INV-22 lie within a cent of the exact ones', () => {
    holds(split, (one) => {
      const whole = one.weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
      const { shares } = spread(one.cents, one.weights);
      for (const [place, share] of shares.entries()) {
        const off = BigInt(share) * whole - BigInt(one.cents) * BigInt(one.weights[place]!);
        expect((off < 0n ? -off : off) < whole).toBe(true);
      }
    });
  });

  it('INV-22 by hand: 99.99 at 75 to 25, and 1.00 at 1, 2, 4, 8', () => {
    expect(spread(9999, [75, 25]).shares).toEqual([7499, 2500]);
    expect(spread(100, [1, 2, 4, 8]).shares).toEqual([7, 13, 27, 53]);
  });
});

interface Day {
  readonly day: string;
  readonly cents: number;
  readonly provider: string;
  readonly order: number;
}

const days = ['2024-01-05', '2024-01-31', '2024-02-01', '2024-02-29', '2024-07-31', '2024-12-31'];
const book = fc.record({
  days: fc.array(
    fc.record({
      day: fc.constantFrom(...days),
      cents: fc.oneof(
        fc.constantFrom(1, 333, 1005, 10_000),
        fc.integer({ min: -900, max: 90_000 }),
      ),
      provider: fc.constantFrom('A', 'A', 'B'),
      order: fc.nat(),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  rate: fc.constantFrom(15, 30, 33.3333, 0.25, 100),
  share: fc.constantFrom(undefined, 50, 33.33, 1),
  rounding: fc.constantFrom('half-up', 'half-even'),
});
type Book = typeof book extends fc.Arbitrary<infer One> ? One : never;

function ledgerOf(
  { rate, share }: Book,
  some: readonly Day[],
): Parameters<typeof runCommission>[0] {
  const credit: PlainRow =
    share === undefined ? {} : { 'Credit To': 'B', 'Credit Share': `${String(share)}%` };
  return {
    Charges: some.map(({ day, cents, provider }, place) =>
      work(`${place}`, `${day} ${moneyOfCents(cents)} ${provider}`),
    ),
    Providers: [
      { Provider: 'A', 'Last Name': 'A' },
      { Provider: 'B', 'Last Name': 'B' },
    ],
    'Commission Plans': [
      plan({ Basis: 'gross-production', Rate: `${String(rate)}%`, ...credit }),
      plan({ Provider: 'B', Basis: 'gross-production', Rate: `${String(rate)}%` }),
    ],
  };
}

const cents = (money: string | undefined): number => Math.round(Number(money ?? 0) * 100);

/** Nearest cent of hundred-millionths of a cent, by hand. */
function rounded(exact: bigint, rounding: string): number {
  const unit = 100_000_000n;
  const size = exact < 0n ? -exact : exact;
  const rest = size % unit;
  const isUp =
    rest * 2n === unit ? rounding === 'half-up' || (size / unit) % 2n === 1n : rest * 2n > unit;
  const whole = Number(size / unit) + (isUp ? 1 : 0);
  return exact < 0n ? 0 - whole : whole;
}

/** What each provider earns in the months of the year: shares to the cent, then rounded once a month. */
function byHand(
  { days: some, rate, share, rounding }: Book,
  months: readonly string[],
): number[][] {
  const parts = BigInt(Math.round(rate * 1_000_000));
  const exact = new Map<string, bigint>();
  const add = (provider: string, day: string, base: number): void => {
    const key = `${provider} ${day.slice(0, 7)}`;
    exact.set(key, (exact.get(key) ?? 0n) + BigInt(base) * parts);
  };
  for (const { day, cents: base, provider } of some) {
    if (provider === 'B' || share === undefined) {
      add(provider, day, base);
      continue;
    }
    // The odd cent stays with the provider of the work.
    const whole = 100_000_000;
    const credited = Math.round(share * 1_000_000);
    const twice = 2 * ((Math.abs(base) * credited) % whole);
    const floor = Math.floor((Math.abs(base) * credited) / whole);
    const isMore = twice === whole ? credited > whole - credited : twice > whole;
    const other = (floor + (isMore ? 1 : 0)) * Math.sign(base);
    add('B', day, other);
    add('A', day, base - other);
  }
  return ['A', 'B'].map((provider) =>
    months.map((month) => rounded(exact.get(`${provider} ${month}`) ?? 0n, rounding)),
  );
}

describe('commissions', () => {
  const months = Array.from(
    { length: 12 },
    (_, month) => `2024-${String(month + 1).padStart(2, '0')}`,
  );
  const year = ['2024-01-01', '2024-12-31'] as const;

  it('INV-24 of a year are the sum of its months, each rounded once', () => {
    holds(book, (one) => {
      const options = { 'round-commission': one.rounding };
      const ledger = ledgerOf(one, one.days);
      const expected = byHand(one, months);
      const ofYear = runCommission(ledger, year, options).payable;
      for (const [place, provider] of ['A', 'B'].entries()) {
        const sum = expected[place]!.reduce((all, month) => all + month, 0);
        expect(cents(ofYear[provider])).toBe(sum);
      }
      // One month of each ledger, so that a thousand of them see all twelve.
      const month = one.days[0]!.day.slice(0, 7);
      const ofMonth = runCommission(ledger, month, options).payable;
      expect(['A', 'B'].map((provider) => cents(ofMonth[provider]))).toEqual(
        expected.map((own) => own[months.indexOf(month)]),
      );
    });
  });

  it('INV-23 do not depend on the order of the rows', () => {
    holds(book, (one) => {
      const mixed = one.days
        .map((day, place) => ({ day, place }))
        .sort((a, b) => a.day.order - b.day.order || a.place - b.place);
      const ledger = ledgerOf(one, one.days);
      const rows = mixed.map(({ place }) => ledger.Charges![place]!);
      const shuffled = runCommission({ ...ledger, Charges: rows }, year);
      const { summary, shown } = runCommission(ledger, year);
      expect(shuffled.summary).toEqual(summary);
      const linesOf = (table: typeof shown): string[] =>
        table
          .table('Commission Detail')!
          .rows.map((row) =>
            [...row.slice(0, 3), ...row.slice(4)].join(' | ').replaceAll(/\(row \d+\)/g, ''),
          );
      expect(linesOf(shuffled.shown)).toEqual(linesOf(shown));
    });
  });
});
