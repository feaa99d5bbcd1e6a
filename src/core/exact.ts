/** Commissions before they are rounded: exact, in hundred-millionths of a cent, and how they become cents. */
import { assert, at } from './assert';
import type { Rounding } from './rate';

/** Hundred-millionths of a cent: a cent at one millionth of one per cent. Products pass 2^53. */
export type Exact = bigint;

/** 100 % in millionths of a per cent. */
const UNITS_PER_CENT = 100_000_000n;

/** What `rate` millionths of a per cent of some cents come to. */
export function exactShare(cents: number, rate: number): Exact {
  return BigInt(cents) * BigInt(rate);
}

/** Whole cents as they stand. */
export function exactCents(cents: number): Exact {
  return BigInt(cents) * UNITS_PER_CENT;
}

/** The nearest cent; half a cent goes away from zero or to the even cent (E20). */
export function roundExact(exact: Exact, rounding: Rounding): number {
  const size = exact < 0n ? -exact : exact;
  const whole = size / UNITS_PER_CENT;
  const twice = 2n * (size % UNITS_PER_CENT);
  const isHalf = twice === UNITS_PER_CENT;
  const goesUp = isHalf ? rounding === 'half-up' || whole % 2n === 1n : twice > UNITS_PER_CENT;
  const cents = Number(goesUp ? whole + 1n : whole);
  return exact < 0n ? 0 - cents : cents;
}

/**
 * A rounded total as cents of the exact amounts it is the sum of, which add up to it (C23): each is cut to
 * the cent, and the cents left over go to those from which most was cut; ties to the one that stands first.
 */
export function centsOfParts(total: number, parts: readonly Exact[]): number[] {
  const floors = parts.map(floorCents);
  const cut = parts.map((part, place) => part - BigInt(at(floors, place)) * UNITS_PER_CENT);
  const spare = total - floors.reduce((sum, one) => sum + one, 0);
  assert(
    Math.abs(spare) <= parts.length,
    'a rounded total lies within a cent of each of its parts',
  );
  const order = parts.map((_, place) => place);
  order.sort((a, b) => {
    const more = at(cut, b) - at(cut, a);
    return more === 0n ? a - b : more > 0n ? 1 : -1;
  });
  const taken = spare < 0 ? order.reverse() : order;
  for (const place of taken.slice(0, Math.abs(spare))) {
    floors[place] = at(floors, place) + Math.sign(spare);
  }
  return floors;
}

/** The cents at or below an exact amount. */
function floorCents(exact: Exact): number {
  const whole = exact / UNITS_PER_CENT;
  const isBelow = exact < 0n && exact % UNITS_PER_CENT !== 0n;
  return Number(isBelow ? whole - 1n : whole) || 0;
}
