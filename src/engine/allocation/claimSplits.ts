/** What is proposed for totals of claims: splits for lines that wait (A41), transfers for others (A43). */
import { UNALLOCATED_TYPE } from './entries';
import type { ClaimTotal } from './claimTotals';
import { type FamilyRun, plain } from './familyRun';

/** In memory the totals are on their procedures already, as insurance money. */
export function proposeTotals(run: FamilyRun, totals: readonly ClaimTotal[]): void {
  const { entries } = run.accounts;
  for (const total of totals) {
    const [first] = total.shares;
    if (first === undefined) continue;
    const own = entries.keyOf(entries.ofCharge(first.charge));
    const from = entries.of({
      ...own,
      kind: 'claim',
      row: total.place,
      provider: total.provider,
      type: UNALLOCATED_TYPE,
    });
    const { family } = run;
    const { kind, row } = total;
    for (const { charge, provider, cents } of total.shares) {
      const to = entries.of({ ...entries.keyOf(entries.ofCharge(charge)), provider });
      const rule = 'claim total';
      if (total.isNew) run.splits.push({ family, kind, row, from, to, cents, open: cents, rule });
      else run.pairs.push({ family, from, to, cents, rule, ...plain });
    }
    const stays = total.paid - total.cents;
    if (!total.isNew || stays === 0) continue;
    const rule = 'stays';
    run.splits.push({ family, kind, row, from, to: from, cents: stays, open: 0, rule });
  }
}
