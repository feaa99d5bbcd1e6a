/** The orders of the ledger: text by code unit, ids by value where they are whole numbers. */

/** Compares by UTF-16 code unit, so that no locale decides an order. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Compares ids: whole numbers by value and before text, text by code unit (ledger-format "Order"). */
export function byId(a: string, b: string): number {
  if (a === b) return 0;
  const aIsNumber = isWholeNumber(a);
  const bIsNumber = isWholeNumber(b);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  // Whole numbers of one length are in the order of their digits.
  if (!aIsNumber || a.length === b.length) return a < b ? -1 : 1;
  return Number(a) - Number(b) || byCodeUnit(a, b);
}

/** The most digits that a number holds exactly. */
const DIGITS_MAX = 15;

/** A loop, because ids are compared a million times a ledger. */
function isWholeNumber(text: string): boolean {
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit < 48 || unit > 57) return false;
  }
  return text.length > 0 && text.length <= DIGITS_MAX;
}
