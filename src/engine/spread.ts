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
  const left = fill(shares, size, { weights, rooms, charges }, open);
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
}

/** Writes the shares of an amount above 0 and returns what fits nowhere; all lines take part at first. */
function fill(shares: number[], whole: number, lines: Lines, all: readonly number[]): number {
  const { rooms } = lines;
  let open = all;
  let left = whole;
  while (open.length > 0 && left > 0) {
    const parts = byLargestRemainder(left, lines, open);
    const full = open.filter((line, place) => at(parts, place) > roomOf(rooms, line));
    if (full.length === 0) {
      for (const [place, line] of open.entries()) shares[line] = at(parts, place);
      return 0;
    }
    for (const line of full) {
      shares[line] = roomOf(rooms, line);
      left -= roomOf(rooms, line);
    }
    const isFull = new Set(full);
    open = open.filter((line) => !isFull.has(line));
  }
  return left;
}

/** A line that is reduced by more than it is has no room. */
function roomOf(rooms: readonly number[] | undefined, line: number): number {
  return rooms === undefined ? Infinity : Math.max(at(rooms, line), 0);
}

/** Shares of the open lines, which add up to the cents. */
function byLargestRemainder(
  cents: number,
  { weights, charges }: Lines,
  open: readonly number[],
): number[] {
  const { parts, cuts } = cutToTheCent(
    cents,
    open.map((line) => at(weights, line)),
  );
  const order = open.map((_, place) => place);
  order.sort((a, b) => {
    const [first, second] = [at(cuts, a), at(cuts, b)];
    if (first !== second) return first > second ? -1 : 1;
    return at(charges, at(open, b)) - at(charges, at(open, a)) || a - b;
  });
  const spare = cents - parts.reduce((sum, part) => sum + part, 0);
  assert(spare < open.length, 'fewer cents are cut than there are lines');
  for (const place of order.slice(0, spare)) parts[place] = at(parts, place) + 1;
  return parts;
}

/** Shares without their parts of a cent, and these parts to compare; exact for any amount. */
function cutToTheCent(
  cents: number,
  sizes: readonly number[],
): { readonly parts: number[]; readonly cuts: readonly (number | bigint)[] } {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (cents * total <= Number.MAX_SAFE_INTEGER) {
    const cuts = sizes.map((size) => (cents * size) % total);
    return { cuts, parts: sizes.map((size, line) => (cents * size - at(cuts, line)) / total) };
  }
  // Products of cents and weights pass 2^53.
  const whole = sizes.reduce((sum, size) => sum + BigInt(size), 0n);
  const products = sizes.map((size) => BigInt(cents) * BigInt(size));
  return {
    cuts: products.map((product) => product % whole),
    parts: products.map((product) => Number(product / whole)),
  };
}
