/** Spreads an amount over lines by weight, to the cent, each up to its room (Z-16, Z-17). */
import { assert, at } from '../core/assert';

export interface Spread {
  /** Cents of each line, in the order of the weights. */
  readonly shares: readonly number[];
  /** What fits nowhere: 0 unless there are rooms, or no weight. Shares and rest add up to the amount. */
  readonly rest: number;
}

/**
 * Largest remainder: every line gets its share cut to the cent, and the cents left over go to the lines
 * from which most was cut; ties to the larger charge, then to the line that stands first.
 *
 * With rooms, the whole amount is spread first; every line above its room is fixed at it, and what is
 * left of the whole amount is spread afresh over the other lines, until none is above. A weight of 0 or
 * less takes nothing. `charges` decides ties where the weights are not the charges.
 */
export function spread(
  cents: number,
  weights: readonly number[],
  rooms?: readonly number[],
  charges: readonly number[] = weights,
): Spread {
  const shares = weights.map(() => 0);
  const size = Math.abs(cents);
  const open = weights.flatMap((weight, line) => (weight > 0 ? [line] : []));
  const left = fill(shares, size, { weights, rooms, charges, open });
  const sign = cents < 0 ? -1 : 1;
  return { shares: shares.map((share) => sign * share || 0), rest: sign * left || 0 };
}

/** Only what is above 0 weighs; on the claim of a reversal its size; lines of nothing share alike. */
export function positiveWeights(weights: readonly number[]): readonly number[] {
  if (weights.some((weight) => weight > 0)) return weights;
  if (weights.some((weight) => weight < 0)) return weights.map((weight) => -weight);
  return weights.map(() => 1);
}

interface Lines {
  readonly weights: readonly number[];
  readonly rooms: readonly number[] | undefined;
  readonly charges: readonly number[];
  /** Lines that still take part, in their order. */
  readonly open: readonly number[];
}

/** Writes the shares of an amount above 0 and returns what fits nowhere. */
function fill(shares: number[], whole: number, lines: Lines): number {
  const { rooms } = lines;
  let { open } = lines;
  let left = whole;
  while (open.length > 0 && left > 0) {
    const parts = byLargestRemainder(left, { ...lines, open });
    const full = open.filter((line, place) => at(parts, place) > roomOf(rooms, line));
    if (full.length === 0) {
      for (const [place, line] of open.entries()) shares[line] = at(parts, place);
      return 0;
    }
    for (const line of full) {
      shares[line] = roomOf(rooms, line);
      left -= roomOf(rooms, line);
    }
    open = open.filter((line) => !full.includes(line));
  }
  return left;
}

/** A line that is reduced by more than it is has no room. */
function roomOf(rooms: readonly number[] | undefined, line: number): number {
  return rooms === undefined ? Infinity : Math.max(at(rooms, line), 0);
}

/** Shares of the open lines; products of cents and weights pass 2^53, so that they are big integers. */
function byLargestRemainder(cents: number, { weights, charges, open }: Lines): number[] {
  const amount = BigInt(cents);
  const sizes = open.map((line) => BigInt(at(weights, line)));
  const total = sizes.reduce((sum, size) => sum + size, 0n);
  const parts = sizes.map((size) => (amount * size) / total);
  const cut = sizes.map((size) => (amount * size) % total);
  const given = parts.reduce((sum, part) => sum + part, 0n);
  const order = open.map((_, place) => place);
  order.sort((a, b) => {
    const difference = at(cut, b) - at(cut, a);
    if (difference !== 0n) return difference > 0n ? 1 : -1;
    return at(charges, at(open, b)) - at(charges, at(open, a)) || a - b;
  });
  const spare = Number(amount - given);
  assert(spare < open.length, 'fewer cents are cut than there are lines');
  for (const place of order.slice(0, spare)) parts[place] = at(parts, place) + 1n;
  return parts.map(Number);
}
