/** The control of unearned money: opening + receipts - transfers out - refunds = closing (U7). */
import { momentOf } from '../oracle';
import { type Facts, isHidden } from './facts';

/** One type of one provider. What goes out is positive in its column, as U7 subtracts it. */
export interface UnearnedRow {
  type: string;
  provider: string;
  opening: number;
  receipts: number;
  transfersOut: number;
  refunds: number;
  closing: number;
}

const RECEIPTS = ['Payment', 'Redeposit', 'Deposit'];
const MOVES = ['Transfer', 'Credit Applied', 'Unapplied'];

export function unearnedTable(facts: Facts, from: string): UnearnedRow[] {
  const rows = new Map<string, UnearnedRow>();
  for (const { type, provider: named, rowType, cents, order } of facts.money) {
    if (type === '' || isHidden(type)) continue;
    const provider = named || 'No provider';
    const key = JSON.stringify([type, provider]);
    const empty = { opening: 0, receipts: 0, transfersOut: 0, refunds: 0, closing: 0 };
    const row = rows.get(key) ?? { type, provider, ...empty };
    rows.set(key, row);
    row.closing += cents;
    if (order.moment < momentOf(from)) row.opening += cents;
    else if (RECEIPTS.includes(rowType)) row.receipts += cents;
    else if (MOVES.includes(rowType)) row.transfersOut -= cents;
    else row.refunds -= cents;
  }
  const isEmpty = (row: UnearnedRow): boolean =>
    [row.opening, row.receipts, row.transfersOut, row.refunds, row.closing].every(
      (cents) => cents === 0,
    );
  const key = ({ type, provider }: UnearnedRow): string =>
    `${type}\n${provider === 'No provider' ? 1 : 0}${provider}`;
  return [...rows.values()]
    .filter((row) => !isEmpty(row))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
