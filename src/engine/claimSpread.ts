/** How what names only a claim is spread over its lines (Z-16, option cpt-spread). */
import type { AllocatedLedger } from './allocateLedger';
import { positiveWeights, spread, type Spread } from './spread';

/** Spreads cents over the lines of a claim; what fits nowhere stands under the code `Claim`. */
export type ClaimSpread = (
  cents: number,
  lines: readonly number[],
  rooms?: readonly number[],
) => Spread;

/** `lineReductions`: for each charge what its own rows take off it, for the weights by remaining. */
export function claimSpread(
  { ledger }: AllocatedLedger,
  by: string,
  lineReductions: Float64Array,
): ClaimSpread {
  const { amount } = ledger.charges;
  const weightOf = (charge: number): number => {
    if (by === 'equal') return 1;
    return by === 'remaining' ? amount[charge]! - lineReductions[charge]! : amount[charge]!;
  };
  return (cents, lines, rooms) => {
    if (by === 'none') return { shares: lines.map(() => 0), rest: cents };
    const charges = lines.map((charge) => amount[charge]!);
    return spread(cents, positiveWeights(lines.map(weightOf)), rooms, charges);
  };
}
