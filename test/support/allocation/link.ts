/** Credits set against debits of the same patient, provider and location, then of fewer and fewer of them (A30, T5). */
import { inOrder, type Order, type Place } from './facts';

export interface Item extends Place {
  order: Order;
  left: number;
}

export type Field = keyof Place;

/** The order of the layers; the last one asks for nothing. */
export const LAYERS: readonly (readonly Field[])[] = [
  ['provider', 'patient', 'location'],
  ['provider', 'patient'],
  ['provider', 'location'],
  ['patient', 'location'],
  ['provider'],
  ['patient'],
  ['location'],
  [],
];

/**
 * T7: for each debit in order, each credit in order, the smaller of both. Buckets of a layer have nothing in
 * common, so that asking every pair is the same as going bucket by bucket.
 */
export function link<Credit extends Item, Debit extends Item>(
  credits: readonly Credit[],
  debits: readonly Debit[],
  layer: readonly Field[],
  move: (cents: number, credit: Credit, debit: Debit) => void,
): void {
  const inTurn = inOrder(credits);
  for (const debit of inOrder(debits)) {
    for (const credit of inTurn) {
      const cents = Math.min(credit.left, debit.left);
      if (cents <= 0 || layer.some((field) => credit[field] !== debit[field])) continue;
      credit.left -= cents;
      debit.left -= cents;
      move(cents, credit, debit);
    }
  }
}
