/** The sheet Income Transfers: pairs that move money to where it belongs (T1, T2, T14). */
import { dayOfMoment, startOfDay } from '../../core/day';
import type { Steps } from '../../core/steps';
import type { Allocated } from '../../engine/allocation/allocateAccounts';
import type { ProposedPair } from '../../engine/allocation/transferRows';
import type { ReportRequest } from '../request';
import { cents, type Check, count, prose, text, type SheetTable, type Value } from '../sheet';
import { entryCells, isSplitShown } from './cells';
import type { AllocationWords } from './words';

export function* transfersTable(
  made: Allocated,
  of: {
    readonly request: ReportRequest;
    readonly words: AllocationWords;
    readonly pairs: readonly ProposedPair[];
  },
): Steps<SheetTable> {
  const { request, words, pairs } = of;
  const day = startOfDay(dayOfMoment(request.period.to));
  const rows: Value[][] = [];
  const groups: number[] = [];
  let last = '';
  for (const [place, pair] of pairs.entries()) {
    if (place % 1_000 === 999) yield;
    // A pair says where money comes from and goes to: half of it would say neither.
    if (!pair.splits.some(({ entry }) => isSplitShown(made, request, entry))) continue;
    if (pair.transfer !== last) groups.push(rows.length);
    last = pair.transfer;
    const reason = words.reason(pair);
    for (const { entry, cents: amount } of pair.splits) {
      const cells = entryCells(made, entry);
      rows.push([
        pair.transfer,
        day,
        pair.number,
        cells.patient,
        cells.provider || null,
        cells.location,
        cells.charge,
        cells.adjustment,
        cells.unearnedType,
        amount,
        reason,
      ]);
    }
  }
  return {
    title: 'Income Transfers',
    columns: [
      text('Transfer ID'),
      { head: 'Date', type: 'day' },
      count('Pair'),
      text('Patient ID'),
      text('Provider'),
      text('Location'),
      text('Charge ID'),
      text('Adjustment ID'),
      text('Unearned Type'),
      cents('Amount'),
      prose('Reason', 110),
    ],
    rows,
    groups,
    total: ['Total', null, null, null, null, null, null, null, null, sumOf(pairs), null],
  };
}

function sumOf(pairs: readonly ProposedPair[]): number {
  return pairs.reduce(
    (all, { splits }) => all + splits.reduce((sum, one) => sum + one.cents, 0),
    0,
  );
}

/** All pairs add up to 0, and so does each (T2, K3). */
export function transfersCheck(pairs: readonly ProposedPair[]): Check[] {
  const off = pairs.reduce(
    (all, { splits }) => all + Math.abs(splits.reduce((sum, one) => sum + one.cents, 0)),
    0,
  );
  return [
    {
      id: 'allocation.transfers',
      label: 'Income Transfers: all amounts together are 0.00',
      differenceCents: sumOf(pairs),
    },
    {
      id: 'allocation.pairs',
      label: 'Income Transfers: the amounts of each pair are 0.00 together',
      differenceCents: off,
    },
  ];
}
