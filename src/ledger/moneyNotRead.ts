/** Money beside a charge or a payment that is no column of theirs: it is not read, and never in silence. */
import { saysMoved } from './mapping/moneyWords';
import { headerKey, type HeaderMatch } from './recognise';

const unread = new Set(['Voided Paid Amount', 'Voided Refunded Amount'].map(headerKey));

/** The headers among these that hold money beside a kind and are not read, as written, with their places. */
export function moneyNotRead(
  { kind, fields }: HeaderMatch,
  headers: readonly unknown[],
): { readonly header: string; readonly index: number }[] {
  if (kind !== 'Charges' && kind !== 'Payments') return [];
  const used = new Set([...fields.values()].map(({ index }) => index));
  return headers.flatMap((header, index) => {
    if (typeof header !== 'string' || used.has(index)) return [];
    const isMoney = saysMoved(header) || (kind === 'Payments' && unread.has(headerKey(header)));
    return isMoney ? [{ header, index }] : [];
  });
}
