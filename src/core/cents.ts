/** Money as whole cents: what a cell's number means in cents, and how cents read as text. */

/** The largest amount that is exact: 2^53 - 1 cents. */
export const CENTS_MAX = Number.MAX_SAFE_INTEGER;

/** Cents nearest to a number of dollars, and what was rounded away in dollars (0 for float dust). */
export interface RoundedCents {
  readonly cents: number;
  /** True where the cell held a real fraction of a cent, not float dust (A7, A8). */
  readonly rounded: boolean;
}

/** Plain text of cents, `-1234.50`: the form of JSON and of messages. Never `-0.00`. */
export function centsText(cents: number): string {
  const whole = Math.abs(cents);
  const fraction = String(whole % 100).padStart(2, '0');
  const sign = cents < 0 ? '-' : '';
  return `${sign}${Math.trunc(whole / 100)}.${fraction}`;
}

/** Text for people, `-1,234.50`. */
export function moneyText(cents: number): string {
  const [dollars = '', fraction = ''] = centsText(Math.abs(cents)).split('.');
  const grouped = dollars.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}${grouped}.${fraction}`;
}
