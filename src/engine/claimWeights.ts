/** Weights by which money of a whole claim is spread over its lines (Z-16, Z-17). */
import type { Ledger } from '../ledger/ledger';
import { positiveWeights } from './spread';

/** The charge of each line. */
export function claimWeights({ charges }: Ledger): (lines: readonly number[]) => readonly number[] {
  return (lines) => positiveWeights(lines.map((charge) => charges.amount[charge]!));
}
