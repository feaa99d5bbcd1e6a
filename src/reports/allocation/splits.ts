/** The sheet Suggested Splits: payments that name nothing, split over what is open (A20 to A24, A41). */
import { textAt } from '../../core/column';
import { byId } from '../../core/order';
import type { Allocated } from '../../engine/allocation/allocateAccounts';
import type { SuggestedSplit } from '../../engine/allocation/proposals';
import type { ReportRequest } from '../request';
import { cents, type Check, count, prose, text, type SheetTable, type Value } from '../sheet';
import { entryCells, isSplitShown } from './cells';
import type { AllocationWords } from './words';

export function splitsTable(
  made: Allocated,
  request: ReportRequest,
  words: AllocationWords,
): SheetTable {
  const { payments, tables } = made.accounts.allocated.ledger;
  const lines = tables['Claim Lines'];
  const idOf = ({ kind, row }: SuggestedSplit): string =>
    textAt(kind === 'Payments' ? payments.id : lines.id, row);
  const momentOf = ({ kind, row }: SuggestedSplit): number =>
    kind === 'Payments' ? payments.date[row]! : Math.max(lines.date[row]!, lines.check[row]!);
  const shown = made.splits
    .filter(({ to }) => isSplitShown(made, request, to))
    .map((split, place) => ({ split, place, id: idOf(split), moment: momentOf(split) }))
    .sort(
      (a, b) =>
        a.moment - b.moment || byId(a.id, b.id) || a.split.row - b.split.row || a.place - b.place,
    );
  const rows = shown.map(({ split, id, moment }): Value[] => {
    const cells = entryCells(made, split.to);
    return [
      id,
      moment < 0 ? null : moment,
      cells.patient,
      cells.provider || null,
      cells.location,
      cells.charge,
      cells.adjustment,
      cells.unearnedType,
      split.cents,
      words.rule(split),
    ];
  });
  const total = made.splits.reduce((sum, split) => sum + split.cents, 0);
  return {
    title: 'Suggested Splits',
    columns: [
      text('Payment ID'),
      { head: 'Date', type: 'moment' },
      text('Patient ID'),
      text('Provider'),
      text('Location'),
      text('Charge ID'),
      text('Adjustment ID'),
      text('Unearned Type'),
      cents('Amount'),
      prose('Rule', 90),
    ],
    rows,
    groups: shown.flatMap(({ id }, row) => (id === shown[row - 1]?.id ? [] : [row])),
    total: ['Total', null, null, null, null, null, null, null, total, null],
  };
}

/** Money that names nothing and for which nothing is suggested. */
export function leftTable({ accounts, splits }: Allocated): SheetTable[] {
  const split = new Set(splits.flatMap(({ kind, row }) => (kind === 'Payments' ? [row] : [])));
  const refunds = accounts.fresh.filter(
    ({ row, cents: paid, left }) => paid < 0 && left < 0 && !split.has(row),
  );
  const rows: Value[][] = [
    [
      'Money of nobody known: it names no patient, guarantor or account',
      accounts.nobodys.rows,
      accounts.nobodys.cents,
    ],
    [
      'Names a charge, claim or invoice that is not in the ledger, or an id that stands twice',
      accounts.unknown.rows,
      accounts.unknown.cents,
    ],
    [
      'Given back while something is open: say what it was for (A24)',
      refunds.length,
      refunds.reduce((sum, { left }) => sum + left, 0),
    ],
  ];
  const filled = rows.filter((row) => row[1] !== 0);
  if (filled.length === 0) return [];
  return [
    {
      title: 'Money that is left as it is',
      columns: [text('Why'), count('Rows'), cents('Amount')],
      rows: filled,
    },
  ];
}

/** The splits of each payment add up to it, counted from its row (K3). */
export function splitsCheck({ accounts, splits }: Allocated): Check {
  const { paid, tables } = accounts.allocated.ledger;
  const { cents: insurancePaid } = tables['Claim Lines'].insurancePaid;
  const left = new Map<string, number>();
  for (const { kind, row, cents: part } of splits) {
    const key = `${kind} ${row}`;
    const whole = kind === 'Payments' ? paid.cents[row]! : insurancePaid[row]!;
    left.set(key, (left.get(key) ?? whole) - part);
  }
  return {
    id: 'allocation.splits',
    label: 'Suggested Splits: the splits of each payment add up to it',
    differenceCents: [...left.values()].reduce((all, cents) => all + Math.abs(cents), 0),
  };
}
