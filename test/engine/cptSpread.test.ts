/** Z-16 and Z-17: an amount over lines by weight, to the cent, each up to its room. */
import * as fc from 'fast-check';
import { spread } from '../../src/engine/spread';
import { holds } from '../support/law';
import { centsOfMoney, moneyOfCents } from '../support/plainLedger';

interface Vector {
  readonly total: string;
  readonly weights: readonly number[];
  readonly room?: readonly string[];
  readonly expected: readonly string[];
}

/** The examples of Z-16 and of the worked claim. */
const vectors: readonly Vector[] = [
  { total: '4.20', weights: [55, 80, 45], expected: ['1.28', '1.87', '1.05'] },
  { total: '10.00', weights: [55, 40, 35], expected: ['4.23', '3.08', '2.69'] },
  { total: '25.00', weights: [120, 80, 0], expected: ['15.00', '10.00', '0.00'] },
  { total: '0.05', weights: [1, 1, 1], expected: ['0.02', '0.02', '0.01'] },
  { total: '-4.00', weights: [55, 40, 35], expected: ['-1.69', '-1.23', '-1.08'] },
  {
    total: '60.00',
    weights: [100, 100],
    room: ['20.00', '90.00'],
    expected: ['20.00', '40.00'],
  },
  {
    total: '3.76',
    weights: [30, 30, 80],
    room: ['2.00', '1.00', '2.00'],
    expected: ['0.88', '0.88', '2.00'],
  },
];

it.each(vectors)('Z-16 $total over $weights', ({ total, weights, room, expected }) => {
  const { shares, rest } = spread(centsOfMoney(total), weights, room?.map(centsOfMoney));
  expect(shares.map(moneyOfCents)).toEqual(expected);
  expect(rest).toBe(0);
});

describe('Z-16', () => {
  it('ties go to the larger charge, then to the line that stands first', () => {
    expect(spread(1, [3, 3]).shares).toEqual([1, 0]);
    expect(spread(1, [1, 1, 1], undefined, [10, 30, 30]).shares).toEqual([0, 1, 0]);
    // 1.25 and 3.75: the larger cut goes first.
    expect(spread(5, [10, 30]).shares).toEqual([1, 4]);
    // 2 over 5, 5 and 10 cuts half a cent from the first two only.
    expect(spread(2, [5, 5, 10]).shares).toEqual([1, 0, 1]);
  });

  it('returns what fits nowhere', () => {
    expect(spread(1000, [100, 200], [300, 400])).toEqual({ shares: [300, 400], rest: 300 });
    expect(spread(-1000, [100, 200], [300, 400])).toEqual({ shares: [-300, -400], rest: -300 });
    expect(spread(1000, [100], [-5])).toEqual({ shares: [0], rest: 1000 });
    expect(spread(70, [0, -5])).toEqual({ shares: [0, 0], rest: 70 });
    expect(spread(70, [])).toEqual({ shares: [], rest: 70 });
    expect(spread(0, [5, 5])).toEqual({ shares: [0, 0], rest: 0 });
  });

  it('is exact where cents times weight is above 2^53', () => {
    const { shares } = spread(9_007_199_254_740_991, [3_000_000_000_001, 3_000_000_000_001, 1]);
    expect(shares).toEqual([4_503_599_627_369_745, 4_503_599_627_369_745, 1501]);
  });
});

const cases = fc.record({
  cents: fc.oneof(
    fc.integer({ min: -500, max: 500 }),
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.maxSafeInteger(),
  ),
  lines: fc.array(
    fc.record({
      weight: fc.oneof(fc.integer({ min: -2, max: 5 }), fc.integer({ min: 0, max: 1e8 })),
      room: fc.oneof(fc.integer({ min: -3, max: 300 }), fc.nat(1e8)),
      isOpen: fc.boolean(),
    }),
    { maxLength: 7 },
  ),
});

it('Z-16 conserves every cent and respects every room', () => {
  holds(cases, ({ cents, lines }) => {
    const rooms = lines.map(({ room, isOpen }) => (isOpen ? Infinity : room));
    const weights = lines.map(({ weight }) => weight);
    const { shares, rest } = spread(cents, weights, rooms);
    const sum = shares.reduce((all, share) => all + BigInt(share), BigInt(rest));
    expect(sum).toBe(BigInt(cents));
    for (const [line, share] of shares.entries()) {
      expect(Number.isSafeInteger(share)).toBe(true);
      expect(share === 0 || share < 0 === cents < 0).toBe(true);
      expect(Math.abs(share)).toBeLessThanOrEqual(Math.max(rooms[line]!, 0));
      if (weights[line]! <= 0) expect(share).toBe(0);
    }
    // What is left over fits nowhere: every line that takes part is full.
    if (rest === 0) return;
    for (const [line, share] of shares.entries()) {
      if (weights[line]! > 0) expect(Math.abs(share)).toBe(Math.max(rooms[line]!, 0));
    }
  });
});

it('Z-16 without rooms no share is a whole cent away from its exact part', () => {
  holds(cases, ({ cents, lines }) => {
    const weights = lines.map(({ weight }) => Math.max(weight, 0));
    const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
    if (total === 0n) return;
    for (const [line, share] of spread(cents, weights).shares.entries()) {
      const off = BigInt(share) * total - BigInt(cents) * BigInt(weights[line]!);
      expect(off < total && -off < total).toBe(true);
    }
  });
});
