/** What was collected in a period: the allocations of the period, summed by line, tax and rest. */
import type { CentsColumn } from '../core/brand';
import type { Period } from '../core/period';
import { type Allocation, TAX, UNALLOCATED } from './allocate';

export interface Collected {
  /** For each charge, cents collected in the period; several events on one line are summed (I-13). */
  readonly lineCents: CentsColumn;
  /** 1 for a charge that an event of the period moved, also where its sum is 0 (I-A4). */
  readonly touched: Uint8Array;
  /** For each invoice, tax collected in the period. */
  readonly taxCents: CentsColumn;
  /** For each invoice, the change of what no line takes (I-A3). */
  readonly unallocatedCents: CentsColumn;
}

/** Sums the allocations whose moment lies in the period; both ends count (I-6). */
export function collected(
  allocation: Allocation,
  period: Period,
  size: { readonly charges: number; readonly invoices: number },
): Collected {
  const lineCents = new Float64Array(size.charges);
  const touched = new Uint8Array(size.charges);
  const taxCents = new Float64Array(size.invoices);
  const unallocatedCents = new Float64Array(size.invoices);
  for (let row = 0; row < allocation.length; row++) {
    const moment = allocation.effective[row]!;
    if (moment < period.from || moment > period.to) continue;
    const charge = allocation.charge[row]!;
    const invoice = allocation.invoice[row]!;
    const cents = allocation.cents[row]!;
    if (charge === TAX) {
      taxCents[invoice] = taxCents[invoice]! + cents;
    } else if (charge === UNALLOCATED) {
      unallocatedCents[invoice] = unallocatedCents[invoice]! + cents;
    } else {
      lineCents[charge] = lineCents[charge]! + cents;
      touched[charge] = 1;
    }
  }
  return { lineCents, touched, taxCents, unallocatedCents };
}
