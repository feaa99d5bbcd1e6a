/** Exact decimals: the one place where a decimal number or a rate becomes whole cents. */
import Decimal from 'decimal.js';
import { CENTS_MAX, type RoundedCents } from './cents';

/** How half a cent is rounded (option round-commission, E20). */
export type Rounding = 'half-up' | 'half-even';

const roundingModes = {
  // half-up in the ledger's words: half away from zero, so that a reversal cancels its payment.
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
} as const satisfies Record<Rounding, Decimal.Rounding>;

/** Float dust: a sum such as 50.300000000000004 is 5,030 cents (A8). */
const DUST = 1e-6;

/** Reads a number of dollars as cents, half away from zero; `undefined` beyond exact arithmetic. */
export function centsOfNumber(dollars: number): RoundedCents | undefined {
  const scaled = dollars * 100;
  if (!Number.isFinite(scaled) || Math.abs(scaled) > CENTS_MAX) return undefined;
  const nearest = Math.round(Math.abs(scaled)) * Math.sign(scaled) || 0;
  const tolerance = Math.max(DUST, Math.abs(scaled) * Number.EPSILON * 2);
  if (Math.abs(scaled - nearest) < tolerance) return { cents: nearest, rounded: false };
  // 1.005 * 100 is 100.49999999999999: what the cell shows is rounded, not its binary form.
  const exact = new Decimal(dollars).times(100);
  return { cents: exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber() || 0, rounded: true };
}

/** Cents of a plain decimal text such as `-1234.565`; `undefined` where it is not one or too large. */
export function centsOfText(text: string): RoundedCents | undefined {
  if (!/^[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})$/.test(text)) return undefined;
  const exact = new Decimal(text).times(100);
  const cents = exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  if (cents.abs().greaterThan(CENTS_MAX)) return undefined;
  return { cents: cents.toNumber() || 0, rounded: !cents.equals(exact) };
}

/** `percent` per cent of `cents`, rounded once in the named way (E20). */
export function percentOfCents(cents: number, percent: string, rounding: Rounding): number {
  const exact = new Decimal(cents).times(new Decimal(percent)).dividedBy(100);
  return exact.toDecimalPlaces(0, roundingModes[rounding]).toNumber() || 0;
}

/**
 * part ÷ whole as a number for a cell, -0.25 for -25 %; `undefined` where the whole is 0 (I-A9). Whole numbers
 * divided are rounded once, to the nearest number there is; by way of a decimal it would be twice.
 */
export function shareOf(partCents: number, wholeCents: number): number | undefined {
  return wholeCents === 0 ? undefined : partCents / wholeCents || 0;
}
