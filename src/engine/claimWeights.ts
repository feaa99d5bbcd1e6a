/** Weights by which money of a whole claim is spread over its lines (Z-16, Z-17). */
import type { Ledger } from '../ledger/ledger';

/** The charge of each line; lines of nothing share alike. */
export function claimWeights({ charges }: Ledger): (lines: readonly number[]) => number[] {
  return (lines) => {
    const weights = lines.map((charge) => Math.max(charges.amount[charge]!, 0));
    return weights.some((weight) => weight > 0) ? weights : lines.map(() => 1);
  };
}
