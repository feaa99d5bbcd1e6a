/** Suggested splits by the payment, or by the total of a claim, that they are of. */
import { textAt } from '../../core/column';
import { dayOfMoment, dayText } from '../../core/day';
import type { Allocated } from '../../engine/allocation/allocateAccounts';
import type { SuggestedSplit } from '../../engine/allocation/proposals';

export interface SplitPayment {
  readonly kind: SuggestedSplit['kind'];
  readonly row: number;
  /** Such as `Payment P12 of 2024-07-05`. */
  readonly name: string;
  /** Its splits that move money; what was given back or moved already stays. */
  readonly parts: readonly SuggestedSplit[];
}

/** In the order of their first splits; a payment of which nothing moves is left out. */
export function movedParts(made: Allocated, splits: readonly SuggestedSplit[]): SplitPayment[] {
  const found = new Map<string, SuggestedSplit[]>();
  for (const split of splits) {
    if (split.rule === 'stays') continue;
    const key = `${split.kind} ${split.row}`;
    const parts = found.get(key);
    if (parts === undefined) found.set(key, [split]);
    else parts.push(split);
  }
  return [...found.values()].flatMap((parts) =>
    parts.slice(0, 1).map(({ kind, row }) => ({ kind, row, name: nameOf(made, kind, row), parts })),
  );
}

function nameOf({ accounts }: Allocated, kind: SuggestedSplit['kind'], row: number): string {
  const { payments, tables } = accounts.allocated.ledger;
  if (kind === 'Payments') {
    return `Payment ${textAt(payments.id, row)} of ${dayText(dayOfMoment(payments.date[row]!))}`;
  }
  return `Total of claim ${textAt(tables['Claim Lines'].claimNumber, row)}`;
}
