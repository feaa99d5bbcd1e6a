/** I-22, I-A9: shares are ratios, unrounded. */
import { shareOf } from '../../src/core/rate';

it('a share is the number nearest to the ratio', () => {
  // By way of twenty decimals it was 0.12250128139415684.
  expect(shareOf(239, 1951)).toBe(0.12250128139415685);
  expect(shareOf(-2500, 10000)).toBe(-0.25);
  for (let whole = 1; whole < 500; whole += 1) {
    for (let part = -whole; part <= whole; part += 13)
      expect(shareOf(part, whole)).toBe(part / whole);
  }
});

it('nothing of something is 0, without a sign, and something of nothing has no share', () => {
  expect(shareOf(0, -5)).toBe(0);
  expect(shareOf(5, 0)).toBeUndefined();
});
