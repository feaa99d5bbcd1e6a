/** The part of the receivable that adjustments have written off: told beside it, never taken off (S-10). */
import { NONE } from '../core/brand';
import { textAt } from '../core/column';
import type { Steps } from '../core/steps';
import { adjustmentBuckets } from './adjustmentPostings';
import { type Sales, VALUE } from './sales';

export interface WrittenOff {
  readonly cents: number;
  /** Sales of which a part is written off. */
  readonly sales: number;
}

/** Adjustments up to a moment that lower what is owed on a sale, as far as it is owed then. */
export function* writtenOff({ of, moves }: Sales, asOf: number): Steps<WrittenOff> {
  const { ledger } = of;
  const { Adjustments: adjustments } = ledger.tables;
  const buckets = adjustmentBuckets(ledger);
  const saleOf = saleOfAdjustment(of);
  const lowered = new Map<number, number>();
  for (let row = 0; row < adjustments.length; row++) {
    if (adjustments.date[row]! > asOf) continue;
    // What a Type Map calls money or no adjustment at all lowers nothing.
    const bucket = buckets.bucketOf(row);
    if (bucket === 'collection' || bucket === 'excluded' || bucket === 'tax') continue;
    const sale = saleOf(row);
    if (sale !== NONE) lowered.set(sale, (lowered.get(sale) ?? 0) - buckets.centsOf(row));
  }
  yield;
  const total = { cents: 0, sales: 0 };
  for (const [sale, cents] of lowered) {
    let owed = 0;
    const { starts, rows } = moves.ofSale;
    for (let place = starts[sale]!; place < starts[sale + 1]!; place++) {
      const move = rows[place]!;
      if (moves.moment[move]! > asOf) break;
      owed += moves.kind[move]! === VALUE ? moves.cents[move]! : -moves.cents[move]!;
    }
    const part = Math.min(Math.max(owed, 0), cents);
    if (part <= 0) continue;
    total.cents += part;
    total.sales += 1;
  }
  return total;
}

/** The sale that an adjustment names by its invoice, else by its charge. */
function saleOfAdjustment({ ledger }: Sales['of']): (row: number) => number {
  const { charges, invoices, chargeInvoice, invoiceCounts } = ledger;
  const { Adjustments: adjustments } = ledger.tables;
  if (adjustments.length === 0) return () => NONE;
  const byNumber = new Map<string, number>();
  for (let sale = 0; sale < invoices.length; sale++) {
    if (invoiceCounts[sale]! === 1) byNumber.set(textAt(invoices.number, sale), sale);
  }
  const byCharge = new Map<string, number>();
  for (let charge = 0; charge < charges.length; charge++) {
    byCharge.set(textAt(charges.id, charge), chargeInvoice[charge]!);
  }
  return (row) => {
    const number = textAt(adjustments.invoiceNumber, row);
    if (number !== '') return byNumber.get(number) ?? NONE;
    const charge = textAt(adjustments.chargeId, row);
    return charge === '' ? NONE : (byCharge.get(charge) ?? NONE);
  };
}
