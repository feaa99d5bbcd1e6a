/**
 * New money: payments of patients that name nothing they are for, and what was given back of such. What
 * refunds and transfers have taken of them since is not new any more.
 */
import { textAt } from '../../core/column';
import type { Steps } from '../../core/steps';
import type { Ledger } from '../../ledger/ledger';
import { byPaymentOrder } from '../../ledger/paymentOrder';
import type { Entries } from './entries';

/** A payments row that names nothing, with the pool of unallocated money it is in. */
export interface Unnamed {
  readonly row: number;
  readonly entry: number;
  readonly cents: number;
}

/** What of it is still to be allocated: in no pool yet. */
export interface NewMoney extends Unnamed {
  /** Of the sign of `cents`, and never more. */
  readonly left: number;
}

/** Money that names nothing, by what it does to new money. */
export interface UnnamedRows {
  /** Received, cents above 0. */
  readonly payments: readonly Unnamed[];
  /** Given back, cents below 0. */
  readonly refunds: readonly Unnamed[];
  /** Transfers that name a payment they take from or give to; their cents are in the pool already. */
  readonly transfers: readonly Unnamed[];
}

/** Settles the rows against each other and leaves what is not new in the pools. */
export function* newMoney(ledger: Ledger, entries: Entries, rows: UnnamedRows): Steps<NewMoney[]> {
  const inOrder = byPaymentOrder(ledger.payments);
  const open = (some: readonly Unnamed[]): Open[] =>
    [...some].sort((a, b) => inOrder(a.row, b.row)).map((one) => ({ ...one, left: one.cents }));
  const received = open(rows.payments);
  yield;
  const refunds = open(rows.refunds);
  const takeBack = (of: Open, cents: number): void => {
    of.left += cents;
    // What is no new money any more stands in its pool, where what took it stands too.
    entries.add('money', of.entry, -cents);
    if (cents !== 0) entries.see(of.entry, of.row);
  };
  yield;
  const byId = idIndex(ledger, received);
  for (const refund of refunds) {
    for (const payment of byId(refund.row)) {
      const cents = Math.min(payment.left, -refund.left);
      takeBack(payment, -cents);
      takeBack(refund, cents);
    }
  }
  yield;
  const all = idIndex(ledger, [...received, ...refunds]);
  for (const transfer of open(rows.transfers)) {
    let left = transfer.cents;
    for (const one of all(transfer.row)) {
      const cents =
        left < 0 ? -Math.min(-left, Math.max(one.left, 0)) : Math.min(left, Math.max(-one.left, 0));
      takeBack(one, cents);
      left -= cents;
    }
  }
  yield;
  useUp(entries, received, (left) => Math.min(left, 0));
  useUp(entries, refunds, (left) => Math.max(left, 0));
  return [...received, ...refunds];
}

interface Open extends Unnamed {
  left: number;
}

/** The rows of the payment that a row names in Refund Of. */
function idIndex({ payments }: Ledger, rows: readonly Open[]): (row: number) => readonly Open[] {
  const byId = new Map<string, Open[]>();
  for (const one of rows) {
    const id = textAt(payments.id, one.row);
    const known = byId.get(id);
    if (known === undefined) byId.set(id, [one]);
    else known.push(one);
  }
  return (row) => {
    const named = textAt(payments.refundOf, row);
    return named === '' ? [] : (byId.get(named) ?? []);
  };
}

/** What else is in a pool with the other sign uses the oldest rows up. */
function useUp(entries: Entries, rows: readonly Open[], against: (money: number) => number): void {
  for (const one of rows) {
    const size = Math.min(Math.abs(one.left), Math.abs(against(entries.cents('money', one.entry))));
    const cents = one.left < 0 ? size : -size;
    one.left += cents;
    entries.add('money', one.entry, -cents);
  }
}
