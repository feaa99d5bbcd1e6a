/** Money beside a payment whose own amount may already hold it: it is not read, and never in silence. */
import type { ReadKind } from './kinds';
import { headerKey } from './recognise';

const unreadMoney: Partial<Record<ReadKind, ReadonlySet<string>>> = {
  Payments: new Set(
    ['Refunded Amount', 'Refunds', 'Voided Paid Amount', 'Voided Refunded Amount'].map(headerKey),
  ),
};

/** The headers among these that hold money of a kind and are not read, as written, with their places. */
export function moneyNotRead(
  kind: ReadKind,
  headers: readonly unknown[],
): { readonly header: string; readonly index: number }[] {
  const keys = unreadMoney[kind];
  if (keys === undefined) return [];
  return headers.flatMap((header, index) =>
    typeof header === 'string' && keys.has(headerKey(header)) ? [{ header, index }] : [],
  );
}
