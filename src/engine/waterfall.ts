/** How the net money on an invoice stands on its tax and lines: the walk of I-9, for any signs. */
import { assert } from '../core/assert';

/** Whether negative lines stand in their place or before all others (option negative-lines, I-A1). */
export type NegativeLines = 'chronological' | 'first';

/** An invoice's buckets: its whole tax, then its lines from oldest to newest. Whole cents. */
export interface Buckets {
  /** `[tax, line, line, …]` in line order. */
  readonly cents: Float64Array;
  readonly total: number;
}

/**
 * Fills `standing` with what stands on each bucket when `paid` cents net are on the invoice, and
 * returns the unallocated rest, so that standing + rest = paid.
 */
export function stand(
  { cents, total }: Buckets,
  paid: number,
  negativeLines: NegativeLines,
  standing: Float64Array,
): number {
  // A $0 or negative balance is considered fully paid, also without any payment (I-10).
  if (total <= 0 || paid >= total) {
    standing.set(cents);
    return paid - total;
  }
  standing.fill(0, 0, cents.length);
  if (paid <= 0) return paid;
  const pool = negativeLines === 'first' ? takeNegatives(cents, paid, standing) : paid;
  const rest = walk(cents, pool, negativeLines, standing);
  assert(rest === 0, 'money below the total of an invoice stands on its tax and lines');
  return 0;
}

/** Every negative bucket stands in full first and adds to the pool (I-A1 b). */
function takeNegatives(cents: Float64Array, pool: number, standing: Float64Array): number {
  let wider = pool;
  for (let bucket = 0; bucket < cents.length; bucket++) {
    const amount = cents[bucket]!;
    if (amount >= 0) continue;
    standing[bucket] = amount;
    wider -= amount;
  }
  return wider;
}

/** Tax, then the oldest line first; the walk ends at the first bucket not fully covered (I-7). */
function walk(
  cents: Float64Array,
  pool: number,
  negativeLines: NegativeLines,
  standing: Float64Array,
): number {
  let left = pool;
  for (let bucket = 0; bucket < cents.length; bucket++) {
    const amount = cents[bucket]!;
    if (amount < 0) {
      if (negativeLines === 'first') continue;
      standing[bucket] = amount;
      left -= amount;
      continue;
    }
    const taken = Math.min(left, amount);
    standing[bucket] = taken;
    left -= taken;
    if (taken < amount) return left;
  }
  return left;
}
