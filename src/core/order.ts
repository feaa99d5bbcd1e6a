/** Texts of the ledger: their orders, by code unit and by id, and how they are cut. */

/** Compares by UTF-16 code unit, so that no locale decides an order. */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether a text is 1 to 15 digits, which a number holds exactly. A scan: ids are compared often. */
function isWholeNumber(text: string): boolean {
  if (text.length === 0 || text.length > 15) return false;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Compares ids: whole numbers by value and before text, text by code unit (ledger-format "Order"). */
export function byId(a: string, b: string): number {
  const aIsNumber = isWholeNumber(a);
  const bIsNumber = isWholeNumber(b);
  if (aIsNumber && bIsNumber) return Number(a) - Number(b) || byCodeUnit(a, b);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  return byCodeUnit(a, b);
}

/** The first `length` characters of a text, well-formed: half of a character pair is left out. */
export function cutText(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
